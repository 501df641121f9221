import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, count, eq, gte, isNull } from 'drizzle-orm';
import { type Clock, hourOf } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { concern } from '../tables.ts';
import { solves } from './proof.ts';

/** From so many concerns at one school within the hour on, sending another takes a little work. */
const BUSY_FROM = 20;
/** 2^15 hashes are a second or two on an old phone; each doubling of the load doubles them, up to half a minute. */
const LEAST_BITS = 15;
const MOST_BITS = 19;
/** How long somebody waits whose browser does no work, in seconds; and how long a ticket is good. */
export const WAIT_SECONDS = 30;
const GOOD_SECONDS = 3600;

/** How many bits of work sending a concern takes at a load; none while it is calm. */
export function bitsFor(load: number): number {
  if (load < BUSY_FROM) return 0;
  return Math.min(MOST_BITS, LEAST_BITS + Math.floor(Math.log2(load / BUSY_FROM)));
}

/** How many concerns came to the school in this hour: no finer time of them is kept. It asks nothing about who sent them. */
export async function loadNow(work: Work): Promise<number> {
  const since = hourOf(work.now);
  const [row] = await work.queries
    .select({ n: count() })
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), gte(concern.receivedAt, since), isNull(concern.endedAt)));
  return row?.n ?? 0;
}

/** What tickets are made with: the school's keys, and the time to the second, which a reporter's work does not know. */
interface Issuer extends Pick<Work, 'keys'> {
  readonly clock: Clock;
}

function macOf(keys: Work['keys'], once: string, issued: number, bits: number): Buffer {
  return createHmac('sha256', keys.derive('flood ticket')).update(`${once} ${issued} ${bits}`).digest();
}

/** A ticket for one sending of one form: it is good with nothing but that form's own token. */
export function newTicket({ keys, clock }: Issuer, once: string, bits: number): string {
  const issued = clock.now().epochMilliseconds;
  return `${issued}.${bits}.${macOf(keys, once, issued, bits).toString('base64url')}`;
}

const TICKET = /^(\d{1,15})\.(\d{1,2})\.([\w-]{43})$/;

/**
 * Whether a ticket opens the way: its work was done, or its time was waited out.
 * @param once the token of the form that is sent
 * @param answer the number that was found; empty when nobody looked for one
 */
export function ticketHolds({ keys, clock }: Issuer, once: string, ticket: string, answer: string): boolean {
  const [, issuedText = '', bitsText = '', mac = ''] = TICKET.exec(ticket) ?? [];
  if (mac === '') return false;
  const issued = Number(issuedText);
  const expected = macOf(keys, once, issued, Number(bitsText));
  if (!timingSafeEqual(expected, Buffer.from(mac, 'base64url'))) return false;
  const waited = (clock.now().epochMilliseconds - issued) / 1000;
  if (waited < 0 || waited > GOOD_SECONDS) return false;
  return (
    waited >= WAIT_SECONDS || (/^\d{1,15}$/.test(answer) && solves(ticket, Number(answer), Number(bitsText)))
  );
}
