import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../../platform/tables.ts';
import type { Basis, Tag } from './passage.ts';
import type { Channel, Ending, PauseReason, RequestState } from './rules.ts';

export const accessRequest = pgTable(
  'access_request',
  {
    schoolId: schoolId(),
    id: id<'access-request'>('id').notNull(),
    state: text('state').notNull().$type<RequestState>(),
    version: integer('version').notNull(),
    receivedOn: day('received_on').notNull(),
    channel: text('channel').notNull().$type<Channel>(),
    name: bytes('name').notNull(),
    contact: bytes('contact').notNull(),
    words: bytes('words').notNull(),
    months: integer('months').notNull().default(1),
    extendedOn: day('extended_on'),
    extendedWhy: bytes('extended_why'),
    cover: bytes('cover'),
    letter: bytes('letter'),
    preparedBy: id<'member'>('prepared_by'),
    checker: id<'member'>('checker'),
    checkedAt: instant('checked_at'),
    backWhy: bytes('back_why'),
    pdfFile: id<'file'>('pdf_file'),
    pdfHash: text('pdf_hash'),
    sentHow: bytes('sent_how'),
    endedHow: text('ended_how').$type<Ending>(),
    endedWhy: bytes('ended_why'),
    closedOn: day('closed_on'),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const accessPause = pgTable(
  'access_pause',
  {
    schoolId: schoolId(),
    id: id<'access-pause'>('id').notNull(),
    requestId: id<'access-request'>('request_id').notNull(),
    reason: text('reason').notNull().$type<PauseReason>(),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const accessRecord = pgTable(
  'access_record',
  {
    schoolId: schoolId(),
    requestId: id<'access-request'>('request_id').notNull(),
    object: text('object').notNull(),
    label: text('label').notNull(),
    included: boolean('included'),
    why: bytes('why'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.requestId, table.object] })],
);

export const accessPassage = pgTable(
  'access_passage',
  {
    schoolId: schoolId(),
    requestId: id<'access-request'>('request_id').notNull(),
    object: text('object').notNull(),
    key: text('key').notNull(),
    tag: text('tag').notNull().$type<Tag>(),
    basis: text('basis').$type<Basis>(),
    why: bytes('why').notNull(),
    decidedBy: id<'member'>('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.requestId, table.object, table.key] })],
);
