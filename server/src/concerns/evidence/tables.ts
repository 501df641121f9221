import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ScanResult } from '../../platform/antivirus.ts';
import { bytes, day, id, instant, schoolId } from '../../platform/tables.ts';
import type { AddedBy, CustodyAct, EvidenceKind, EvidenceState, Occasion } from './kinds.ts';

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
    /** The original that this piece was made from, by covering part of it. */
    madeFrom: id<'evidence'>('made_from'),
    scan: text('scan').$type<ScanResult>(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const evidenceCustody = pgTable(
  'evidence_custody',
  {
    schoolId: schoolId(),
    id: id<'evidence-custody'>('id').notNull(),
    evidenceId: id<'evidence'>('evidence_id').notNull(),
    at: instant('at').notNull(),
    act: text('act').notNull().$type<CustodyAct>(),
    occasion: text('occasion').$type<Occasion>(),
    memberId: id<'member'>('member_id'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
