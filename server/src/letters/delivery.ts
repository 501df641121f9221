import { and, asc, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { contactHoldOf } from '../cases/ask-hold.ts';
import { schoolDay } from '../platform/clock.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { newsAddress } from '../subject/mail.ts';
import { letterIs, lockLetter } from './change.ts';
import { type GivenBy, LETTER_TEXT, type LetterId, type ReturnedWhy } from './rules.ts';
import type { Letter } from './store.ts';
import { letter, letterDelivery } from './tables.ts';

/** One time that a letter went to somebody, and how it came back if it did. */
export interface Delivery {
  readonly how: GivenBy;
  readonly on: Temporal.PlainDate;
  readonly by: MemberId;
  readonly returned: { readonly on: Temporal.PlainDate; readonly why: ReturnedWhy } | undefined;
}

const { compare } = Temporal.PlainDate;

/** Whether a day can be when a letter was given: not before it was issued, not in the future. */
export function couldBeGiven({ issuedAt }: Letter, on: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return issuedAt !== undefined && compare(on, schoolDay(issuedAt)) >= 0 && compare(on, schoolDay(now)) <= 0;
}

/** Whether a day can be when a letter came back: not before it was given, not in the future. */
export function couldComeBack({ given }: Letter, on: Temporal.PlainDate, now: Temporal.Instant): boolean {
  return given !== undefined && compare(on, given.on) >= 0 && compare(on, schoolDay(now)) <= 0;
}

/** What the office is told of a letter that must wait; which hold it is, is not for everybody who prints letters. */
export const ON_HOLD = {
  what: 'This matter is on hold, so nothing goes to the parent for now.',
  next: 'Keep the letter here until the hold ends. The safeguarding lead, or whoever set the hold for the police, ends it. If it was given before the hold began, record that afterwards, with the day.',
} as const;

/**
 * Whether a letter must wait: nothing goes to a parent during a hold (rules 12, 15), also what was issued before it.
 * @param lock holds the case until the transaction ends: for every act
 */
export async function mustWait(
  work: Work,
  { kind, caseId }: Pick<Letter, 'kind' | 'caseId'>,
  lock = false,
): Promise<boolean> {
  return LETTER_TEXT[kind].to === 'parent' && (await contactHoldOf(work, caseId, lock)) !== undefined;
}

/** Whether a parent can be told by mail that a letter is on their own page: it is for them, and they agreed to it. */
export async function canBeMailed(
  work: Work,
  { kind, caseId }: Pick<Letter, 'kind' | 'caseId'>,
): Promise<boolean> {
  return LETTER_TEXT[kind].to === 'parent' && (await newsAddress(work, caseId)) !== '';
}

/**
 * Records how, when and by whom a letter was given.
 * @throws Refusal 409 when it is recorded already, the letter is not issued, or nothing may go to the parent
 */
export async function giveLetter(
  work: Work,
  given: Pick<Letter, 'id' | 'kind' | 'caseId'>,
  how: GivenBy,
  on: Temporal.PlainDate,
  by: MemberId,
): Promise<void> {
  const { id } = given;
  if (await mustWait(work, given, true)) throw new Refusal(409, ON_HOLD.what, ON_HOLD.next);
  const row = await lockLetter(work, id, 'give', undefined);
  await work.queries
    .update(letter)
    .set({ state: 'given', version: row.version + 1, givenHow: how, givenOn: on, givenBy: by })
    .where(letterIs(work, id));
  await work.queries.insert(letterDelivery).values({
    schoolId: work.school,
    id: newId<'letter-delivery'>(),
    letterId: id,
    how,
    givenOn: on,
    givenBy: by,
  });
  work.audit({ act: 'letter.given', object: `letter:${id}`, detail: { how, on: on.toString() } });
}

/**
 * Records that a letter came back. It counts as not given from then on, and waits to be given again.
 * @throws Refusal 409 when it was not given
 */
export async function returnLetter(
  work: Work,
  id: LetterId,
  why: ReturnedWhy,
  on: Temporal.PlainDate,
  by: MemberId,
): Promise<void> {
  const row = await lockLetter(work, id, 'return', undefined);
  await work.queries
    .update(letter)
    .set({ state: 'issued', version: row.version + 1, givenHow: null, givenOn: null, givenBy: null })
    .where(letterIs(work, id));
  await work.queries
    .update(letterDelivery)
    .set({ returnedOn: on, returnedWhy: why, returnedBy: by })
    .where(
      and(
        eq(letterDelivery.schoolId, work.school),
        eq(letterDelivery.letterId, id),
        isNull(letterDelivery.returnedOn),
      ),
    );
  work.audit({ act: 'letter.returned', object: `letter:${id}`, detail: { why, on: on.toString() } });
}

/** Every time a letter was given, in order: the proof of service. */
export async function deliveriesOf(work: Work, id: LetterId): Promise<readonly Delivery[]> {
  const rows = await work.queries
    .select()
    .from(letterDelivery)
    .where(and(eq(letterDelivery.schoolId, work.school), eq(letterDelivery.letterId, id)))
    .orderBy(asc(letterDelivery.id));
  return rows.map(({ how, givenOn, givenBy, returnedOn, returnedWhy }) => ({
    how,
    on: givenOn,
    by: givenBy,
    returned: returnedOn && returnedWhy ? { on: returnedOn, why: returnedWhy } : undefined,
  }));
}
