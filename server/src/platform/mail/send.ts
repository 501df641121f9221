import { and, asc, eq, isNull, lte, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../database/connect.ts';
import type { SchoolId } from '../ids.ts';
import type { Services } from '../services.ts';
import type { Work } from '../work.ts';
import { type Carrier, removeCopy } from './carriers.ts';
import { CONFIDENTIAL_KINDS } from './kinds.ts';
import { composeMail } from './message.ts';
import { mail } from './tables.ts';
import { failureOf, nextTry } from './tries.ts';

/** What sending needs. */
export interface Sending {
  readonly services: Pick<Services, 'database' | 'worker' | 'clock'>;
  readonly carrier: Carrier;
  /** Sender of all mail, from `senderOf`. */
  readonly sender: string;
  /** Where copies of mail lie while there is no mail server. */
  readonly folder: string;
}

/** A mail whose time has come and which this carrier has not had yet. */
function isDue(now: { toString(): string }, carrier: Carrier) {
  const due = lte(mail.nextTryAt, sql`${now.toString()}::timestamptz`);
  return carrier.sends ? due : and(due, isNull(mail.filedAt), notInArray(mail.kind, [...CONFIDENTIAL_KINDS]));
}

/** The schools that have mail due, found past the walls by a policy that shows due mail only. */
function schoolsWithMail(
  database: Database,
  now: { toString(): string },
  carrier: Carrier,
): Promise<SchoolId[]> {
  return database.transaction(async (queries) => {
    await queries.execute(sql`select set_config('handbell.mail_due', ${now.toString()}, true)`);
    const rows = await queries
      .selectDistinct({ school: mail.schoolId })
      .from(mail)
      .where(isDue(now, carrier));
    return rows.map((row) => row.school);
  });
}

/**
 * Tries every mail that is due, each in a transaction of its own: several processes may do this at once, and each
 * mail is with one of them only.
 * @param stopping told when to stop after the mail at hand
 * @returns how many were tried
 */
export async function sendDue(sending: Sending, stopping?: AbortSignal): Promise<number> {
  const { database, worker, clock } = sending.services;
  let tried = 0;
  for (const school of await schoolsWithMail(database, clock.now(), sending.carrier)) {
    while (!stopping?.aborted) {
      const one = await worker.forSchool(school, 'job:mail.send', (work) => sendNext(work, sending));
      if (!one) break;
      tried += 1;
    }
  }
  return tried;
}

/** Tries the mail that has waited longest. Gives false when there is none. */
async function sendNext(work: Work, { carrier, sender, folder }: Sending): Promise<boolean> {
  const [row] = await work.queries
    .select()
    .from(mail)
    .where(and(eq(mail.schoolId, work.school), isDue(work.now, carrier)))
    .orderBy(asc(mail.nextTryAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return false;
  try {
    await carrier.carry(work.school, row.id, await composeMail(work, row, sender));
  } catch (error) {
    await recordFailure(work, row, error);
    return true;
  }
  if (!carrier.sends) {
    await change(work, row, { filedAt: work.now, lastError: null }, 'mail.filed');
    return true;
  }
  if (row.filedAt) await removeCopy(folder, work.school, row.id);
  const attempts = row.attempts + 1;
  const sent = { state: 'sent', attempts, nextTryAt: null, lastError: null, filedAt: null } as const;
  await change(work, row, { ...sent, sentAt: work.now }, 'mail.sent', { attempts });
  return true;
}

type Row = typeof mail.$inferSelect;

async function recordFailure(work: Work, row: Row, error: unknown): Promise<void> {
  const { code, final } = failureOf(error);
  const attempts = row.attempts + 1;
  const nextTryAt = (final ? undefined : nextTry(work.now, attempts)) ?? null;
  const state = nextTryAt ? 'failed' : 'dead';
  await change(work, row, { state, attempts, nextTryAt, lastError: code }, `mail.${state}`, {
    attempts,
    code,
  });
}

async function change(
  work: Work,
  { id }: Row,
  values: Partial<Row>,
  act: string,
  detail: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await work.queries
    .update(mail)
    .set(values)
    .where(and(eq(mail.schoolId, work.school), eq(mail.id, id)));
  work.audit({ act, object: `mail:${id}`, detail });
}
