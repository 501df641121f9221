import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { earliestInForce, type InForceFacts, whyNotInForce } from './in-force.ts';
import type { SignaturePlace } from './signing.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

function place(on: string | undefined, required = true): SignaturePlace {
  const empty = { id: newId<'policy-signature'>(), role: 'Head teacher', required };
  if (on === undefined) return empty;
  const signed = { method: 'paper' as const, name: 'A', on: day(on), recordedBy: newId<'member'>() };
  return { ...empty, signed };
}

const facts: InForceFacts = {
  adoptedOn: day('2025-11-18'),
  places: [place('2025-12-01')],
  today: day('2027-03-09'),
};

describe('from when a version can be in force (rule 38)', () => {
  it('is after adoption and after the last signature that is needed', () => {
    expect(earliestInForce(facts).toString()).toBe('2025-12-01');
    expect(whyNotInForce(facts, day('2025-11-30'))).toMatch(/before 1 December 2025/);
    expect(whyNotInForce(facts, day('2025-12-01'))).toBeUndefined();
    expect(whyNotInForce(facts, day('2027-03-09'))).toBeUndefined();
  });

  it('does not wait for a signature that is not needed', () => {
    const places = [place('2026-06-01', false), place(undefined, false)];
    expect(earliestInForce({ ...facts, places }).toString()).toBe('2025-11-18');
    expect(whyNotInForce({ ...facts, places }, day('2025-11-18'))).toBeUndefined();
  });

  it('waits for every signature that is needed', () => {
    const places = [place('2025-12-01'), place(undefined)];
    expect(whyNotInForce({ ...facts, places }, day('2027-03-09'))).toMatch(/Head teacher has not signed/);
  });

  it('is not in the future, and not before the version it replaces', () => {
    expect(whyNotInForce(facts, day('2027-03-10'))).toMatch(/today or earlier/);
    const second = { ...facts, previousFrom: day('2026-09-01') };
    expect(whyNotInForce(second, day('2026-08-31'))).toMatch(/before 1 September 2026/);
    expect(whyNotInForce(second, day('2026-09-01'))).toBeUndefined();
  });

  it('holds from the earliest day on, whatever the order of adoption and signatures', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((n) => day('2024-09-01').add({ days: n }).toString());
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 4 }), days, (adopted, signed, from) => {
        const each = { ...facts, adoptedOn: day(adopted), places: signed.map((on) => place(on)) };
        const earliest = [adopted, ...signed].toSorted().at(-1) ?? '';
        const allowed = from >= earliest && from <= '2027-03-09';
        expect(whyNotInForce(each, day(from)) === undefined).toBe(allowed);
      }),
    );
  });
});
