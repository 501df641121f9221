import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseId } from '../cases/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { MeetingAct, MeetingState } from './states.ts';

export const meeting = pgTable(
  'meeting',
  {
    schoolId: schoolId(),
    id: id<'meeting'>('id').notNull(),
    caseId: uuid('case_id').notNull().$type<CaseId>(),
    state: text('state').notNull().$type<MeetingState>(),
    version: integer('version').notNull(),
    plan: bytes('plan').notNull(),
    minutes: integer('minutes').notNull(),
    slots: jsonb('slots').notNull(),
    replyBy: day('reply_by').notNull(),
    startsAt: instant('starts_at'),
    remindedAt: instant('reminded_at'),
    notes: bytes('notes'),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const meetingEvent = pgTable(
  'meeting_event',
  {
    schoolId: schoolId(),
    meetingId: id<'meeting'>('meeting_id').notNull(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    memberId: id<'member'>('member_id'),
    act: text('act').notNull().$type<MeetingAct>(),
    words: bytes('words'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.meetingId, table.seq] })],
);
