import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../../platform/tables.ts';
import type { BreachState } from './rules.ts';

export const dataBreach = pgTable(
  'data_breach',
  {
    schoolId: schoolId(),
    id: id<'data-breach'>('id').notNull(),
    state: text('state').notNull().$type<BreachState>(),
    version: integer('version').notNull(),
    knownAt: instant('known_at').notNull(),
    notifyBy: instant('notify_by').notNull(),
    words: bytes('words').notNull(),
    people: integer('people').notNull(),
    notify: boolean('notify'),
    tellPeople: boolean('tell_people'),
    reasons: bytes('reasons'),
    decidedBy: id<'member'>('decided_by'),
    decidedAt: instant('decided_at'),
    notifiedAt: instant('notified_at'),
    reference: bytes('reference'),
    lateReason: bytes('late_reason'),
    remedy: bytes('remedy'),
    closedOn: day('closed_on'),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
