import { Temporal } from 'temporal-polyfill';
import type { CaseEvent, Deed, DeedOf } from '../src/cases/deeds.ts';
import { type CaseFacts, NOTHING_YET } from '../src/cases/facts.ts';
import type { LadderStep } from '../src/cases/outcomes.ts';
import { type Choice, QUESTION_IDS, type QuestionId } from '../src/cases/questions.ts';
import type { CaseRefusal } from '../src/cases/refusals.ts';
import { after } from '../src/cases/replay.ts';
import type { Outside, Request } from '../src/cases/request.ts';
import { ask } from '../src/cases/rules.ts';
import type { Person } from '../src/cases/visibility.ts';
import type { Role } from '../src/people/roles.ts';
import { newId } from '../src/platform/ids.ts';

/** Invented people of an invented school, for the rules of cases. */
const somebody = (...roles: Role[]): Person => ({ member: newId<'member'>(), roles });
export const PEOPLE = {
  handler: somebody('handler'),
  other: somebody('handler'),
  head: somebody('head'),
  chair: somebody('chair'),
  safe: somebody('safeguarding'),
  governor: somebody('governor'),
  clerk: somebody('clerk'),
  office: somebody('office'),
  data: somebody('data'),
} as const;
export const EVERYBODY: readonly Person[] = Object.values(PEOPLE);

export const TODAY = Temporal.PlainDate.from('2027-03-09');
export const dayAfter = (days: number) => TODAY.add({ days });

export const LADDER: readonly LadderStep[] = [
  { clauseId: 'warn', kind: 'warning-letter', text: 'Send a warning letter' },
  { clauseId: 'meet', kind: 'meeting', text: 'Invite the parent in' },
  { clauseId: 'law', kind: 'legal-advice', text: 'Seek legal advice', condition: 'in cases of libel' },
  { clauseId: 'ban', kind: 'site-ban', text: 'Ban the parent from the site' },
  { clauseId: 'crime', kind: 'authorities', text: 'Contact the authorities', condition: 'if a crime' },
  { clauseId: 'leave', kind: 'group-removal', text: 'Take the parent out of the group' },
];

/** Opens a case: an ordinary, confidential report about a rule of the policy. */
export function opening(change: Partial<DeedOf<'open'>> = {}): DeedOf<'open'> {
  return {
    act: 'open',
    mode: 'confidential',
    route: 'ordinary',
    messageDay: dayAfter(-3),
    policyVersion: 1,
    clauses: [{ id: 'abuse', force: 'rule' }],
    ladder: [...LADDER],
    targets: [],
    interested: [],
    excluded: [],
    appointed: [],
    decider: PEOPLE.head.member,
    safeguarding: false,
    ...change,
  };
}

export const account = (source: DeedOf<'record-account'>['source'] = 'witness'): Deed => ({
  act: 'record-account',
  source,
});

export const contact = (change: Partial<DeedOf<'record-contact'>> = {}): DeedOf<'record-contact'> => ({
  act: 'record-contact',
  kind: 'heard',
  day: TODAY,
  replyBy: null,
  ownWords: false,
  ...change,
});

const CHOICES: Partial<Record<QuestionId, Choice>> = { protected: 'none', equality: 'nothing-raised' };

/** An answer of the assessment. */
export const answer = (question: QuestionId, choice: Choice = CHOICES[question] ?? 'written'): Deed => ({
  act: 'answer',
  question,
  choice,
  words: 12,
});
export const ANSWERS: readonly Deed[] = QUESTION_IDS.map((id) => answer(id));

export const decide = (change: Partial<DeedOf<'decide'>> = {}): DeedOf<'decide'> => ({
  act: 'decide',
  outcome: 'step:warn',
  standing: 'none',
  months: 12,
  words: { reasons: 20, jump: 0, override: 0 },
  ...change,
});

export const decideNothing: Deed = { act: 'decide-nothing', words: { reasons: 20, override: 0 } };

/** The words are taken as a matter of conduct, not as feedback. */
export const conduct: Deed = { act: 'choose-handling', handling: 'conduct', words: 12 };

