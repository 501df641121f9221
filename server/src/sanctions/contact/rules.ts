import type { Temporal } from 'temporal-polyfill';
import type { ContactHold } from '../../cases/contact-hold.ts';
import { refusalText } from '../../cases/refusals.ts';
import { formatDate } from '../../ui/index.ts';
import { type BanLimits, isBefore } from '../ban/clock.ts';
import { type ContactPlanAct, type ContactPlanState, contactPlanAfter } from './states.ts';

/** What a communication plan says, in the school's words (rule 43). What is always open is the letter's own, locked. */
export interface ContactTerms {
  /** How much contact there was, and what it did. */
  readonly facts: string;
  /** How many of those were about the child's needs: they are counted apart, and never against the parent. */
  readonly childContacts: string;
  /** Whom to reach, and how. */
  readonly route: string;
  readonly frequency: string;
  readonly reasons: string;
}

export const NO_TERMS: ContactTerms = { facts: '', childContacts: '', route: '', frequency: '', reasons: '' };

/** The days of a plan. */
export interface ContactDays {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
}

/** Why an act on a plan is refused. */
export type ContactRefusal =
  | { readonly code: 'wrong-state' | 'not-yours' | 'parent-not-heard' | 'terms-open' }
  | { readonly code: ContactHold | 'letter-missing' | 'letter-unfit' }
  | { readonly code: 'end-wrong' | 'review-late'; readonly until: Temporal.PlainDate };

/** What the rules look at. */
export interface ContactOutside {
  readonly terms: ContactTerms;
  readonly days: ContactDays | undefined;
  readonly limits: BanLimits;
  readonly decides: boolean;
  readonly works: boolean;
  readonly hold: ContactHold | undefined;
  readonly heard: boolean;
  readonly letter: { readonly fit: boolean } | undefined;
}

/** The terms that are not written yet. */
export function openTerms(terms: ContactTerms): readonly (keyof ContactTerms)[] {
  return (['facts', 'childContacts', 'route', 'frequency', 'reasons'] as const).filter(
    (name) => terms[name].trim() === '',
  );
}

function daysRefused({ days, limits }: ContactOutside): readonly ContactRefusal[] {
  if (!days) return [{ code: 'end-wrong', until: limits.endUntil }];
  const { from, until, reviewOn } = days;
  const ends = !isBefore(from, limits.today) && isBefore(from, until) && !isBefore(limits.endUntil, until);
  const last = isBefore(until, limits.reviewUntil) ? until : limits.reviewUntil;
  const reviewed = isBefore(limits.today, reviewOn) && !isBefore(last, reviewOn);
  return [
    ...(ends ? [] : [{ code: 'end-wrong' as const, until: limits.endUntil }]),
    ...(reviewed ? [] : [{ code: 'review-late' as const, until: last }]),
  ];
}

/** Everything that must be so before a plan goes out: heard first, an end, a review, a letter (rules 7, 43). */
function issueRefused(outside: ContactOutside): readonly ContactRefusal[] {
  const { letter, terms, hold, heard } = outside;
  return [
    ...(hold ? [{ code: hold }] : []),
    ...(heard ? [] : [{ code: 'parent-not-heard' as const }]),
    ...(openTerms(terms).length > 0 ? [{ code: 'terms-open' as const }] : []),
    ...daysRefused(outside),
    ...(letter === undefined ? [{ code: 'letter-missing' as const }] : []),
    ...(letter?.fit === false ? [{ code: 'letter-unfit' as const }] : []),
  ];
}

/** Whose act it is: the decider's to send and to lift, the clock's to end; the rest is for those who work on the case. */
function isTheirs(act: ContactPlanAct, { decides, works }: ContactOutside): boolean {
  return act === 'issue' || act === 'lift' || act === 'drop' ? decides : works || decides;
}

export type ContactAnswer =
  | { readonly ok: true; readonly state: ContactPlanState }
  | { readonly ok: false; readonly refusals: readonly ContactRefusal[] };

/** Asks the table: may this be done with a plan now, and where does it lead? */
export function askContactPlan(
  state: ContactPlanState,
  act: Exclude<ContactPlanAct, 'run-out'>,
  outside: ContactOutside,
): ContactAnswer {
  const next = contactPlanAfter(state, act);
  if (next === null) return { ok: false, refusals: [{ code: 'wrong-state' }] };
  if (!isTheirs(act, outside)) return { ok: false, refusals: [{ code: 'not-yours' }] };
  const refusals = act === 'issue' ? issueRefused(outside) : [];
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, state: next };
}

/** How a plan stands on a day: one whose last day has passed has ended, whether or not that was written down. */
export function planStandingOn(
  { state, until }: { readonly state: ContactPlanState; readonly until: Temporal.PlainDate | undefined },
  day: Temporal.PlainDate,
): ContactPlanState {
  return state === 'active' && until && isBefore(until, day) ? 'ended' : state;
}

/** A refusal in plain words. */
export function contactRefusalText(refusal: ContactRefusal): string {
  switch (refusal.code) {
    case 'wrong-state':
      return 'The plan has moved on since you opened the page.';
    case 'not-yours':
      return 'This step is the decider’s.';
    case 'held':
    case 'police-held':
      return refusalText({ code: refusal.code });
    case 'parent-not-heard':
      return 'Hear the parent first, or record two tries on different days and a written invitation that was not answered.';
    case 'terms-open':
      return 'Complete every part of the plan first.';
    case 'letter-missing':
      return 'Write the letter first.';
    case 'letter-unfit':
      return 'The letter is not fit to go out yet. Change the parts that are marked in it.';
    case 'end-wrong':
      return `Choose a last day that is still to come, ${formatDate(refusal.until)} at the latest.`;
    case 'review-late':
      return `Look at it again within a term, and before it ends: ${formatDate(refusal.until)} at the latest.`;
  }
}
