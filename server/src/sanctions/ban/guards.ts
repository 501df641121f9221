import { contactHold } from '../../cases/contact-hold.ts';
import { canDecide } from '../../cases/deciders.ts';
import { SENTENCE_WORDS } from '../../cases/deeds.ts';
import type { CaseFacts } from '../../cases/facts.ts';
import { ladderOf } from '../../cases/facts.ts';
import { parentHeard } from '../../cases/hearing.ts';
import type { Outside } from '../../cases/request.ts';
import type { Person } from '../../cases/visibility.ts';
import { type BanLimits, isBefore } from './clock.ts';
import type { BanDeed } from './deeds.ts';
import type { BanFacts } from './facts.ts';
import { type BanPlan, isRiskOnSite, openParts } from './plan.ts';
import type { BanRefusal } from './refusals.ts';
import type { BanGuard } from './states.ts';

/** What the rules of a ban look at beside its own chronology. */
export interface BanOutside {
  readonly case: CaseFacts;
  readonly caseOutside: Outside;
  readonly plan: BanPlan;
  readonly limits: BanLimits;
  /** The letter that goes out with the act: unset when none was written. */
  readonly letter: { readonly fit: boolean } | undefined;
  /** The notice is on record as given to the parent. */
  readonly served: boolean;
  /** The person named to review it, with their roles. */
  readonly reviewer: Person | undefined;
}

/** One question to the table. */
export interface BanRequest {
  /** Unset for what happens by itself. */
  readonly person: Person | undefined;
  readonly deed: BanDeed;
  readonly facts: BanFacts;
  readonly outside: BanOutside;
}

type Guard = (request: BanRequest) => BanRefusal | undefined;

const wordsOf = (deed: BanDeed): number => ('words' in deed ? deed.words : 0);

/** The states of a case in which a ban may be considered: not before there is something to go by. */
const CASE_OPEN: ReadonlySet<CaseFacts['state']> = new Set([
  'assessment',
  'decision',
  'outcome-issued',
  'follow-up',
]);

/** Somebody who may decide and had no part in it so far (rules 8, 11). */
export function isFreshReviewer(person: Person, caseFacts: CaseFacts, facts: BanFacts): boolean {
  return (
    canDecide(person, caseFacts) &&
    !facts.deciders.includes(person.member) &&
    caseFacts.decision?.by !== person.member
  );
}

