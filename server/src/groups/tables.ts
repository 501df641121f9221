import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { NoticeTopic } from './notices/topics.ts';
import type { GroupKind, GroupReach } from './rules.ts';
import type { ProposedBy, RoleState, VolunteerKind } from './volunteers/rules.ts';

export const schoolClass = pgTable(
  'school_class',
  {
    schoolId: schoolId(),
    id: id<'class'>('id').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    years: text('years').array().notNull().default([]),
    successorId: id<'class'>('successor_id'),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const chatGroup = pgTable(
  'chat_group',
  {
    schoolId: schoolId(),
    id: id<'group'>('id').notNull(),
    kind: text('kind').notNull().$type<GroupKind>(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
    reach: text('reach').notNull().default('chat').$type<GroupReach>(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const chatGroupClass = pgTable(
  'chat_group_class',
  {
    schoolId: schoolId(),
    groupId: id<'group'>('group_id').notNull(),
    classId: id<'class'>('class_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.groupId, table.classId] })],
);

export const chatModerator = pgTable(
  'chat_moderator',
  {
    schoolId: schoolId(),
    id: id<'moderator'>('id').notNull(),
    groupId: id<'group'>('group_id').notNull(),
    name: bytes('name').notNull(),
    contact: bytes('contact'),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
    personId: id<'volunteer'>('person_id').notNull(),
    state: text('state').notNull().default('accepted').$type<RoleState>(),
    proposedBy: text('proposed_by').notNull().default('office').$type<ProposedBy>(),
    answeredAt: instant('answered_at'),
    termEnds: day('term_ends'),
    confirmBy: day('confirm_by'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const volunteerLink = pgTable(
  'volunteer_link',
  {
    schoolId: schoolId(),
    id: id<'volunteer-link'>('id').notNull(),
    kind: text('kind').notNull().$type<VolunteerKind>(),
    personId: id<'volunteer'>('person_id').notNull(),
    secretHash: text('secret_hash').notNull(),
    madeAt: instant('made_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const chatGroupCheck = pgTable(
  'chat_group_check',
  {
    schoolId: schoolId(),
    groupId: id<'group'>('group_id').notNull(),
    item: text('item').notNull(),
    doneOn: day('done_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.groupId, table.item] })],
);

export const moderatorNotice = pgTable(
  'moderator_notice',
  {
    schoolId: schoolId(),
    id: id<'moderator-notice'>('id').notNull(),
    groupId: id<'group'>('group_id').notNull(),
    topic: text('topic').notNull().$type<NoticeTopic>(),
    sentAt: instant('sent_at').notNull(),
    readers: integer('readers').notNull(),
    memberId: id<'member'>('member_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const ptaOfficer = pgTable(
  'pta_officer',
  {
    schoolId: schoolId(),
    id: id<'volunteer'>('id').notNull(),
    name: bytes('name').notNull(),
    contact: bytes('contact'),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const ptaNotice = pgTable(
  'pta_notice',
  {
    schoolId: schoolId(),
    id: id<'pta-notice'>('id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    officerId: id<'volunteer'>('officer_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
