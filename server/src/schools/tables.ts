import { date, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Id } from '../platform/ids.ts';
import { schoolId } from '../platform/tables.ts';

export const schoolYear = pgTable(
  'school_year',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull().$type<Id<'school-year'>>(),
    name: text('name').notNull(),
    firstDay: date('first_day').notNull(),
    lastDay: date('last_day').notNull(),
    terms: jsonb('terms').notNull(),
    closed: jsonb('closed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
