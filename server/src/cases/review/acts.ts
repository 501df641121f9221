import type { Temporal } from 'temporal-polyfill';
import { issueLetter } from '../../letters/issue.ts';
import type { LetterId, Signed } from '../../letters/rules.ts';
import type { Letter } from '../../letters/store.ts';
import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { formatDate } from '../../ui/index.ts';
import { act } from '../act.ts';
import { askContactHold } from '../ask-hold.ts';
import { draftCaseLetter, letterProblems } from '../case-letters.ts';
import { NEXT_TEXT } from '../code-text.ts';
import type { NextRoute, ReviewResult } from '../codes.ts';
import { latestReview } from '../deadlines.ts';
import { LetterUnfit } from '../decide.ts';
import { decisionOf, keepDecision, setDecisionAside } from '../decisions.ts';
import { countWords } from '../deeds.ts';
import type { CaseId } from '../ids.ts';
import { findOutcome } from '../outcomes.ts';
import { activeStaff, type Candidate } from '../people-acts.ts';
import { type CaseFile, caseFor } from '../read.ts';
import { mayReview, type Person } from '../visibility.ts';

/** What a parent said when they asked for a review. */
export interface ReviewRequest {
  readonly askedOn: Temporal.PlainDate;
  readonly grounds: string;
  /** Why it is heard although it came late; empty when it did not. */
  readonly late: string;
}

/** Who could review an outcome: an office that may, no conflict, and no part in the case before. */
export async function reviewerCandidates(work: Work, { facts }: CaseFile): Promise<readonly Candidate[]> {
  return (await activeStaff(work)).filter((person) => mayReview(person, facts));
}

/**
 * Takes in that the parent asks for a review. The Chair hears it when they had no part; otherwise somebody is named.
 * @throws CaseRefused when it comes late without a reason, or there is nothing to review
 */
export async function askReview(
  work: Work,
  person: Person,
  id: CaseId,
  { askedOn, grounds, late }: ReviewRequest,
): Promise<void> {
  const calendar = await schoolCalendar(work);
  const words = { grounds: countWords(grounds), late: countWords(late) };
  await act(
    work,
    person,
    id,
    async (file) => {
      const chair = (await reviewerCandidates(work, file)).find(({ roles }) => roles.includes('chair'));
      const latest = latestReview(calendar, file.facts.issuedOn ?? askedOn);
      return { act: 'ask-review', askedOn, latest, words, reviewer: chair?.member ?? null };
    },
    {
      note: late === '' ? grounds : `${grounds}\n\nWhy it is heard although it came late: ${late}`,
      row: () => ({ closedAt: null, retention: null, keepUntil: null }),
    },
  );
}

/** Names who reviews, when it cannot be the Chair or they have left it. */
export async function nameReviewer(
  work: Work,
  person: Person,
  id: CaseId,
  member: MemberId,
  version: number,
): Promise<void> {
  const make = async (file: CaseFile) => {
    const suitable = (await reviewerCandidates(work, file)).some((each) => each.member === member);
    return { act: 'name-reviewer', member, suitable } as const;
  };
  await act(work, person, id, make, { version });
}

/** What a reviewer decides. */
export interface ReviewDecision {
  readonly result: ReviewResult;
  /** The outcome instead, when it is replaced. */
  readonly outcome: string | undefined;
  /** How long the outcome counts, when it is varied or replaced by a warning. */
  readonly months: number | undefined;
  readonly reasons: string;
  readonly papersShared: boolean;
  readonly next: readonly NextRoute[];
}

function standsNow(result: ReviewResult, label: string, until: Temporal.PlainDate | undefined): string {
  const end = until ? `, until ${formatDate(until)}` : '';
  if (result === 'upheld') return `The decision stays as it was: ${label}${end}.`;
  if (result === 'varied') return `The decision is changed. It is now: ${label}${end}.`;
  return `Another decision takes its place: ${label}${end}.`;
}

/**
 * Decides a review, and begins its letter. A varied or replaced outcome is a decision of its own; the one before stays
 * on record.
 * @throws CaseRefused when a condition is not met
 */
export async function decideReview(
  work: Work,
  person: Person,
  id: CaseId,
  decision: ReviewDecision,
  version: number,
  origin: string,
): Promise<LetterId> {
  const { result, reasons, papersShared, next } = decision;
  const kept = await decisionOf(work, id);
  const { file, facts } = await act(
    work,
    person,
    id,
    ({ facts: { decision: was } }) => ({
      act: 'decide-review',
      result,
      outcome: (result === 'replaced' ? decision.outcome : was?.outcome) ?? '',
      months: (result === 'upheld' ? was?.months : decision.months) ?? null,
      words: countWords(reasons),
      papersShared,
      next: [...next],
    }),
    { version, note: reasons },
  );
  const outcome = findOutcome(file.cited.ladder, facts.decision?.outcome ?? '');
  if (!kept || !outcome) throw new Error('A review was decided of a case without a decision.');
  const months = facts.decision?.months;
  const until = months ? schoolDay(kept.decidedAt).add({ months }) : undefined;
  if (result !== 'upheld') {
    await setDecisionAside(work, id, result);
    const { standing, expected } = kept;
    const words = { reasons, expected, standing, jumpReason: '', overrideReason: '' };
    await keepDecision(work, id, person.member, {
      ...words,
      outcome: outcome.key,
      label: outcome.label,
      expiresOn: until,
    });
  }
  const review = {
    reasons,
    outcome: standsNow(result, outcome.label, until),
    next: next.map((route) => NEXT_TEXT[route]),
  };
  return draftCaseLetter(work, person, { ...file, facts }, 'review', origin, { review });
}

/**
 * Issues the letter about a review: by the reviewer, once the review is decided.
 * @throws LetterUnfit when a part of it is missing or holds what it must not; Refusal 409 when the case
 *   moved on, or is on hold
 */
export async function issueReviewLetter(
  work: Work,
  person: Person,
  id: CaseId,
  letter: Letter,
  letterVersion: number,
  signed?: Signed,
): Promise<void> {
  const file = await caseFor(work, person, id, true);
  if (file.state !== 'reviewed')
    throw await outrun(work, `case:${id}`, 'The case is not at the end of a review any more.');
  askContactHold(file);
  const problems = await letterProblems(work, file, letter);
  if (Object.keys(problems).length > 0) throw new LetterUnfit();
  await issueLetter(work, letter, letterVersion, person.member, signed);
}
