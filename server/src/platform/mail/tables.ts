import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Id } from '../ids.ts';
import { bytes, id, instant, schoolId } from '../tables.ts';

export type MailId = Id<'mail'>;

/** Where a mail stands: not tried yet, tried and to be tried again, given up, sent, put aside by a person. */
export type MailState = 'waiting' | 'failed' | 'dead' | 'sent' | 'aside';

export const mail = pgTable(
  'mail',
  {
    schoolId: schoolId(),
    id: id<'mail'>('id').notNull(),
    kind: text('kind').notNull(),
    recipient: bytes('recipient').notNull(),
    subject: bytes('subject').notNull(),
    text: bytes('text').notNull(),
    replyTo: bytes('reply_to'),
    state: text('state').notNull().$type<MailState>(),
    attempts: integer('attempts').notNull(),
    nextTryAt: instant('next_try_at'),
    lastError: text('last_error'),
    filedAt: instant('filed_at'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
