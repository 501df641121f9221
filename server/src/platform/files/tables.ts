import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Id } from '../ids.ts';
import { bytes, id, instant, schoolId } from '../tables.ts';

export type FileId = Id<'file'>;

export const file = pgTable(
  'file',
  {
    schoolId: schoolId(),
    id: id<'file'>('id').notNull(),
    sha256: text('sha256').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    type: text('type').notNull(),
    name: bytes('name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
