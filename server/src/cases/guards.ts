import { Temporal } from 'temporal-polyfill';
import type { LetterKind } from '../letters/rules.ts';
import { contactHold } from './contact-hold.ts';
import { type Deed, type DeedOf, SENTENCE_WORDS } from './deeds.ts';
import { ENDING_GUARDS } from './ending-guards.ts';
import { type CaseFacts, ladderOf } from './facts.ts';
import { FAIRNESS, unanswered } from './fairness.ts';
import type { GuardName } from './guard-names.ts';
import { isUntold, parentHeard } from './hearing.ts';
import { endsQuietly, rungOf, WARNING_MONTHS } from './outcomes.ts';
import { REFERRAL_GUARDS } from './referral-guards.ts';
import type { CaseRefusal } from './refusals.ts';
import { type Condition, one, outcomeOf, type Request } from './request.ts';
import { REVIEW_GUARDS } from './review-guards.ts';
import { type Person, wantsSecondSignature } from './visibility.ts';

const { compare } = Temporal.PlainDate;

/** The clauses cited: those of the opening deed, which the first guard sees before they are part of the case. */
function openingOf({ deed, facts }: Request): DeedOf<'open'> | undefined {
  return deed.act === 'open' ? deed : facts.opening;
}

/** Whether the decider of this request looked into the case themselves (rule 11). */
function deciderInvestigated({ facts, person }: Request): boolean {
  return facts.investigators.includes(facts.decision?.by ?? person.member);
}

/** The safeguarding lead or the police have asked that nobody speaks to the parent (rules 12, 15). */
function holdOn(request: Request): CaseRefusal | undefined {
  const code = contactHold(request);
  return code && { code };
}

function reasonWords(deed: Deed): number {
  return deed.act === 'decide' || deed.act === 'decide-nothing' ? deed.words.reasons : 0;
}

function letterNeeded(request: Request): LetterKind | undefined {
  const outcome = outcomeOf(request);
  // A parent who was never spoken to about it need not learn that there was anything.
  if (outcome && isUntold(outcome, request.facts, request.outside)) return undefined;
  return outcome?.letter;
}

