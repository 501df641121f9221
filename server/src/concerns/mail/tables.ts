import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, schoolId } from '../../platform/tables.ts';

export const concernMail = pgTable(
  'concern_mail',
  {
    schoolId: schoolId(),
    messageHash: bytes('message_hash').notNull(),
    concernId: id<'concern'>('concern_id').notNull(),
    way: text('way').notNull().$type<'in' | 'out'>(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.messageHash] })],
);
