import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { AgreementState, Method } from './rules.ts';

export const agreement = pgTable(
  'agreement',
  {
    schoolId: schoolId(),
    id: id<'agreement'>('id').notNull(),
    policyId: id<'policy'>('policy_id').notNull(),
    documentHash: text('document_hash').notNull(),
    method: text('method').notNull().$type<Method>(),
    language: text('language').notNull(),
    name: bytes('name').notNull(),
    childClass: bytes('child_class'),
    relationship: bytes('relationship'),
    signedOn: day('signed_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: id<'member'>('recorded_by'),
    receiptHash: bytes('receipt_hash'),
    state: text('state').notNull().$type<AgreementState>(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
