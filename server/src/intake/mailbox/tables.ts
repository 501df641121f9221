import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant, schoolId } from '../../platform/tables.ts';
import type { Automatic } from '../message/automatic.ts';
import type { Afterwards, Backlog, MailboxFailure, Security } from './kinds.ts';

export const mailbox = pgTable('mailbox', {
  schoolId: schoolId().primaryKey(),
  active: boolean('active').notNull(),
  host: text('host').notNull(),
  port: integer('port').notNull(),
  security: text('security').notNull().$type<Security>(),
  username: bytes('username').notNull(),
  password: bytes('password').notNull(),
  folder: text('folder').notNull(),
  serverName: text('server_name').notNull(),
  afterwards: text('afterwards').notNull().$type<Afterwards>(),
  moveTo: text('move_to'),
  deleteAfterDays: integer('delete_after_days'),
  backlog: text('backlog').notNull().$type<Backlog>(),
  since: instant('since').notNull(),
  changedAt: instant('changed_at').notNull(),
  uidValidity: bigint('uid_validity', { mode: 'number' }),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull(),
  oldUntil: bigint('old_until', { mode: 'number' }).notNull(),
  failingSince: instant('failing_since'),
  failure: text('failure').$type<MailboxFailure>(),
});

export const mailboxMail = pgTable(
  'mailbox_mail',
  {
    schoolId: schoolId(),
    id: id<'mailbox-mail'>('id').notNull(),
    fingerprint: bytes('fingerprint').notNull(),
    outcome: text('outcome').notNull().$type<'concern' | 'reply' | 'skipped'>(),
    reason: text('reason').$type<Automatic>(),
    concernId: id<'concern'>('concern_id'),
    partial: boolean('partial').notNull(),
    uidValidity: bigint('uid_validity', { mode: 'number' }).notNull(),
    uid: bigint('uid', { mode: 'number' }).notNull(),
    takenAt: instant('taken_at').notNull(),
    clearedAt: instant('cleared_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
