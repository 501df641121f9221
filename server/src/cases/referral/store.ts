import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { act } from '../act.ts';
import { REFERRAL_GROUNDS, REFERRAL_TRIED, type ReferralAgency, type ReferralTried } from '../codes.ts';
import { countWords } from '../deeds.ts';
import type { CaseId } from '../ids.ts';
import { caseReferral } from '../tables.ts';
import type { Person } from '../visibility.ts';

const groundsSchema = z.array(
  z.object({ ground: z.enum(REFERRAL_GROUNDS), on: z.iso.date().or(z.literal('')) }),
);

/** What has happened that goes beyond what a school can deal with, each with its day if it is known. */
export type Grounds = z.output<typeof groundsSchema>;

/** A referral as it is prepared: the first two locks (rule 15). */
export interface NewReferral {
  readonly agency: ReferralAgency;
  readonly danger: boolean;
  readonly grounds: Grounds;
  readonly tried: readonly ReferralTried[];
  readonly facts: string;
  readonly triedWords: string;
}

/** What is recorded when it is made (D16). */
export interface MadeReferral {
  /** To whom, how, and the number they gave. */
  readonly to: string;
  /** Exactly what was shared. */
  readonly shared: string;
  /** On what lawful basis. */
  readonly basis: string;
  /** What the outside body said that it will do; empty when it said nothing. */
  readonly expected: string;
  readonly toldParent: boolean;
  /** Why the parent was told, or was not. */
  readonly toldWhy: string;
  readonly policeHold: boolean;
}

export interface KeptReferral extends NewReferral {
  readonly id: Id<'case-referral'>;
  readonly askedBy: MemberId;
  readonly askedAt: Temporal.Instant;
  readonly approvedBy: MemberId | undefined;
  readonly declinedAt: Temporal.Instant | undefined;
  readonly made:
    | (Omit<MadeReferral, 'policeHold'> & { readonly by: MemberId; readonly at: Temporal.Instant })
    | undefined;
}

type Row = typeof caseReferral.$inferSelect;
type Column = 'facts' | 'tried_words' | 'made_to' | 'shared' | 'basis' | 'expected' | 'told_why';
const cell = (column: Column, row: Id<'case-referral'>) => ({ table: 'case_referral', column, row });

/** Prepares a referral. It goes nowhere before a second person agreed, unless a life is in danger. */
export async function askReferral(
  work: Work,
  person: Person,
  caseId: CaseId,
  asked: NewReferral,
): Promise<void> {
  const { agency, danger, grounds, tried, facts, triedWords } = asked;
  await act(work, person, caseId, {
    act: 'ask-referral',
    agency,
    danger,
    grounds: grounds.map(({ ground }) => ground),
    dated: grounds.filter(({ on }) => on !== '').length,
    tried: [...tried],
    words: { facts: countWords(facts), tried: countWords(triedWords) },
  });
  const id = newId<'case-referral'>();
  await work.queries.insert(caseReferral).values({
    schoolId: work.school,
    id,
    caseId,
    agency,
    danger,
    grounds,
    tried,
    facts: work.keys.seal(cell('facts', id), facts),
    triedWords: work.keys.seal(cell('tried_words', id), triedWords),
    askedBy: person.member,
    askedAt: work.now,
  });
}

const openOne = (work: Work, caseId: CaseId) =>
  and(
    eq(caseReferral.schoolId, work.school),
    eq(caseReferral.caseId, caseId),
    isNull(caseReferral.madeAt),
    isNull(caseReferral.declinedAt),
  );

/** The second person agrees (the third lock). */
export async function approveReferral(work: Work, person: Person, caseId: CaseId): Promise<void> {
  await act(work, person, caseId, { act: 'approve-referral' });
  await work.queries
    .update(caseReferral)
    .set({ approvedBy: person.member, approvedAt: work.now })
    .where(openOne(work, caseId));
}

/** Gives a referral up, with the reason in the chronology. */
export async function declineReferral(
  work: Work,
  person: Person,
  caseId: CaseId,
  reason: string,
): Promise<void> {
  const words = countWords(reason);
  await act(work, person, caseId, { act: 'decline-referral', words }, { note: reason });
  await work.queries.update(caseReferral).set({ declinedAt: work.now }).where(openOne(work, caseId));
}

/** Records that it was made: to whom, what was shared, on what basis, and whether the parent was told (D16). */
export async function makeReferral(
  work: Work,
  person: Person,
  caseId: CaseId,
  made: MadeReferral,
): Promise<void> {
  const { policeHold, toldParent, to, shared, basis, expected, toldWhy } = made;
  const [row] = await work.queries.select().from(caseReferral).where(openOne(work, caseId));
  await act(work, person, caseId, { act: 'make-referral', policeHold, toldParent });
  if (!row) throw notFound();
  const seal = (column: Column, text: string) => work.keys.seal(cell(column, row.id), text);
  await work.queries
    .update(caseReferral)
    .set({
      madeBy: person.member,
      madeAt: work.now,
      madeTo: seal('made_to', to),
      shared: seal('shared', shared),
      basis: seal('basis', basis),
      expected: expected === '' ? null : seal('expected', expected),
      toldParent,
      toldWhy: seal('told_why', toldWhy),
    })
    .where(and(eq(caseReferral.schoolId, work.school), eq(caseReferral.id, row.id)));
}

/** A police hold that did not come with a referral, and its end; the reason is in the chronology. */
export async function setPoliceHold(
  work: Work,
  person: Person,
  caseId: CaseId,
  on: boolean,
  reason: string,
): Promise<void> {
  const words = countWords(reason);
  await act(
    work,
    person,
    caseId,
    { act: on ? 'hold-for-police' : 'release-police-hold', words },
    { note: reason },
  );
}

function opened(work: Work, row: Row): KeptReferral {
  const open = (column: Column, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed) : '';
  const { madeBy, madeAt } = row;
  return {
    id: row.id,
    agency: row.agency,
    danger: row.danger,
    grounds: groundsSchema.parse(row.grounds),
    tried: z.array(z.enum(REFERRAL_TRIED)).parse(row.tried),
    facts: open('facts', row.facts),
    triedWords: open('tried_words', row.triedWords),
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    approvedBy: row.approvedBy ?? undefined,
    declinedAt: row.declinedAt ?? undefined,
    made:
      madeBy && madeAt
        ? {
            by: madeBy,
            at: madeAt,
            to: open('made_to', row.madeTo),
            shared: open('shared', row.shared),
            basis: open('basis', row.basis),
            expected: open('expected', row.expected),
            toldParent: row.toldParent ?? false,
            toldWhy: open('told_why', row.toldWhy),
          }
        : undefined,
  };
}

/** The referrals of a case in the order they were prepared, given up ones too. */
export async function referralsOf(work: Work, caseId: CaseId): Promise<readonly KeptReferral[]> {
  const rows = await work.queries
    .select()
    .from(caseReferral)
    .where(and(eq(caseReferral.schoolId, work.school), eq(caseReferral.caseId, caseId)))
    .orderBy(asc(caseReferral.askedAt), asc(caseReferral.id));
  return rows.map((row) => opened(work, row));
}
