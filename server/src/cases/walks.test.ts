import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askReferral,
  askReview,
  decideReview,
  EVERYBODY,
  opening,
  PEOPLE,
  TODAY,
  wrote,
} from '../../test/case-facts.ts';
import { CONCERN_MODES } from '../concerns/kinds.ts';
import {
  CLEAR_STEPS,
  HANDLINGS,
  INSTRUMENTS,
  OWN_WORDS,
  PARENT_ASKS,
  REVIEW_RESULTS,
  STAGES,
} from './codes.ts';
import { CASE_ROUTES, type CaseEvent, type Deed, deedSchema } from './deeds.ts';
import { type CaseFacts, NOTHING_YET } from './facts.ts';
import { parentHeard } from './hearing.ts';
import { findOutcome } from './outcomes.ts';
import { EQUALITY_CHOICES, PROTECTED_CHOICES, QUESTION_IDS } from './questions.ts';
import { after, replay } from './replay.ts';
import type { Outside } from './request.ts';
import { ask } from './rules.ts';
import { type CaseAct, hasEnded } from './states.ts';
import { HANDBELL, PARENT, type Person } from './visibility.ts';

/** More of them on wish: `CASE_WALKS=10000 npx vitest run server/src/cases/walks`. */
const WALKS = Number(process.env.CASE_WALKS ?? 1500);

const person = fc.constantFrom(...EVERYBODY, PARENT);
const member = person.map((each) => each.member);
const some = fc.oneof(
  { weight: 4, arbitrary: fc.uniqueArray(member, { maxLength: 0 }) },
  fc.uniqueArray(member, { maxLength: 2 }),
);
const words = fc.constantFrom(0, 3, 20);
const day = fc.integer({ min: -10, max: 60 }).map((days) => TODAY.add({ days }));

const cited = (...forces: ('rule' | 'expectation')[]) => forces.map((force) => ({ id: `a ${force}`, force }));

