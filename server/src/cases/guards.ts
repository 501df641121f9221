import { Temporal } from 'temporal-polyfill';
import type { LetterKind, LetterState } from '../letters/rules.ts';
import { type Deed, type DeedOf, SENTENCE_WORDS } from './deeds.ts';
import { type CaseFacts, ladderOf } from './facts.ts';
import { findOutcome, type Outcome, rungOf, WARNING_MONTHS } from './outcomes.ts';
import { QUESTION_IDS } from './questions.ts';
import type { CaseRefusal } from './refusals.ts';
import type { GuardName } from './states.ts';
import { type Person, wantsSecondSignature } from './visibility.ts';

/** What the rules look at beside the case's own chronology. */
export interface Outside {
  readonly today: Temporal.PlainDate;
  /** The safeguarding hold is on (rule 12). */
  readonly held: boolean;
  readonly letters: readonly {
    readonly kind: LetterKind;
    readonly state: LetterState;
    readonly replyBy: Temporal.PlainDate | undefined;
  }[];
}

/** One question to the table: who wants to do what, with the case as it is. */
export interface Request {
  readonly person: Person;
  readonly deed: Deed;
  readonly facts: CaseFacts;
  readonly outside: Outside;
}

type Guard = (request: Request) => CaseRefusal | undefined;

const { compare } = Temporal.PlainDate;

/** The outcome that a decision is about: the one asked for, or the one recorded. */
function outcomeOf({ deed, facts }: Request): Outcome | undefined {
  if (deed.act === 'decide-nothing') return findOutcome(ladderOf(facts), 'no-further-action');
  const key = deed.act === 'decide' ? deed.outcome : facts.decision?.outcome;
  return key === undefined ? undefined : findOutcome(ladderOf(facts), key);
}

/** The clauses cited: those of the opening deed, which the first guard sees before they are part of the case. */
function openingOf({ deed, facts }: Request): DeedOf<'open'> | undefined {
  return deed.act === 'open' ? deed : facts.opening;
}

/** Whether the parent was heard, or two tries on different days and a written invitation went unanswered (rule 7). */
export function parentHeard({ contacts }: CaseFacts, { today, letters }: Outside): boolean {
  if (contacts.some(({ kind }) => kind === 'heard')) return true;
  const days = new Set(contacts.flatMap(({ kind, day }) => (kind === 'attempt' ? [day.toString()] : [])));
  const invited = [
    ...contacts.flatMap(({ kind, replyBy }) => (kind === 'invitation' && replyBy ? [replyBy] : [])),
    ...letters.flatMap(({ kind, state, replyBy }) =>
      kind === 'first-contact' && state === 'given' && replyBy ? [replyBy] : [],
    ),
  ];
  return days.size >= 2 && invited.some((replyBy) => compare(replyBy, today) < 0);
}

/** Whether anything but a report without a name speaks for the facts (rule 28). */
export function hasNamedBasis({ opening, sources, contacts }: CaseFacts): boolean {
  if (opening?.mode !== 'anonymous') return true;
  return sources.some((source) => source !== 'reporter') || contacts.some(({ ownWords }) => ownWords);
}

function unanswered({ answers }: CaseFacts): CaseRefusal | undefined {
  const questions = QUESTION_IDS.filter((id) => (answers[id]?.words ?? 0) < 1);
  return questions.length > 0 ? { code: 'unanswered', questions } : undefined;
}

/** Whether the decider of this request looked into the case themselves (rule 11). */
function deciderInvestigated({ facts, person }: Request): boolean {
  return facts.investigators.includes(facts.decision?.by ?? person.member);
}

/** Everything that must be so before anything is held against a parent, in the order a reader would ask. */
const FAIRNESS: readonly Guard[] = [
  ({ facts }) =>
    facts.opening?.clauses.some(({ force }) => force === 'rule') ? undefined : { code: 'expectation-only' },
  ({ facts }) => (facts.sources.length > 0 ? undefined : { code: 'nothing-gathered' }),
  ({ facts, outside }) => (parentHeard(facts, outside) ? undefined : { code: 'parent-not-heard' }),
  ({ facts }) => unanswered(facts),
  ({ facts }) => (facts.answers.protected?.choice === 'wholly' ? { code: 'criticism-only' } : undefined),
  ({ facts }) =>
    facts.answers.equality?.choice === 'raised-not-checked' ? { code: 'equality-unchecked' } : undefined,
  ({ facts }) => (hasNamedBasis(facts) ? undefined : { code: 'anonymous-only' }),
];

function reasonWords(deed: Deed): number {
  return deed.act === 'decide' || deed.act === 'decide-nothing' ? deed.words.reasons : 0;
}

function letterNeeded(request: Request): LetterKind | undefined {
  const outcome = outcomeOf(request);
  // A parent who was never spoken to about it need not learn that there was anything.
  if (outcome?.kind === 'no-further-action' && !parentWasContacted(request.facts, request.outside))
    return undefined;
  return outcome?.letter;
}

/** Whether the parent knows of the matter: somebody spoke or wrote to them. */
export function parentWasContacted({ contacts }: CaseFacts, { letters }: Outside): boolean {
  return (
    contacts.some(({ kind }) => kind !== 'attempt') ||
    letters.some(({ kind, state }) => kind === 'first-contact' && state !== 'draft' && state !== 'withdrawn')
  );
}

/** The conditions of acts, by name: each a pure function that gives its refusal, or nothing when it is met. */
export const GUARDS: Readonly<Record<GuardName, (request: Request) => readonly CaseRefusal[]>> = {
  // Rules 19 and 38: a clause of the version that was in force on the day of the message.
  'clause-cited': one((request) => {
    const opening = openingOf(request);
    if (!opening || opening.policyVersion === null) return { code: 'no-policy-then' };
    return opening.clauses.length > 0 ? undefined : { code: 'no-clause' };
  }),
  'not-held': one(({ outside }) => (outside.held ? { code: 'held' } : undefined)),
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
    const needed = letterNeeded(request);
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
    if (deed.act !== 'close' || facts.decision?.outcome === 'no-further-action') return undefined;
    return facts.followUp && deed.words >= SENTENCE_WORDS ? undefined : { code: 'not-followed-up' };
  }),
  'affected-told': one(({ facts }) => (facts.affected ? undefined : { code: 'affected-not-told' })),
};

function one(guard: Guard): (request: Request) => readonly CaseRefusal[] {
  return (request) => {
    const refusal = guard(request);
    return refusal ? [refusal] : [];
  };
}

/** Targets, interested and excluded people take no part, whatever their roles. */
function isConflicted(facts: CaseFacts, member: Person['member']): boolean {
  const { opening } = facts;
  return (
    facts.interested.includes(member) ||
    opening?.targets.includes(member) === true ||
    opening?.excluded.includes(member) === true
  );
}
