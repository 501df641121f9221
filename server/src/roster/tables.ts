import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ClassId } from '../groups/rules.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { Brought } from './import/bring.ts';
import type { Change, Scope } from './import/plan.ts';

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

export const rosterImport = pgTable(
  'roster_import',
  {
    schoolId: schoolId(),
    id: id<'import'>('id').notNull(),
    state: text('state').notNull().$type<'draft' | 'done' | 'undone' | 'dropped'>(),
    source: text('source').notNull().$type<Brought['source']>(),
    content: bytes('content'),
    meanings: jsonb('meanings').notNull(),
    scope: text('scope').notNull().$type<Scope>(),
    choices: jsonb('choices').notNull(),
    joined: integer('joined').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    leftCount: integer('left_count').notNull().default(0),
    classes: uuid('classes').array().notNull().default([]).$type<ClassId[]>(),
    madeAt: instant('made_at').notNull(),
    doneAt: instant('done_at'),
    undoneAt: instant('undone_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const rosterChange = pgTable(
  'roster_change',
  {
    schoolId: schoolId(),
    importId: id<'import'>('import_id').notNull(),
    adultId: id<'adult'>('adult_id').notNull(),
    kind: text('kind').notNull().$type<Change['kind']>(),
    before: bytes('before'),
    version: integer('version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.importId, table.adultId] })],
);

export const rollover = pgTable(
  'rollover',
  {
    schoolId: schoolId(),
    id: id<'rollover'>('id').notNull(),
    state: text('state').notNull().$type<'done' | 'undone'>(),
    changes: jsonb('changes').notNull(),
    digest: text('digest').notNull(),
    moved: integer('moved').notNull(),
    leftCount: integer('left_count').notNull(),
    doneAt: instant('done_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