/** Any deed at all, likely or not. */
const deeds: Readonly<Record<CaseAct, fc.Arbitrary<Deed>>> = {
  open: fc
    .record({
      mode: fc.constantFrom(...CONCERN_MODES),
      route: fc.constantFrom(...CASE_ROUTES, 'ordinary' as const, 'ordinary' as const),
      clauses: fc.constantFrom(cited('rule'), cited('rule', 'expectation'), cited('expectation'), cited()),
      policyVersion: fc.constantFrom(1, 1, 1, null),
      targets: some,
      interested: some,
      excluded: some,
      appointed: some,
      decider: fc.constantFrom(PEOPLE.head.member, PEOPLE.head.member, PEOPLE.chair.member, null),
      safeguarding: fc.boolean(),
    })
    .map((change) => opening(change)),
  'record-account': fc
    .constantFrom('reporter' as const, 'witness' as const)
    .map((source) => ({ act: 'record-account', source })),
  'start-contact': fc.constant({ act: 'start-contact' }),
  'write-first-letter': day.map((replyBy) => ({ act: 'write-first-letter', replyBy })),
  'record-contact': fc.record({
    act: fc.constant('record-contact' as const),
    kind: fc.constantFrom('attempt' as const, 'invitation' as const, 'heard' as const),
    day,
    replyBy: fc.option(day, { nil: null }),
    ownWords: fc.boolean(),
  }),
  'start-assessment': fc.constant({ act: 'start-assessment' }),
  answer: fc.record({
    act: fc.constant('answer' as const),
    question: fc.constantFrom(...QUESTION_IDS),
    choice: fc.constantFrom(...PROTECTED_CHOICES, ...EQUALITY_CHOICES, 'written' as const),
    words,
  }),
  'hand-over': fc.constant({ act: 'hand-over' }),
  'send-back': fc.constant({ act: 'send-back' }),
  decide: fc.record({
    act: fc.constant('decide' as const),
    outcome: fc.constantFrom('step:warn', 'step:warn', 'step:ban', 'advice', 'step:none'),
    standing: fc.constantFrom('none', 'step:warn'),
    months: fc.constantFrom(12, 3, null),
    words: fc.record({ reasons: words, jump: words, override: words }),
  }),
  'decide-nothing': fc
    .record({ reasons: words, override: words })
    .map((counted) => ({ act: 'decide-nothing', words: counted })),
  'withdraw-decision': fc.constant({ act: 'withdraw-decision' }),
  countersign: fc.constant({ act: 'countersign' }),
  issue: fc.constant({ act: 'issue' }),
  'tell-affected': fc.constant({ act: 'tell-affected', answer: 'told' }),
  'set-follow-up': day.map((each) => ({ act: 'set-follow-up', day: each, latest: TODAY.add({ days: 49 }) })),
  close: words.map((count) => ({ act: 'close', words: count, retention: 'outcome', keepUntil: TODAY })),
  'declare-interest': fc.option(member).map((successor) => ({ act: 'declare-interest', successor })),
  'name-decider': fc
    .record({ member, suitable: fc.boolean(), vacant: fc.boolean() })
    .map((named) => ({ act: 'name-decider', ...named })),
  appoint: fc.record({ member, suitable: fc.boolean() }).map((named) => ({ act: 'appoint', ...named })),
  'choose-handling': fc
    .constantFrom(...HANDLINGS)
    .map((handling) => ({ act: 'choose-handling', handling, words: 9 })),
  'take-clear-step': fc
    .constantFrom(...CLEAR_STEPS)
    .map((step) => ({ act: 'take-clear-step', step, words: 9 })),
  'record-needs': fc.constant({ act: 'record-needs', of: 'subject', answer: 'some' }),
  'offer-support': fc.constant({ act: 'offer-support', answer: 'offered', words: 9 }),
  'ask-referral': fc
    .record({ danger: fc.boolean(), dated: fc.nat(1), words: fc.record({ facts: words, tried: words }) })
    .map((change) => askReferral(change)),
  'approve-referral': fc.constant({ act: 'approve-referral' }),
  'decline-referral': fc.constant({ act: 'decline-referral', words: 9 }),
  'make-referral': fc
    .boolean()
    .map((policeHold) => ({ act: 'make-referral', policeHold, toldParent: false })),
  'hold-for-police': fc.constant({ act: 'hold-for-police', words: 9 }),
  'release-police-hold': fc.constant({ act: 'release-police-hold', words: 9 }),
  'ask-lawyer': words.map((count) => ({ act: 'ask-lawyer', of: 'own', words: count })),
  'record-advice': fc.constant({ act: 'record-advice' }),
  track: fc
    .record({ instrument: fc.constantFrom(...INSTRUMENTS), stage: fc.constantFrom(...STAGES) })
    .map((moved) => ({ act: 'track', ...moved })),
  'ask-review': fc
    .record({
      askedOn: day,
      latest: day,
      reviewer: fc.option(member),
      words: fc.record({ grounds: words, late: words }),
    })
    .map((change) => askReview(change)),
  'name-reviewer': fc
    .record({ member, suitable: fc.boolean() })
    .map((named) => ({ act: 'name-reviewer', ...named })),
  'decide-review': fc
    .record({
      result: fc.constantFrom(...REVIEW_RESULTS),
      outcome: fc.constantFrom('step:warn', 'step:ban', 'advice', 'no-further-action'),
      months: fc.constantFrom(12, 6, null),
      words,
      papersShared: fc.boolean(),
    })
    .map((change) => decideReview(change)),
  reopen: fc
    .record({ words, decider: fc.constantFrom(PEOPLE.head.member, PEOPLE.chair.member, null) })
    .map((again) => ({ act: 'reopen', ...again })),
  'parent-wrote': fc.constantFrom(...OWN_WORDS).map((ownWords) => wrote({ ownWords })),
  'parent-asked': fc.constantFrom(...PARENT_ASKS).map((what) => ({ act: 'parent-asked', what, words: 9 })),
  retain: fc.constant({ act: 'retain' }),
  erase: fc.record({ holds: fc.nat(1), early: words }).map((gone) => ({ act: 'erase', ...gone })),
};

const LETTERS = (
  ['first-contact', 'no-further-action', 'advice', 'warning', 'outcome', 'review'] as const
).flatMap((kind) =>
  (['draft', 'issued', 'given'] as const).map((state) => ({
    kind,
    state,
    replyBy: TODAY.subtract({ days: 1 }),
  })),
);
const outside: fc.Arbitrary<Outside> = fc.record({
  today: fc.constant(TODAY),
  held: fc.nat(9).map((number) => number === 0),
  hasGroup: fc.boolean(),
  letters: fc.oneof({ weight: 4, arbitrary: fc.constant(LETTERS) }, fc.subarray(LETTERS)),
});

