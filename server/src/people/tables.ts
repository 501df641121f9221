import { boolean, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { MemberId } from '../platform/ids.ts';
import { bytes, day, instant, schoolId } from '../platform/tables.ts';
import type { Role } from './roles.ts';

export type MemberState = 'invited' | 'active' | 'ended';

export const member = pgTable(
  'member',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull().$type<MemberId>(),
    userId: text('user_id'),
    name: bytes('name').notNull(),
    email: bytes('email').notNull(),
    emailHash: text('email_hash').notNull(),
    roles: text('roles').array().notNull().$type<Role[]>(),
    state: text('state').notNull().$type<MemberState>(),
    inviteHash: text('invite_hash'),
    inviteExpiresAt: instant('invite_expires_at'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    backOn: day('back_on'),
    dueMailedOn: day('due_mailed_on'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const setUpLink = pgTable('set_up_link', {
  tokenHash: text('token_hash').primaryKey(),
  madeAt: instant('made_at').notNull(),
  userId: text('user_id'),
  usedAt: instant('used_at'),
  prefill: jsonb('prefill'),
});

/** The part of better-auth's account table that Handbell reads: whether a second step is set up. */
export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  twoFactorEnabled: boolean('twoFactorEnabled'),
});
