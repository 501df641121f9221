import { jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';

export const governorReport = pgTable(
  'governor_report',
  {
    schoolId: schoolId(),
    id: id<'report'>('id').notNull(),
    termFrom: day('term_from').notNull(),
    termTo: day('term_to').notNull(),
    shown: jsonb('shown').notNull(),
    learning: bytes('learning').notNull(),
    publishedBy: id<'member'>('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
