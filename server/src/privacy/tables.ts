import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { RetentionClass } from './retention/classes.ts';
import type { HoldReason } from './retention/rules.ts';

export const retentionRule = pgTable(
  'retention_rule',
  {
    schoolId: schoolId(),
    class: text('class').notNull().$type<RetentionClass>(),
    months: integer('months').notNull(),
    automatic: boolean('automatic').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.class] })],
);

export const retentionHold = pgTable(
  'retention_hold',
  {
    schoolId: schoolId(),
    id: id<'hold'>('id').notNull(),
    object: text('object').notNull(),
    reason: text('reason').notNull().$type<HoldReason>(),
    words: bytes('words').notNull(),
    reviewOn: day('review_on').notNull(),
    madeBy: id<'member'>('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    liftedBy: id<'member'>('lifted_by'),
    liftedAt: instant('lifted_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const destruction = pgTable(
  'destruction',
  {
    schoolId: schoolId(),
    id: id<'destruction'>('id').notNull(),
    class: text('class').notNull().$type<RetentionClass>(),
    records: integer('records').notNull(),
    hashes: text('hashes').array().notNull(),
    orderedBy: id<'member'>('ordered_by'),
    doneAt: instant('done_at').notNull(),
    pdfFile: id<'file'>('pdf_file').notNull(),
    pdfHash: text('pdf_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
