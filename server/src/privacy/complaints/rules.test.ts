import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { acknowledgeBy, COMPLAINT_ACTS, COMPLAINT_STATES, complaintAfter } from './rules.ts';

describe('a complaint about data', () => {
  it('is acknowledged, noted on and closed, in no other way', () => {
    const table = COMPLAINT_STATES.map((state) => COMPLAINT_ACTS.map((act) => complaintAfter(state, act)));
    expect(table).toEqual([
      ['acknowledged', 'received', null],
      [null, 'acknowledged', 'closed'],
      [null, null, null],
    ]);
  });

  it('is to be acknowledged within 30 calendar days, holidays counted (rule 36)', () => {
    expect(acknowledgeBy(Temporal.PlainDate.from('2027-07-23')).toString()).toBe('2027-08-22');
    fc.assert(
      fc.property(fc.nat(4000), (count) => {
        const received = Temporal.PlainDate.from('2026-06-19').add({ days: count });
        expect(received.until(acknowledgeBy(received)).days).toBe(30);
      }),
    );
  });
});