/** A referral to the police that all three locks are asked of. */
export const askReferral = (change: Partial<DeedOf<'ask-referral'>> = {}): DeedOf<'ask-referral'> => ({
  act: 'ask-referral',
  agency: 'police',
  danger: false,
  grounds: ['threat'],
  dated: 1,
  tried: ['conversation'],
  words: { facts: 12, tried: 12 },
  ...change,
});

/** The parent asks for a review, in time; the Chair hears it. */
export const askReview = (change: Partial<DeedOf<'ask-review'>> = {}): DeedOf<'ask-review'> => ({
  act: 'ask-review',
  askedOn: TODAY,
  latest: dayAfter(14),
  words: { grounds: 12, late: 0 },
  reviewer: PEOPLE.chair.member,
  ...change,
});

export const decideReview = (change: Partial<DeedOf<'decide-review'>> = {}): DeedOf<'decide-review'> => ({
  act: 'decide-review',
  result: 'upheld',
  outcome: 'step:warn',
  months: 12,
  words: 20,
  papersShared: true,
  next: ['complaints'],
  ...change,
});

/** The parent's own account, on their own page. */
export const wrote = (change: Partial<DeedOf<'parent-wrote'>> = {}): DeedOf<'parent-wrote'> => ({
  act: 'parent-wrote',
  how: 'own-page',
  day: TODAY,
  ownWords: 'unsaid',
  words: 12,
  ...change,
});

/** What has been done to a case, by whom: a pair each. */
export type Step = readonly [person: Person, deed: Deed];

/** The facts that some steps add up to; nothing is asked of the table. */
export function factsOf(steps: readonly Step[]): CaseFacts {
  return eventsOf(steps).reduce(after, NOTHING_YET);
}

export function eventsOf(steps: readonly Step[]): readonly CaseEvent[] {
  return steps.map(([{ member }, deed]) => ({ deed, by: member, on: TODAY }));
}

const { handler, head } = PEOPLE;
const by = (person: Person, deeds: readonly Deed[]): readonly Step[] => deeds.map((deed) => [person, deed]);

/** The ordinary way of a case, up to and with an act. */
export const WAY: readonly Step[] = [
  [handler, opening()],
  ...by(handler, [account(), { act: 'start-contact' }, contact(), { act: 'start-assessment' }]),
  [handler, conduct],
  ...by(handler, ANSWERS),
  [handler, { act: 'hand-over' }],
  [head, decide()],
  [head, { act: 'issue' }],
  [handler, { act: 'tell-affected', answer: 'told' }],
  [handler, { act: 'set-follow-up', day: dayAfter(20), latest: dayAfter(50) }],
  [handler, { act: 'close', words: 10, retention: 'outcome', keepUntil: dayAfter(2000) }],
];

/** The ordinary way up to the last time an act was done, with some steps left out or changed. */
export function wayTo(act: Deed['act'], change: (step: Step) => Step | undefined = (step) => step) {
  const last = WAY.findLastIndex(([, deed]) => deed.act === act);
  return WAY.slice(0, last + 1).flatMap((step) => {
    const changed = change(step);
    return changed ? [changed] : [];
  });
}

export const OUTSIDE: Outside = {
  today: TODAY,
  held: false,
  hasGroup: true,
  letters: [{ kind: 'warning', state: 'draft', replyBy: undefined }],
};

/** A request to the table. */
export function request(
  steps: readonly Step[],
  person: Person,
  deed: Deed,
  outside: Partial<Outside> = {},
): Request {
  return { person, deed, facts: factsOf(steps), outside: { ...OUTSIDE, ...outside } };
}

/** What the table refuses with after some steps; nothing when it lets the deed through. */
export function refusedBy(
  steps: readonly Step[],
  person: Person,
  deed: Deed,
  outside: Partial<Outside> = {},
): readonly CaseRefusal[] {
  const answered = ask(request(steps, person, deed, outside));
  return answered.ok ? [] : answered.refusals;
}

/** The same by its codes. */
export function codesOf(
  steps: readonly Step[],
  person: Person,
  deed: Deed,
  outside: Partial<Outside> = {},
): readonly string[] {
  return refusedBy(steps, person, deed, outside).map(({ code }) => code);
}
