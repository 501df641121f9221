import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, schoolId } from '../../platform/tables.ts';
import type { AddedBy, EvidenceKind, EvidenceState } from './kinds.ts';

export const concernEvidence = pgTable(
  'concern_evidence',
  {
    schoolId: schoolId(),
    id: id<'evidence'>('id').notNull(),
    concernId: id<'concern'>('concern_id').notNull(),
    kind: text('kind').notNull().$type<EvidenceKind>(),
    name: bytes('name').notNull(),
    fileId: id<'file'>('file_id').notNull(),
    sha256: text('sha256').notNull(),
    addedBy: text('added_by').notNull().$type<AddedBy>(),
    memberId: id<'member'>('member_id'),
    addedOn: day('added_on').notNull(),
    state: text('state').notNull().$type<EvidenceState>(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
