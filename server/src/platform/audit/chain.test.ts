import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AuditEntry,
  CHAIN_START,
  ChainCheck,
  type ChainFault,
  type ChainHead,
  entryHash,
  headMac,
  nextEntry,
} from './chain.ts';

const SCHOOL = '0190a1b2-0000-7000-8000-000000000001';
const KEY = Buffer.alloc(32, 5);

function chain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const fact = {
      act: `thing.number-${seq}`,
      object: `thing:${seq % 3}`,
      detail: { seq, even: seq % 2 === 0, none: null },
    };
    const head = entries.at(-1) ?? { seq: 0, hash: CHAIN_START };
    entries.push(
      nextEntry(SCHOOL, head, `2027-03-09T10:00:${String(seq).padStart(2, '0')}.000Z`, 'staff:s1', fact),
    );
  }
  return entries;
}

function headOf(entries: readonly AuditEntry[]): ChainHead {
  const { seq, hash } = entries.at(-1) ?? { seq: 0, hash: CHAIN_START };
  return { seq, hash, mac: headMac(KEY, SCHOOL, seq, hash) };
}

function check(
  entries: readonly AuditEntry[],
  head: ChainHead | undefined,
  school = SCHOOL,
): ChainFault | undefined {
  const following = new ChainCheck(school);
  for (const entry of entries) {
    const fault = following.take(entry);
    if (fault) return fault;
  }
  return following.end(head, KEY);
}

/** The same entries with hashes made anew: what somebody who knows the scheme, but not the key, could write. */
function rehashed(entries: readonly AuditEntry[]): AuditEntry[] {
  let previous = CHAIN_START;
  return entries.map((entry) => {
    const body = { ...entry, previous };
    previous = entryHash(SCHOOL, body);
    return { ...body, hash: previous };
  });
}

const WHOLE = chain(9);

describe('the audit chain', () => {
  it('is whole as it was written, at every length', () => {
    for (let length = 0; length <= 9; length += 1) {
      const entries = chain(length);
      expect(check(entries, headOf(entries))).toBeUndefined();
    }
    expect(check([], undefined)).toBeUndefined();
  });

  it('does not depend on the order in which details come back', () => {
    const shuffled = WHOLE.map((entry) => ({
      ...entry,
      detail: Object.fromEntries(Object.entries(entry.detail).toReversed()),
    }));
    expect(check(shuffled, headOf(WHOLE))).toBeUndefined();
  });

  it.each<[keyof AuditEntry, Partial<AuditEntry>]>([
    ['at', { at: '2027-03-09T10:00:05.001Z' }],
    ['actor', { actor: 'staff:s2' }],
    ['act', { act: 'thing.other' }],
    ['object', { object: 'thing:9' }],
    ['detail', { detail: { seq: 6, even: false, none: null } }],
    ['detail', { detail: {} }],
    ['hash', { hash: CHAIN_START }],
  ])('shows an entry with its %s altered, and which', (_field, change) => {
    const altered = WHOLE.map((entry) => (entry.seq === 5 ? { ...entry, ...change } : entry));
    expect(check(altered, headOf(WHOLE))).toEqual({ seq: 5, problem: 'altered' });
  });

  it('shows an entry removed, doubled or out of order, and where', () => {
    const without = WHOLE.filter((entry) => entry.seq !== 4);
    expect(check(without, headOf(WHOLE))).toEqual({ seq: 4, problem: 'missing' });
    expect(check(WHOLE.slice(1), headOf(WHOLE))).toEqual({ seq: 1, problem: 'missing' });
    const doubled = [...WHOLE.slice(0, 3), ...WHOLE.slice(2)];
    expect(check(doubled, headOf(WHOLE))).toEqual({ seq: 3, problem: 'out of order' });
    const swapped = WHOLE.map((entry, at) => ({
      ...(WHOLE[at === 3 ? 4 : at === 4 ? 3 : at] ?? entry),
      seq: entry.seq,
    }));
    expect(check(swapped, headOf(WHOLE))).toEqual({ seq: 4, problem: 'out of order' });
  });

  it('shows an end cut off, and a whole chain thrown away', () => {
    for (let kept = 0; kept < WHOLE.length; kept += 1) {
      const cut = WHOLE.slice(0, kept);
      expect(check(cut, headOf(WHOLE))).toEqual({ seq: kept + 1, problem: 'end removed' });
    }
    expect(check(WHOLE, undefined)).toEqual({ seq: 9, problem: 'end removed' });
  });

  it('shows a chain that was written anew without the key', () => {
    const forged = rehashed(
      WHOLE.map((entry) => (entry.seq === 5 ? { ...entry, act: 'thing.forged' } : entry)),
    );
    expect(check(forged, headOf(WHOLE))).toEqual({ seq: 10, problem: 'end removed' });
    const { seq, hash } = headOf(forged);
    const mac = headMac(Buffer.alloc(32, 6), SCHOOL, seq, hash);
    expect(check(forged, { seq, hash, mac })).toEqual({ seq: 9, problem: 'end not ours' });
    const cut = WHOLE.slice(0, 4);
    const old = { ...headOf(cut), mac: headOf(WHOLE).mac };
    expect(check(cut, old)).toEqual({ seq: 4, problem: 'end not ours' });
  });

  it('is no other school’s', () => {
    expect(check(WHOLE, headOf(WHOLE), 'another')).toEqual({ seq: 1, problem: 'altered' });
  });

  it('shows whatever is done to it', () => {
    const fields = ['at', 'actor', 'act', 'object', 'previous', 'hash'] as const;
    const tampering = fc.oneof(
      fc.record({
        kind: fc.constant('alter' as const),
        at: fc.nat(8),
        field: fc.constantFrom(...fields),
        text: fc.string(),
      }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(8) }),
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(8), to: fc.nat(8) }),
      fc.record({ kind: fc.constant('add' as const), at: fc.nat(9), from: fc.nat(8) }),
    );
    fc.assert(
      fc.property(fc.array(tampering, { minLength: 1, maxLength: 4 }), fc.boolean(), (steps, renumber) => {
        let entries = [...WHOLE];
        for (const step of steps) {
          if (step.kind === 'alter') {
            entries = entries.map((entry, at) =>
              at === step.at ? { ...entry, [step.field]: step.text } : entry,
            );
          } else if (step.kind === 'remove') entries.splice(step.at, 1);
          else if (step.kind === 'move') entries.splice(step.to, 0, ...entries.splice(step.at, 1));
          else entries.splice(step.at, 0, ...WHOLE.slice(step.from, step.from + 1));
        }
        if (renumber) entries = entries.map((entry, at) => ({ ...entry, seq: at + 1 }));
        fc.pre(JSON.stringify(entries) !== JSON.stringify(WHOLE));
        expect(check(entries, headOf(WHOLE))).toBeDefined();
        expect(check(rehashed(entries), headOf(WHOLE))).toSatisfy(
          (fault) => fault !== undefined || JSON.stringify(rehashed(entries)) === JSON.stringify(WHOLE),
        );
      }),
    );
  });
});
