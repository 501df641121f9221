import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../../platform/tables.ts';
import type { Writer } from './rules.ts';

export const policyConsultation = pgTable(
  'policy_consultation',
  {
    schoolId: schoolId(),
    id: id<'policy-consultation'>('id').notNull(),
    policyId: id<'policy'>('policy_id').notNull(),
    openedAt: instant('opened_at').notNull(),
    closesOn: day('closes_on').notNull(),
    endedAt: instant('ended_at'),
    intro: text('intro').notNull(),
    document: text('document').notNull(),
    heard: text('heard'),
    changed: text('changed'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const policyComment = pgTable(
  'policy_comment',
  {
    schoolId: schoolId(),
    id: id<'policy-comment'>('id').notNull(),
    consultationId: id<'policy-consultation'>('consultation_id').notNull(),
    writtenAs: text('written_as').notNull().$type<Writer>(),
    name: bytes('name'),
    email: bytes('email'),
    clauseRef: text('clause_ref'),
    words: bytes('words').notNull(),
    writtenAt: instant('written_at').notNull(),
    secretHash: text('secret_hash').notNull(),
    answer: bytes('answer'),
    answeredAt: instant('answered_at'),
    answeredBy: id<'member'>('answered_by'),
    shown: boolean('shown').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