/** A move: any deed by anybody, or the next likely step, so that walks get to the end often enough. */
interface Move {
  readonly wild: { readonly who: Person; readonly deed: Deed } | undefined;
  readonly outside: Outside;
}
const wild = fc.record({ who: person, deed: fc.oneof(...Object.values(deeds)) });
const moves: fc.Arbitrary<Move> = fc.record({
  wild: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: wild }),
  outside,
});
const walk = fc.array(moves, { minLength: 25, maxLength: 90 });

const counted = { reasons: 20, jump: 20, override: 20 };

/** The likely next step of a case. The Head and the handler both look into it now and then. */
function likely(facts: CaseFacts, turn: number): { readonly who: Person; readonly deed: Deed } {
  const { handler, head, chair } = PEOPLE;
  const looker = turn % 7 === 0 ? head : handler;
  const decider = facts.decider === chair.member ? chair : head;
  switch (facts.state) {
    case undefined:
      return { who: handler, deed: opening() };
    case 'gathering':
      return facts.sources.length === 0
        ? { who: looker, deed: { act: 'record-account', source: 'witness' } }
        : { who: handler, deed: { act: 'start-contact' } };
    case 'parent-contact': {
      const kind = turn % 3 === 0 ? 'heard' : turn % 3 === 1 ? 'attempt' : 'invitation';
      const past = TODAY.subtract({ days: turn % 5 });
      return turn % 2 === 0
        ? { who: handler, deed: { act: 'start-assessment' } }
        : { who: looker, deed: { act: 'record-contact', kind, day: past, replyBy: past, ownWords: false } };
    }
    case 'assessment': {
      if (!facts.handling)
        return { who: handler, deed: { act: 'choose-handling', handling: 'conduct', words: 9 } };
      const question = QUESTION_IDS.find((id) => !facts.answers[id]);
      if (!question) return { who: handler, deed: { act: 'hand-over' } };
      const choices = { protected: 'none', equality: 'nothing-raised' } as const;
      const choice = question === 'protected' || question === 'equality' ? choices[question] : 'written';
      return { who: handler, deed: { act: 'answer', question, choice, words: 9 } };
    }
    case 'decision':
      if (!facts.decision) {
        const deed = { act: 'decide', outcome: 'step:warn', standing: 'none', months: 12 } as const;
        return { who: decider, deed: { ...deed, words: counted } };
      }
      return turn % 2 === 0
        ? { who: PEOPLE.other, deed: { act: 'countersign' } }
        : { who: decider, deed: { act: 'issue' } };
    case 'outcome-issued':
      return facts.affected
        ? {
            who: handler,
            deed: { act: 'set-follow-up', day: TODAY.add({ days: 5 }), latest: TODAY.add({ days: 49 }) },
          }
        : { who: handler, deed: { act: 'tell-affected', answer: 'told' } };
    case 'follow-up':
      return turn % 4 === 0
        ? { who: handler, deed: askReview() }
        : {
            who: handler,
            deed: { act: 'close', words: 9, retention: 'outcome', keepUntil: TODAY.subtract({ days: 1 }) },
          };
    case 'review':
      return facts.review?.reviewer === chair.member
        ? {
            who: chair,
            deed: decideReview({
              outcome: facts.decision?.outcome ?? '',
              months: facts.decision?.months ?? null,
            }),
          }
        : { who: handler, deed: { act: 'name-reviewer', member: chair.member, suitable: true } };
    case 'reviewed':
      return facts.affected
        ? { who: handler, deed: { act: 'close', words: 9, retention: 'outcome', keepUntil: TODAY } }
        : { who: handler, deed: { act: 'tell-affected', answer: 'told' } };
    case 'closed':
      return turn % 3 === 0
        ? { who: handler, deed: { act: 'reopen', words: 9, decider: head.member } }
        : { who: HANDBELL, deed: { act: 'retain' } };
    case 'retained':
    case 'erased':
      return { who: PEOPLE.data, deed: { act: 'erase', holds: 0, early: 9 } };
  }
}

/** A case after a walk: what was let through, and every sanction that was issued on the way. */
interface Walked {
  readonly events: readonly CaseEvent[];
  readonly facts: CaseFacts;
  /** Each with what was done since the case was opened, or opened again, up to it. */
  readonly sanctions: readonly { readonly before: readonly CaseEvent[]; readonly outside: Outside }[];
}

