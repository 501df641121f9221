import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';

export const adult = pgTable(
  'adult',
  {
    schoolId: schoolId(),
    id: id<'adult'>('id').notNull(),
    householdId: id<'household'>('household_id').notNull(),
    name: bytes('name'),
    email: bytes('email'),
    phone: bytes('phone'),
    nameHash: bytes('name_hash'),
    emailHash: bytes('email_hash'),
    sourceHash: bytes('source_hash'),
    joinedOn: day('joined_on').notNull(),
    leftOn: day('left_on'),
    version: integer('version').notNull(),
    mergedInto: id<'adult'>('merged_into'),
    erasedAt: instant('erased_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const adultClass = pgTable(
  'adult_class',
  {
    schoolId: schoolId(),
    id: id<'adult-class'>('id').notNull(),
    adultId: id<'adult'>('adult_id').notNull(),
    classId: id<'class'>('class_id').notNull(),
    year: text('year').notNull(),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const rosterSetting = pgTable(
  'roster_setting',
  { schoolId: schoolId(), phones: boolean('phones').notNull() },
  (table) => [primaryKey({ columns: [table.schoolId] })],
);
