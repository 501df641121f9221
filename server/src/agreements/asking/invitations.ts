import { createHmac } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { PolicyId } from '../../policies/version.ts';
import type { AdultId } from '../../roster/adult.ts';
import { agreementInvitation } from '../tables.ts';
import { type InvitationAct, type InvitationId, invitationAfter } from './rules.ts';

export type Invitation = Omit<typeof agreementInvitation.$inferSelect, 'schoolId' | 'tokenHash'>;
type Link = Pick<Invitation, 'id' | 'serial'>;

/** The secret of a personal link: 132 bits that follow from the invitation and the school's key, so it is kept nowhere. */
export function invitationToken(work: Work, { id, serial }: Link): string {
  const key = work.keys.derive('agreement invitation');
  return createHmac('sha256', key).update(`${id} ${serial}`).digest('base64url').slice(0, 22);
}

function tokenHash(work: Work, token: string): Buffer {
  return createHmac('sha256', work.keys.derive('agreement invitation hash')).update(token).digest();
}

const own = (work: Work, id: InvitationId) =>
  and(eq(agreementInvitation.schoolId, work.school), eq(agreementInvitation.id, id));

/** All invitations of the school. */
export function listInvitations(work: Work): Promise<readonly Invitation[]> {
  return work.queries.select().from(agreementInvitation).where(eq(agreementInvitation.schoolId, work.school));
}

/** The invitation whose link has this token; taken back or not. */
export async function invitationOf(work: Work, token: string): Promise<Invitation | undefined> {
  const [row] = await work.queries
    .select()
    .from(agreementInvitation)
    .where(
      and(
        eq(agreementInvitation.schoolId, work.school),
        eq(agreementInvitation.tokenHash, tokenHash(work, token)),
      ),
    );
  return row;
}

/**
 * Writes down that an adult is asked about a version.
 * @returns the token of their link
 */
export async function invite(
  work: Work,
  policyId: PolicyId,
  adultId: AdultId,
  remindOn: Temporal.PlainDate,
): Promise<string> {
  const id = newId<'invitation'>();
  const token = invitationToken(work, { id, serial: 1 });
  await work.queries.insert(agreementInvitation).values({
    schoolId: work.school,
    id,
    policyId,
    adultId,
    state: 'asked',
    serial: 1,
    tokenHash: tokenHash(work, token),
    reminders: 0,
    askedOn: schoolDay(work.now),
    remindOn,
    changedAt: work.now,
  });
  work.audit({ act: 'agreement.asked', object: `invitation:${id}`, detail: { policy: policyId } });
  return token;
}

async function locked(work: Work, id: InvitationId): Promise<Invitation> {
  const [row] = await work.queries.select().from(agreementInvitation).where(own(work, id)).for('update');
  if (!row) throw notFound();
  return row;
}

/**
 * Notes a reminder, and when the next may come.
 * @returns the token of the link, the same as before; undefined when another process reminded meanwhile
 */
export async function noteReminder(
  work: Work,
  { id, reminders }: Pick<Invitation, 'id' | 'reminders'>,
  remindOn: Temporal.PlainDate,
): Promise<string | undefined> {
  const row = await locked(work, id);
  if (row.reminders !== reminders || row.state !== 'asked') return undefined;
  await work.queries
    .update(agreementInvitation)
    .set({ reminders: reminders + 1, remindOn, changedAt: work.now })
    .where(own(work, id));
  work.audit({
    act: 'agreement.reminded',
    object: `invitation:${id}`,
    detail: { reminder: reminders + 1 },
  });
  return invitationToken(work, row);
}

/**
 * Stops, resumes, takes back or renews an invitation. A renewed one has a new link, and the old one stays dead.
 * @returns the token of its link
 * @throws InvitationStepRefused when the act does not fit
 */
export async function changeInvitation(work: Work, id: InvitationId, act: InvitationAct): Promise<string> {
  const row = await locked(work, id);
  const state = invitationAfter(row.state, act);
  const serial = act === 'renew' ? row.serial + 1 : row.serial;
  const token = invitationToken(work, { id, serial });
  await work.queries
    .update(agreementInvitation)
    .set({ state, serial, tokenHash: tokenHash(work, token), changedAt: work.now })
    .where(own(work, id));
  work.audit({ act: `agreement.invitation-${act}`, object: `invitation:${id}` });
  return token;
}
