import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { BREACH_ACTS, BREACH_STATES, breachAfter, isLate, notifyBy } from './rules.ts';

const facts = (notify: boolean | undefined, notified: boolean) =>
  BREACH_STATES.map((state) => BREACH_ACTS.map((act) => breachAfter({ state, notify, notified }, act)));

describe('a breach of data', () => {
  it('is decided before anything else', () => {
    expect(facts(undefined, false)[0]).toEqual(['decided', null, null]);
  });

  it('does not close while the regulator is still to be told', () => {
    expect(facts(true, false)[1]).toEqual(['decided', 'decided', null]);
  });

  it('is told once, and not decided again after that', () => {
    expect(facts(true, true)[1]).toEqual([null, null, 'closed']);
  });

  it('is told to nobody when it was decided so, and then closes', () => {
    expect(facts(false, false)[1]).toEqual(['decided', null, 'closed']);
  });

  it('takes nothing more when it is closed', () => {
    expect([facts(false, false)[2], facts(true, true)[2]]).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('has 72 hours by the clock, over weekends, holidays and a changed clock (rule 36)', () => {
    const known = Temporal.Instant.from('2027-03-26T17:00:00Z');
    const by = notifyBy(known);
    expect(by.toString()).toBe('2027-03-29T17:00:00Z');
    expect(isLate({ notifyBy: by }, by)).toBe(false);
    expect(isLate({ notifyBy: by }, by.add({ milliseconds: 1 }))).toBe(true);
  });
});
