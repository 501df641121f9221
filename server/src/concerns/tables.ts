import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type {
  Awareness,
  ConcernChannel,
  ConcernMode,
  ConcernPlace,
  EventKind,
  YesNoUnsure,
} from './kinds.ts';
import type { ConcernAbout, ConcernExit, ConcernRoute, ConcernState, Situation } from './rules.ts';

export const concern = pgTable(
  'concern',
  {
    schoolId: schoolId(),
    id: id<'concern'>('id').notNull(),
    reference: text('reference').notNull(),
    state: text('state').notNull().$type<ConcernState>(),
    version: integer('version').notNull(),
    route: text('route').notNull().$type<ConcernRoute>(),
    channel: text('channel').notNull().$type<ConcernChannel>(),
    awareness: text('awareness').notNull().$type<Awareness>(),
    mode: text('mode').notNull().$type<ConcernMode>(),
    urgent: boolean('urgent').notNull(),
    about: text('about').notNull().$type<ConcernAbout>(),
    /** What else those who sort it know of the people in it (domain 2.5). */
    involved: text('involved').array().notNull().default([]).$type<Situation[]>(),
    childWriter: text('child_writer').notNull().$type<YesNoUnsure>(),
    place: text('place').notNull().$type<ConcernPlace>(),
    groupId: id<'group'>('group_id'),
    messageDay: day('message_day'),
    account: bytes('account').notNull(),
    excerpt: bytes('excerpt'),
    codeHash: bytes('code_hash').notNull(),
    receivedAt: instant('received_at').notNull(),
    acknowledgeBy: day('acknowledge_by').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    screenedAt: instant('screened_at'),
    allegation: text('allegation').$type<'open' | 'told'>(),
    officerBy: day('officer_by'),
    aboutUs: text('about_us').$type<'no' | 'partly' | 'yes'>(),
    exit: text('exit').$type<ConcernExit>(),
    caseId: id<'case'>('case_id'),
    /** The report that leads the matter this one belongs to; null when it leads or stands alone. */
    matterOf: id<'concern'>('matter_of'),
    /** Who looks after it and its dates, and who instead. */
    owner: id<'member'>('owner'),
    deputy: id<'member'>('deputy'),
    answeredAt: instant('answered_at'),
    withdrawnAt: instant('withdrawn_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const concernMember = pgTable(
  'concern_member',
  {
    schoolId: schoolId(),
    concernId: id<'concern'>('concern_id').notNull(),
    memberId: id<'member'>('member_id').notNull(),
    excluded: boolean('excluded').notNull().default(false),
    appointed: boolean('appointed').notNull().default(false),
    declaredClear: boolean('declared_clear').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.concernId, table.memberId] })],
);

export const concernReporter = pgTable(
  'concern_reporter',
  {
    schoolId: schoolId(),
    concernId: id<'concern'>('concern_id').notNull(),
    name: bytes('name'),
    email: bytes('email'),
    phone: bytes('phone'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.concernId] })],
);

export const concernRelay = pgTable(
  'concern_relay',
  {
    schoolId: schoolId(),
    concernId: id<'concern'>('concern_id').notNull(),
    address: bytes('address').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.concernId] })],
);

export const concernEvent = pgTable(
  'concern_event',
  {
    schoolId: schoolId(),
    id: id<'concern-event'>('id').notNull(),
    concernId: id<'concern'>('concern_id').notNull(),
    /** The order in which things happened: their times are too coarse to tell. */
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    kind: text('kind').notNull().$type<EventKind>(),
    memberId: id<'member'>('member_id'),
    note: bytes('note'),
    message: bytes('message'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