/** The conditions of acts, by name: each a pure function that gives its refusal, or nothing when it is met. */
export const GUARDS: Readonly<Record<GuardName, Condition>> = {
  // Rules 19 and 38: a clause of the version that was in force on the day of the message.
  'clause-cited': one((request) => {
    const opening = openingOf(request);
    if (!opening || opening.policyVersion === null) return { code: 'no-policy-then' };
    return opening.clauses.length > 0 ? undefined : { code: 'no-clause' };
  }),
  'not-held': one(holdOn),
  'something-gathered': one(({ facts }) =>
    facts.sources.length > 0 ? undefined : { code: 'nothing-gathered' },
  ),
  'parent-heard': one(({ facts, outside }) =>
    parentHeard(facts, outside) ? undefined : { code: 'parent-not-heard' },
  ),
  'all-answered': one(({ facts }) => unanswered(facts)),
  'checks-done': one(({ facts }) =>
    facts.answers.equality?.choice === 'raised-not-checked' ? { code: 'equality-unchecked' } : undefined,
  ),
  'decider-named': one(({ facts }) => (facts.decider ? undefined : { code: 'no-decider' })),
  // S60: nobody takes the decision from the one whose it is; they can pass it on themselves.
  'decider-vacant': one(({ deed, facts, person }) => {
    if (deed.act !== 'name-decider' || deed.vacant) return undefined;
    return facts.decider && facts.decider !== person.member ? { code: 'decider-there' } : undefined;
  }),
  'decider-suitable': one(({ deed, facts }) => {
    if (deed.act !== 'name-decider') return undefined;
    return deed.suitable && !isConflicted(facts, deed.member) ? undefined : { code: 'unsuitable-person' };
  }),
  'appointee-suitable': one(({ deed, facts }) => {
    if (deed.act !== 'appoint') return undefined;
    return deed.suitable && !isConflicted(facts, deed.member) ? undefined : { code: 'unsuitable-person' };
  }),
  undecided: one(({ facts }) => (facts.decision ? { code: 'decided-already' } : undefined)),
  decided: one(({ facts }) => (facts.decision ? undefined : { code: 'not-decided' })),
  'own-decision': one(({ facts, person }) =>
    facts.decision && facts.decision.by !== person.member ? { code: 'another-decided' } : undefined,
  ),
  'outcome-possible': one((request) => {
    const outcome = outcomeOf(request);
    if (!outcome) return { code: 'not-in-policy' };
    if (outcome.kind === 'reminder' && !request.outside.hasGroup) return { code: 'no-group' };
    return outcome.notHere === undefined ? undefined : { code: 'not-here', why: outcome.notHere };
  }),
  // Rule 20.
  'reasons-given': one(({ deed }) =>
    reasonWords(deed) >= SENTENCE_WORDS ? undefined : { code: 'no-reasons' },
  ),
  // Rule 21.
  'jump-explained': one((request) => {
    const { deed, facts } = request;
    if (deed.act !== 'decide') return undefined;
    const rungs = (outcomeOf(request)?.rung ?? 0) - rungOf(ladderOf(facts), deed.standing);
    return rungs > 1 && deed.words.jump < SENTENCE_WORDS ? { code: 'jump-unexplained', rungs } : undefined;
  }),
  // Rule 11: the investigator does not decide, unless the school is too small and says so.
  'investigated-by-another': one((request) => {
    const { deed } = request;
    if (deed.act !== 'decide' && deed.act !== 'decide-nothing') return undefined;
    const must = deciderInvestigated(request) && deed.words.override < SENTENCE_WORDS;
    return must ? { code: 'you-investigated' } : undefined;
  }),
  'second-signature': one((request) => {
    const { decision, investigators } = request.facts;
    if (!decision || !deciderInvestigated(request)) return undefined;
    if (decision.words.override < SENTENCE_WORDS) return { code: 'you-investigated' };
    const { secondSignature } = decision;
    const signed = secondSignature && !investigators.includes(secondSignature);
    return signed ? undefined : { code: 'no-second-signature' };
  }),
  'signature-wanted': one(({ facts }) =>
    wantsSecondSignature(facts) ? undefined : { code: 'no-signature-wanted' },
  ),
  'fair-sanction': (request) =>
    outcomeOf(request)?.sanction === true ? FAIRNESS.flatMap((guard) => guard(request) ?? []) : [],
  // Rule 23.
  'expiry-set': one((request) => {
    if (request.deed.act !== 'decide' || outcomeOf(request)?.letter !== 'warning') return undefined;
    const { months } = request.deed;
    return WARNING_MONTHS.some((allowed) => allowed === months) ? undefined : { code: 'no-expiry' };
  }),
  'letter-ready': one((request) => {
    const needed = letterNeeded(request);
    const ready = request.outside.letters.some(({ kind, state }) => kind === needed && state === 'draft');
    return needed === undefined || ready ? undefined : { code: 'no-letter' };
  }),
  'letter-given': one((request) => {
    const needed = request.facts.review?.decided ? 'review' : letterNeeded(request);
    const given = request.outside.letters.some(({ kind, state }) => kind === needed && state === 'given');
    return needed === undefined || given ? undefined : { code: 'letter-not-given' };
  }),
  'follow-up-in-time': one(({ deed, outside }) => {
    if (deed.act !== 'set-follow-up') return undefined;
    if (compare(deed.day, outside.today) <= 0) return { code: 'follow-up-past' };
    return compare(deed.day, deed.latest) > 0
      ? { code: 'follow-up-too-late', latest: deed.latest }
      : undefined;
  }),
  'followed-up': one(({ deed, facts }) => {
    if (deed.act !== 'close' || endsQuietly(facts.decision?.outcome)) return undefined;
    return facts.followUp && deed.words >= SENTENCE_WORDS ? undefined : { code: 'not-followed-up' };
  }),
  'answer-weighed': one(({ facts }) => (facts.answeredSince ? { code: 'answered-since' } : undefined)),
  'affected-told': one(({ facts }) => (facts.affected ? undefined : { code: 'affected-not-told' })),
  ...ENDING_GUARDS,
  ...REFERRAL_GUARDS,
  ...REVIEW_GUARDS,
};

/** Targets, interested and excluded people take no part, whatever their roles. */
function isConflicted(facts: CaseFacts, member: Person['member']): boolean {
  const { opening } = facts;
  return (
    facts.interested.includes(member) ||
    opening?.targets.includes(member) === true ||
    opening?.excluded.includes(member) === true
  );
}