/** What counts at present: everything since the case was last opened again. */
function sinceReopened(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const again = events.findLastIndex(({ deed }) => deed.act === 'reopen');
  return events.slice(again + 1);
}

function take(path: readonly Move[]): Walked {
  let facts = NOTHING_YET;
  const events: CaseEvent[] = [];
  const sanctions: { before: readonly CaseEvent[]; outside: Outside }[] = [];
  path.forEach((move, turn) => {
    const { who, deed } = move.wild ?? likely(facts, turn);
    const answered = ask({ person: who, deed, facts, outside: move.outside });
    if (!answered.ok) return;
    const event = { deed, by: who.member, on: TODAY };
    if (
      deed.act === 'issue' &&
      findOutcome(facts.opening?.ladder ?? [], facts.decision?.outcome ?? '')?.sanction
    ) {
      sanctions.push({ before: [...events, event], outside: move.outside });
    }
    facts = after(facts, event);
    events.push(event);
    expect(facts.state).toBe(answered.state);
  });
  return { events, facts, sanctions };
}

/** The deeds of one kind, read from the chronology without asking the rules. */
function all<Act extends Deed['act']>(events: readonly CaseEvent[], act: Act) {
  return events.flatMap(({ deed, by }) => (deed.act === act ? [{ deed, by }] : []));
}

/** Everybody who was named as somebody without a part in the case before an act. */
function conflicted(events: readonly CaseEvent[]): ReadonlySet<string> {
  const named = events.flatMap(({ deed, by }): readonly string[] => {
    if (deed.act === 'open') return [...deed.targets, ...deed.interested, ...deed.excluded];
    return deed.act === 'declare-interest' ? [by] : [];
  });
  return new Set(named);
}

const LOOKING: readonly CaseAct[] = [
  'record-account',
  'start-contact',
  'record-contact',
  'choose-handling',
  'answer',
  'hand-over',
];
/** Whoever did one of these had a part: none of them reviews. */
const TAKING_PART: readonly CaseAct[] = [...LOOKING, 'issue', 'take-clear-step'];

