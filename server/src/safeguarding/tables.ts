import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { Decision, EntryKind, GuidanceTopic, RecordSystem } from './kinds.ts';

export const safeguardingRecord = pgTable(
  'safeguarding_record',
  {
    schoolId: schoolId(),
    concernId: id<'concern'>('concern_id').notNull(),
    decision: text('decision').$type<Decision>(),
    system: text('system').$type<RecordSystem>(),
    pointer: bytes('pointer'),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.concernId] })],
);

export const safeguardingEntry = pgTable(
  'safeguarding_entry',
  {
    schoolId: schoolId(),
    id: id<'safeguarding-entry'>('id').notNull(),
    concernId: id<'concern'>('concern_id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').notNull().$type<EntryKind>(),
    memberId: id<'member'>('member_id').notNull(),
    words: bytes('words').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const safeguardingAction = pgTable(
  'safeguarding_action',
  {
    schoolId: schoolId(),
    id: id<'safeguarding-action'>('id').notNull(),
    concernId: id<'concern'>('concern_id').notNull(),
    what: bytes('what').notNull(),
    memberId: id<'member'>('member_id').notNull(),
    due: day('due').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const safeguardingGuidance = pgTable(
  'safeguarding_guidance',
  {
    schoolId: schoolId(),
    topic: text('topic').notNull().$type<GuidanceTopic>(),
    words: text('words').notNull(),
    changedOn: day('changed_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.topic] })],
);