/** The conditions of acts, by name: each gives its refusal, or nothing when it is met. */
export const BAN_GUARD_RULES: Readonly<Record<BanGuard, Guard>> = {
  // Rule 3: a power that the adopted policy lacks is off.
  'policy-has-it': ({ outside }) =>
    ladderOf(outside.case).some(({ kind }) => kind === 'site-ban') ? undefined : { code: 'policy-lacks-it' },
  'case-open-to-it': ({ outside }) =>
    CASE_OPEN.has(outside.case.state) ? undefined : { code: 'case-not-open' },
  'not-on-hold': ({ facts }) => (facts.hold === undefined ? undefined : { code: 'on-hold' }),
  // Rules 12 and 15: the letter of the act would go to the parent.
  'contact-free': ({ outside }) => {
    const code = contactHold({ facts: outside.case, outside: outside.caseOutside });
    return code && { code };
  },
  'on-hold': ({ facts }) => (facts.hold === undefined ? { code: 'no-hold' } : undefined),
  // Rule 5: the child's part of the plan is one of those that must be complete.
  'plan-complete': ({ outside }) => (openParts(outside.plan).length > 0 ? { code: 'plan-open' } : undefined),
  // Rule 4.
  'risk-on-site': ({ outside }) => (isRiskOnSite(outside.plan) ? undefined : { code: 'no-risk-on-site' }),
  // Rule 7.
  'parent-heard': ({ outside }) =>
    parentHeard(outside.case, outside.caseOutside) ? undefined : { code: 'parent-not-heard' },
  // Rule 1: an invitation to make representations, with time to make them.
  'window-long-enough': ({ deed, outside }) => {
    const by = deed.act === 'give-notice' || deed.act === 'impose-provisionally' ? deed.answerBy : undefined;
    const { windowFrom } = outside.limits;
    return by && !isBefore(by, windowFrom) ? undefined : { code: 'window-short', from: windowFrom };
  },
  // Rule 2.
  'lapse-in-time': ({ deed, outside }) => {
    if (deed.act !== 'impose-provisionally') return undefined;
    const { lapseUntil } = outside.limits;
    if (isBefore(lapseUntil, deed.lapsesOn)) return { code: 'lapse-late', until: lapseUntil };
    return isBefore(deed.lapsesOn, deed.answerBy)
      ? { code: 'lapse-before-answer', until: deed.answerBy }
      : undefined;
  },
  urgent: ({ deed }) => (wordsOf(deed) < SENTENCE_WORDS ? { code: 'not-urgent' } : undefined),
  // Wandsworth v A: nothing is confirmed before the parent could answer.
  'window-over': ({ facts, outside }) => {
    if (facts.representations.length > 0) return undefined;
    if (!outside.served) return { code: 'not-served' };
    const { answerBy } = facts;
    return answerBy && isBefore(answerBy, outside.limits.today)
      ? undefined
      : { code: 'window-open', until: answerBy ?? outside.limits.windowFrom };
  },
  'all-answered': ({ facts }) =>
    facts.representations.every(({ answered }) => answered) ? undefined : { code: 'unanswered' },
  'reasons-given': ({ deed }) => (wordsOf(deed) < SENTENCE_WORDS ? { code: 'no-reasons' } : undefined),
  'words-given': ({ deed }) => (wordsOf(deed) < SENTENCE_WORDS ? { code: 'no-words' } : undefined),
  // Rule 1: an end of its own.
  ends: ({ deed, outside: { limits } }) => {
    if (deed.act !== 'confirm' && deed.act !== 'extend') return undefined;
    const start = deed.act === 'confirm' ? deed.from : limits.today;
    const fits =
      !isBefore(start, limits.today) && isBefore(start, deed.until) && !isBefore(limits.endUntil, deed.until);
    return fits ? undefined : { code: 'end-wrong', until: limits.endUntil };
  },
  // Rule 1: looked at again within a term.
  'review-in-time': ({ deed, outside: { limits } }) => {
    if (deed.act !== 'confirm' && deed.act !== 'extend') return undefined;
    const last = isBefore(deed.until, limits.reviewUntil) ? deed.until : limits.reviewUntil;
    const fits = isBefore(limits.today, deed.reviewOn) && !isBefore(last, deed.reviewOn);
    return fits ? undefined : { code: 'review-late', until: last };
  },
  'letter-ready': ({ outside: { letter } }) =>
    letter === undefined ? { code: 'letter-missing' } : letter.fit ? undefined : { code: 'letter-unfit' },
  'reviewer-fresh': ({ facts, outside }) =>
    outside.reviewer && isFreshReviewer(outside.reviewer, outside.case, facts)
      ? undefined
      : { code: 'reviewer-not-fresh' },
  'invitation-in-time': ({ deed, outside: { limits } }) =>
    deed.act === 'invite-review' && isBefore(deed.commentsBy, limits.commentsFrom)
      ? { code: 'comments-short', from: limits.commentsFrom }
      : undefined,
  'review-invited': ({ facts, outside }) =>
    facts.review && isBefore(facts.review.commentsBy, outside.limits.today)
      ? undefined
      : { code: 'not-invited' },
  over: ({ deed, facts, outside: { limits } }) => {
    const last = deed.act === 'lapse' ? facts.lapsesOn : facts.until;
    return last && isBefore(last, limits.today) ? undefined : { code: 'not-over' };
  },
};