describe('random walks through the table', () => {
  let sanctioned = 0;
  let closed = 0;
  let reviewed = 0;

  it('never reach a sanction without the parent heard, a rule cited and every question answered', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const walked = take(path);
        if (all(walked.events, 'close').length > 0) closed += 1;
        if (all(walked.events, 'decide-review').length > 0) reviewed += 1;
        for (const { before, outside: seen } of walked.sanctions) {
          sanctioned += 1;
          const now = sinceReopened(before);
          const contacts = all(now, 'record-contact').map(({ deed }) => deed);
          const wroteThemselves = all(now, 'parent-wrote').some(({ by }) => by === PARENT.member);
          const heard =
            wroteThemselves ||
            contacts.some((each) => each.act === 'record-contact' && each.kind === 'heard');
          if (!heard) {
            const facts = replay(before);
            const tries = new Set(
              facts.contacts.filter(({ kind }) => kind === 'attempt').map(({ day: on }) => on.toString()),
            );
            expect(tries.size).toBeGreaterThanOrEqual(2);
            expect(parentHeard(facts, { ...seen, letters: [] }) || seen.letters.length > 0).toBe(true);
          }
          const [opened] = all(before, 'open');
          expect(
            opened?.deed.act === 'open' && opened.deed.clauses.some(({ force }) => force === 'rule'),
          ).toBe(true);
          const answered = new Set(
            all(now, 'answer').flatMap(({ deed }) => (deed.act === 'answer' ? [deed.question] : [])),
          );
          expect(answered.size).toBe(QUESTION_IDS.length);
        }
      }),
      { numRuns: WALKS },
    );
    expect(sanctioned).toBeGreaterThan(WALKS / 50);
    expect(closed).toBeGreaterThan(WALKS / 100);
    expect(reviewed).toBeGreaterThan(WALKS / 200);
  });

  it('never let somebody with a conflict do anything, or the investigator decide alone', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { events, sanctions } = take(path);
        events.forEach(({ by, deed }, index) => {
          if (deed.act !== 'declare-interest')
            expect(conflicted(events.slice(0, index + 1))).not.toContain(by);
        });
        for (const { before } of sanctions) {
          const decision = before.findLast(({ deed }) => deed.act === 'decide');
          const issue = before.at(-1);
          expect(issue?.by).toBe(decision?.by);
          const lookers = before.filter(({ deed }) => LOOKING.includes(deed.act)).map(({ by }) => by);
          if (decision && lookers.includes(decision.by)) {
            const signature = before.findLast(({ deed }) => deed.act === 'countersign');
            expect(signature && !lookers.includes(signature.by) && signature.by !== decision.by).toBe(true);
            expect(decision.deed.act === 'decide' && decision.deed.words.override > 5).toBe(true);
          }
        }
      }),
      { numRuns: WALKS },
    );
  });

  it('never let a review be decided by anybody with a part in the case before, nor make it worse', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { events } = take(path);
        events.forEach(({ by, deed }, index) => {
          if (deed.act !== 'decide-review') return;
          const before = events.slice(0, index);
          const part = before.filter(({ deed: { act } }) => TAKING_PART.includes(act));
          expect(part.map((each) => each.by)).not.toContain(by);
          expect(conflicted(before)).not.toContain(by);
          const facts = replay(before);
          const was = findOutcome(facts.opening?.ladder ?? [], facts.decision?.outcome ?? '');
          const is = findOutcome(facts.opening?.ladder ?? [], deed.outcome);
          expect(is?.rung ?? 9).toBeLessThanOrEqual(was?.rung ?? 0);
        });
      }),
      { numRuns: WALKS },
    );
  });

  it('never refer a matter without its three locks, unless a life is in danger', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { events } = take(path);
        events.forEach(({ deed }, index) => {
          if (deed.act !== 'make-referral') return;
          const before = events.slice(0, index);
          const asked = before.findLast((each) => each.deed.act === 'ask-referral');
          if (asked?.deed.act !== 'ask-referral' || asked.deed.danger) return;
          const agreed = before.findLast((each) => each.deed.act === 'approve-referral');
          expect(agreed && agreed.by !== asked.by).toBe(true);
          expect(conflicted(before)).not.toContain(agreed?.by);
          expect(asked.deed.dated).toBeGreaterThan(0);
        });
      }),
      { numRuns: WALKS },
    );
  });

  it('leave a closed case with an outcome, always', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { events } = take(path);
        events.forEach(({ deed }, index) => {
          if (deed.act !== 'close') return;
          const facts = replay(events.slice(0, index));
          expect(facts.decision).toBeDefined();
          expect(facts.issuedOn).toBeDefined();
        });
      }),
      { numRuns: 500 },
    );
  });

  it('are the same after a decision is taken and withdrawn', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { facts } = take(path);
        const { head, chair } = PEOPLE;
        const who = facts.decider === chair.member ? chair : head;
        const taken: Deed = {
          act: 'decide',
          outcome: 'step:warn',
          standing: 'none',
          months: 12,
          words: counted,
        };
        const outsideNow = { today: TODAY, held: false, hasGroup: true, letters: LETTERS };
        if (!ask({ person: who, deed: taken, facts, outside: outsideNow }).ok) return;
        const decided = after(facts, { deed: taken, by: who.member, on: TODAY });
        const undone: Deed = { act: 'withdraw-decision' };
        expect(ask({ person: who, deed: undone, facts: decided, outside: outsideNow }).ok).toBe(true);
        expect(after(decided, { deed: undone, by: who.member, on: TODAY })).toEqual(facts);
      }),
      { numRuns: 500 },
    );
  });

  it('replay from their stored chronology to the same facts', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { events, facts } = take(path);
        const stored: unknown[] = events.map(({ deed }) => JSON.parse(JSON.stringify(deed)));
        const read = stored.map((deed, index): CaseEvent => {
          const { by = PEOPLE.head.member, on = TODAY } = events[index] ?? {};
          return { deed: deedSchema.parse(deed), by, on };
        });
        expect(JSON.stringify(replay(read))).toBe(JSON.stringify(facts));
      }),
      { numRuns: 500 },
    );
  });

  it('end in one of the states, and only a closed case has ended', () => {
    fc.assert(
      fc.property(walk, (path) => {
        const { facts, events } = take(path);
        expect(facts.closed !== undefined).toBe(hasEnded(facts.state));
        expect(facts.state === undefined).toBe(events.length === 0);
      }),
      { numRuns: 500 },
    );
  });
});
