import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../../platform/tables.ts';
import type { Ground } from './rules.ts';

export const reporterMark = pgTable(
  'reporter_mark',
  {
    schoolId: schoolId(),
    id: id<'reporter-mark'>('id').notNull(),
    concernId: id<'concern'>('concern_id').notNull(),
    anonymous: boolean('anonymous').notNull(),
    ground: text('ground').notNull().$type<Ground>(),
    note: bytes('note').notNull(),
    message: bytes('message').notNull(),
    askedBy: id<'member'>('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    agreedBy: id<'member'>('agreed_by'),
    agreedAt: instant('agreed_at'),
    expiresOn: day('expires_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const reporterMarkKey = pgTable(
  'reporter_mark_key',
  {
    schoolId: schoolId(),
    markId: id<'reporter-mark'>('mark_id').notNull(),
    addressHash: bytes('address_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.markId, table.addressHash] })],
);
