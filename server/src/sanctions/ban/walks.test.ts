import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DEEDS, IN_ORDER, PLAN } from '../../../test/ban-facts.ts';
import { EVERYBODY, PEOPLE, TODAY } from '../../../test/case-facts.ts';
import { type BanLimits, limitsOn } from './clock.ts';
import { type BanDeed, type BanEvent, banDeedSchema } from './deeds.ts';
import { after, type BanFacts, NO_BAN, replay, standingOn } from './facts.ts';
import { EMPTY_PLAN } from './plan.ts';
import { askBan } from './rules.ts';
import { BAN_ACTS } from './states.ts';

/** The limits of each day, worked out once: a walk asks for them at every step. */
const known = new Map<string, BanLimits>();
function limitsFor(today: typeof TODAY): BanLimits {
  const key = today.toString();
  const limits = known.get(key) ?? limitsOn({ terms: [], closed: [] }, today);
  known.set(key, limits);
  return limits;
}

const day = fc.integer({ min: -5, max: 120 }).map((days) => TODAY.add({ days }));

const WAY = ['consider', 'give-notice', 'impose-provisionally', 'confirm'] as const;

/** Any deed, with any days and any number of words. */
const deed: fc.Arbitrary<BanDeed> = fc
  .record({
    // The acts of the way to a ban come more often, so that walks get there.
    act: fc.oneof(fc.constantFrom(...BAN_ACTS), fc.constantFrom(...WAY), fc.constantFrom(...WAY)),
    words: fc.constantFrom(0, 3, 20),
    days: fc.record({ from: day, until: day, reviewOn: day, answerBy: day, lapsesOn: day, commentsBy: day }),
    which: fc.integer({ min: 0, max: 2 }),
    likely: fc.constantFrom(true, true, false),
  })
  .map(({ act, words, days, which, likely }) => {
    const usual = DEEDS[act];
    if (likely) return usual;
    const over = { ...days, words, which };
    const fields = Object.fromEntries(Object.entries(over).filter(([name]) => Object.hasOwn(usual, name)));
    return banDeedSchema.parse({ ...usual, ...fields });
  });

const step = fc.record({
  deed,
  person: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(PEOPLE.head, PEOPLE.head, PEOPLE.chair, undefined) },
    fc.constantFrom(...EVERYBODY),
  ),
  // Whole weeks, so that a likely deed's days keep their place in the week.
  days: fc.constantFrom(0, 0, 0, 7, 21),
  plan: fc.constantFrom(PLAN, PLAN, EMPTY_PLAN),
  served: fc.boolean(),
});

/** A deed as it would be done so many days later: all its days move along. */
function shifted(each: BanDeed, days: number): BanDeed {
  const moved = Object.entries(each).map(([name, value]) => [
    name,
    value instanceof Temporal.PlainDate ? value.add({ days }) : value,
  ]);
  return banDeedSchema.parse(Object.fromEntries(moved));
}

interface Walked {
  readonly facts: BanFacts;
  readonly events: readonly BanEvent[];
  readonly today: typeof TODAY;
}

/** Walks: tries each step on its day, and keeps what the table lets through. */
function walk(
  steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
): readonly Walked[] {
  let facts = NO_BAN;
  let events: readonly BanEvent[] = [];
  let today = TODAY;
  const seen: Walked[] = [];
  for (const each of steps) {
    today = today.add({ days: each.days });
    const outside = { ...IN_ORDER, limits: limitsFor(today), plan: each.plan, served: each.served };
    const done = shifted(each.deed, TODAY.until(today).days);
    const answer = askBan({ person: each.person, deed: done, facts, outside });
    if (!answer.ok) continue;
    const event = { deed: done, by: each.person?.member, on: today };
    facts = after(facts, event);
    events = [...events, event];
    seen.push({ facts, events, today });
  }
  return seen;
}

const runs = Number(process.env.HANDBELL_WALKS ?? 150);

// Ten thousand walks take minutes: they are given them.
describe('walks through a ban', { timeout: 30_000 + runs * 60 }, () => {
  const walks = fc.array(step, { minLength: 25, maxLength: 40 });

  it('never confirm a ban before the parent could answer and every answer was given', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { facts, events } of walk(steps)) {
          if (facts.state !== 'active' || events.at(-1)?.deed.act !== 'confirm') continue;
          confirmed += 1;
          expect(facts.answerBy).toBeDefined();
          expect(facts.representations.every(({ answered }) => answered)).toBe(true);
          const waited = facts.answerBy && events.at(-1)?.on.since(facts.answerBy).sign === 1;
          expect(waited || facts.representations.length > 0).toBe(true);
        }
      }),
      { numRuns: runs, seed: 804 },
    );
    expect(confirmed).toBeGreaterThan(0);
  });

  it('never leave a ban without an end, a review within a term, and a decider who did not review it', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { facts, events } of walk(steps)) {
          if (facts.state === 'provisional') expect(facts.lapsesOn).toBeDefined();
          if (facts.state !== 'active') continue;
          expect(facts.until).toBeDefined();
          expect(facts.reviewOn && facts.until && facts.reviewOn.since(facts.until).sign).toBeLessThanOrEqual(
            0,
          );
          const extended = events.findLast((each) => each.deed.act === 'extend');
          const confirmed = events.findLast((each) => each.deed.act === 'confirm');
          if (extended) expect(extended.by).not.toBe(confirmed?.by);
        }
      }),
      { numRuns: runs, seed: 805 },
    );
  });

  it('always end: a year and a day later no ban holds that nobody extended', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const last = walk(steps).at(-1);
        if (!last) return;
        const standing = standingOn(last.facts, last.today.add({ years: 1, days: 1 }));
        expect(['provisional', 'active']).not.toContain(standing);
      }),
      { numRuns: runs, seed: 806 },
    );
  });

  it('replay to where they stand, also from what is stored', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const last = walk(steps).at(-1);
        if (!last) return;
        const stored = last.events.map((event) => ({
          ...event,
          deed: banDeedSchema.parse(JSON.parse(JSON.stringify(event.deed))),
        }));
        expect(replay(stored)).toEqual(last.facts);
      }),
      { numRuns: runs, seed: 807 },
    );
  });
});
