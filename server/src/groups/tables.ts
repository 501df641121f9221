import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { GroupKind } from './rules.ts';

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
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
