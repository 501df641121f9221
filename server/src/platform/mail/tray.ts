import { and, desc, eq, inArray, lt, notInArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { notFound } from '../web/refusal.ts';
import type { Work } from '../work.ts';
import { removeCopy } from './carriers.ts';
import { CONFIDENTIAL_KINDS } from './kinds.ts';
import { type OpenMail, openMail } from './message.ts';
import { mailCell } from './outbox.ts';
import { type MailId, type MailState, mail } from './tables.ts';

/** A mail was sent, or put aside, before somebody could do something with it: whoever asked says who was quicker. */
export class MailDone extends Error {
  override readonly name = 'MailDone';
  readonly mail: MailId;
  readonly state: 'sent' | 'aside';

  constructor(mail: MailId, state: MailDone['state']) {
    super(`mail ${mail} is done with: ${state}`);
    this.mail = mail;
    this.state = state;
  }
}

/** A mail as a list shows it: nothing of what it says, and not quite to whom. */
export interface TrayMail {
  readonly id: MailId;
  readonly kind: string;
  readonly state: MailState;
  readonly masked: string;
  readonly attempts: number;
  readonly nextTryAt: Temporal.Instant | null;
  readonly lastError: string | null;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
}

/** How long a mail that is done with is kept. */
const KEPT_DAYS = 30;

/** An address by its first letter and its domain: enough to recognise, too little to learn. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return at < 1 ? '***' : `${first}***${address.slice(at)}`;
}

function toTray(work: Work, { recipient, ...row }: typeof mail.$inferSelect): TrayMail {
  const address = work.keys.open(mailCell('recipient', row.id), recipient, 'identity');
  return { ...row, masked: maskAddress(address) };
}

/** What the tray may show of a school's mail at all. */
function ofSchool(work: Work) {
  return and(eq(mail.schoolId, work.school), notInArray(mail.kind, [...CONFIDENTIAL_KINDS]));
}

function inStates(work: Work, states: readonly MailState[]) {
  return and(ofSchool(work), inArray(mail.state, [...states]));
}

/** A school's mails in some states, newest first. */
export async function listMail(
  work: Work,
  states: readonly MailState[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly TrayMail[]> {
  const rows = await work.queries
    .select()
    .from(mail)
    .where(inStates(work, states))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => toTray(work, row));
}

/** How many mails a school has in some states. */
export function countMail(work: Work, states: readonly MailState[]): Promise<number> {
  return work.queries.$count(mail, inStates(work, states));
}

/** One mail as a list shows it. */
export async function findMail(work: Work, id: MailId): Promise<TrayMail | undefined> {
  const [row] = await work.queries
    .select()
    .from(mail)
    .where(and(ofSchool(work), eq(mail.id, id)));
  return row && toTray(work, row);
}

async function lockMail(work: Work, id: MailId) {
  const [row] = await work.queries
    .select()
    .from(mail)
    .where(and(ofSchool(work), eq(mail.id, id)))
    .for('update');
  if (!row) throw notFound();
  return row;
}

/**
 * Opens a mail so that a person can hand it over themselves. The audit record keeps who opened it.
 * @throws Refusal 404 when there is none; MailDone when it no longer waits to be handed over
 */
export async function readMail(work: Work, id: MailId): Promise<OpenMail> {
  const row = await lockMail(work, id);
  notDone(row);
  work.audit({ act: 'mail.opened', object: `mail:${id}`, detail: { kind: row.kind } });
  return openMail(work, row);
}

function notDone({ id, state }: Pick<TrayMail, 'id' | 'state'>): void {
  if (state === 'sent' || state === 'aside') throw new MailDone(id, state);
}

/**
 * Has a mail tried again at once, with as many tries as a new one.
 * @param wasAside whether it stood as put aside on the page: one put aside since then was handed over in another way
 * @throws Refusal 404 when there is none; MailDone when it was sent, or put aside meanwhile
 */
export async function tryAgain(
  work: Work,
  id: MailId,
  { wasAside = false }: { readonly wasAside?: boolean } = {},
): Promise<void> {
  const row = await lockMail(work, id);
  if (row.state !== 'aside' || !wasAside) notDone(row);
  await work.queries
    .update(mail)
    .set({ state: 'waiting', attempts: 0, nextTryAt: work.now, filedAt: null })
    .where(and(eq(mail.schoolId, work.school), eq(mail.id, id)));
  work.audit({ act: 'mail.tried-again', object: `mail:${id}` });
}

/**
 * Puts a mail aside: it was handed over in another way, or is not needed any more.
 * @param folder where its copy may lie, which goes
 * @throws Refusal 404 when there is none; MailDone when it was sent or put aside already
 */
export async function setAside(work: Work, id: MailId, folder: string): Promise<void> {
  const row = await lockMail(work, id);
  notDone(row);
  await work.queries
    .update(mail)
    .set({ state: 'aside', nextTryAt: null, filedAt: null })
    .where(and(eq(mail.schoolId, work.school), eq(mail.id, id)));
  work.audit({ act: 'mail.put-aside', object: `mail:${id}` });
  await removeCopy(folder, work.school, id);
}

/** Forgets mails that are done with, thirty days after they were queued. Gives how many went. */
export async function forgetMail(work: Work): Promise<number> {
  const old = work.now.subtract({ hours: 24 * KEPT_DAYS });
  const gone = await work.queries
    .delete(mail)
    .where(
      and(eq(mail.schoolId, work.school), inArray(mail.state, ['sent', 'aside']), lt(mail.createdAt, old)),
    )
    .returning({ id: mail.id });
  if (gone.length > 0) {
    work.audit({ act: 'mail.forgotten', object: `school:${work.school}`, detail: { count: gone.length } });
  }
  return gone.length;
}

function stuckConfidential(work: Work) {
  return and(
    eq(mail.schoolId, work.school),
    inArray(mail.kind, [...CONFIDENTIAL_KINDS]),
    eq(mail.state, 'dead'),
  );
}

/** Whether any mail about a matter told in confidence was given up: that it is so, never how many or to whom. */
export async function confidentialIsStuck(work: Work): Promise<boolean> {
  return (await work.queries.$count(mail, stuckConfidential(work))) > 0;
}

/** Has mail about matters told in confidence tried again at once, unseen. */
export async function tryConfidentialAgain(work: Work): Promise<void> {
  await work.queries
    .update(mail)
    .set({ state: 'waiting', attempts: 0, nextTryAt: work.now })
    .where(stuckConfidential(work));
  work.audit({ act: 'mail.confidential-tried-again', object: `school:${work.school}` });
}
