import { createHash, createHmac } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Queries } from '../platform/database/connect.ts';
import type { MemberId, SchoolId } from '../platform/ids.ts';
import { newId } from '../platform/ids.ts';
import { linkUsed } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { Role } from './roles.ts';
import { type MemberState, member } from './tables.ts';

/** Somebody who works for the school, with their name opened. */
export interface Member {
  readonly id: MemberId;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly state: MemberState;
  /** The day they are back, if they are or were away. */
  readonly backOn: Temporal.PlainDate | undefined;
}

/** A place somebody works at, without opening anything of it. */
export interface Membership {
  readonly school: SchoolId;
  readonly id: MemberId;
  readonly roles: readonly Role[];
}

const INVITE_DAYS = 14;

/** The hash under which a link's secret is kept. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function cell(column: 'name' | 'email', row: MemberId) {
  return { table: 'member', column, row };
}

/** Lets an address be found again without being readable: a keyed hash of its plain form. */
function emailHash(work: Work, email: string): string {
  return createHmac('sha256', work.keys.derive('member email'))
    .update(email.trim().toLowerCase())
    .digest('hex');
}

function open(work: Work, row: typeof member.$inferSelect): Member {
  return {
    id: row.id,
    userId: row.userId,
    name: work.keys.open(cell('name', row.id), row.name),
    email: work.keys.open(cell('email', row.id), row.email),
    roles: row.roles,
    state: row.state,
    backOn: row.backOn ?? undefined,
  };
}

/** Where an account works, across schools: row-level security shows a person their own memberships only. */
export function membershipsOf(database: Database, userId: string): Promise<readonly Membership[]> {
  return database.transaction(async (queries) => {
    await queries.execute(sql`select set_config('handbell.user_id', ${userId}, true)`);
    const rows = await queries
      .select()
      .from(member)
      .where(and(eq(member.userId, userId), eq(member.state, 'active')))
      .orderBy(member.createdAt);
    return rows.map((row) => ({ school: row.schoolId, id: row.id, roles: row.roles }));
  });
}

/** The school and member that an invitation's secret belongs to, while it is good. */
export function findInvite(
  database: Database,
  secret: string,
  now: { toString(): string },
): Promise<{ readonly school: SchoolId; readonly member: MemberId } | undefined> {
  const hash = secretHash(secret);
  return database.transaction(async (queries: Queries) => {
    await queries.execute(sql`select set_config('handbell.invite_hash', ${hash}, true)`);
    const [row] = await queries
      .select()
      .from(member)
      .where(
        and(
          eq(member.inviteHash, hash),
          eq(member.state, 'invited'),
          sql`${member.inviteExpiresAt} > ${now.toString()}::timestamptz`,
        ),
      );
    return row && { school: row.schoolId, member: row.id };
  });
}

export async function listMembers(work: Work): Promise<readonly Member[]> {
  const rows = await work.queries
    .select()
    .from(member)
    .where(eq(member.schoolId, work.school))
    .orderBy(member.createdAt);
  return rows.map((row) => open(work, row));
}

export async function findMember(work: Work, id: MemberId): Promise<Member | undefined> {
  const [row] = await work.queries
    .select()
    .from(member)
    .where(and(eq(member.schoolId, work.school), eq(member.id, id)));
  return row && open(work, row);
}

/** Whether somebody with this address already works for the school. */
export async function hasMember(work: Work, email: string): Promise<boolean> {
  const found = await work.queries
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.schoolId, work.school), eq(member.emailHash, emailHash(work, email))));
  return found.length > 0;
}

interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Adds the person who signed up through a set-up link: they have an account already. */
export async function addMember(work: Work, person: NewMember, userId: string): Promise<MemberId> {
  return insert(work, person, { userId, state: 'active' });
}

/**
 * Invites somebody by a link that is good for fourteen days.
 * @param secret the link's secret; only its hash is kept
 */
export async function inviteMember(work: Work, person: NewMember, secret: string): Promise<MemberId> {
  const inviteExpiresAt = work.now.add({ hours: 24 * INVITE_DAYS });
  return insert(work, person, { state: 'invited', inviteHash: secretHash(secret), inviteExpiresAt });
}

type Rest = Pick<typeof member.$inferInsert, 'userId' | 'state' | 'inviteHash' | 'inviteExpiresAt'>;

async function insert(work: Work, { name, email, roles }: NewMember, rest: Rest): Promise<MemberId> {
  const id = newId<'member'>();
  await work.queries.insert(member).values({
    schoolId: work.school,
    id,
    name: work.keys.seal(cell('name', id), name),
    email: work.keys.seal(cell('email', id), email),
    emailHash: emailHash(work, email),
    roles: [...roles],
    createdAt: work.now,
    ...rest,
  });
  work.audit({ act: `member.${rest.state}`, object: `member:${id}`, detail: { roles: roles.join(' ') } });
  return id;
}

/** A new link for somebody whose first one ran out or was lost; the old one stops working. */
export async function renewInvite(work: Work, id: MemberId, secret: string): Promise<void> {
  await work.queries
    .update(member)
    .set({ inviteHash: secretHash(secret), inviteExpiresAt: work.now.add({ hours: 24 * INVITE_DAYS }) })
    .where(and(eq(member.schoolId, work.school), eq(member.id, id), eq(member.state, 'invited')));
  work.audit({ act: 'member.invited-again', object: `member:${id}` });
}

/**
 * Ties an account to an invitation; the link is spent.
 * @throws Refusal 410 when somebody was quicker, or the account works for the school already
 */
export async function acceptInvite(work: Work, id: MemberId, userId: string): Promise<void> {
  const already = await work.queries
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.schoolId, work.school), eq(member.userId, userId), eq(member.state, 'active')));
  if (already.length > 0) throw linkUsed('Your account works for this school already.');
  const joined = await work.queries
    .update(member)
    .set({ userId, state: 'active', inviteHash: null, inviteExpiresAt: null })
    .where(and(eq(member.schoolId, work.school), eq(member.id, id), eq(member.state, 'invited')))
    .returning({ id: member.id });
  if (joined.length === 0) throw linkUsed('This invitation has been used.');
  work.audit({ act: 'member.joined', object: `member:${id}` });
}

export async function setRoles(work: Work, id: MemberId, roles: readonly Role[]): Promise<void> {
  await work.queries
    .update(member)
    .set({ roles: [...roles] })
    .where(and(eq(member.schoolId, work.school), eq(member.id, id)));
  work.audit({ act: 'member.roles-changed', object: `member:${id}`, detail: { roles: roles.join(' ') } });
}

/** Ends somebody's work for the school. Their record stays, since past acts name it. */
export async function endMember(work: Work, id: MemberId): Promise<void> {
  await work.queries
    .update(member)
    .set({ state: 'ended', endedAt: work.now, inviteHash: null, inviteExpiresAt: null })
    .where(and(eq(member.schoolId, work.school), eq(member.id, id)));
  work.audit({ act: 'member.ended', object: `member:${id}` });
}
