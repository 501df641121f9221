import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paddedLength } from './lengths.ts';
import { packPadded } from './packed.ts';

describe('a padded length', () => {
  it('is never shorter, at most an eighth longer than it must be, and one of few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 * 1024 * 1024 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(Math.max(8192, length * 1.125));
        expect(paddedLength(padded)).toBe(padded);
      }),
    );
    const lengths = Array.from({ length: 1024 }, (_, kilobytes) => paddedLength(kilobytes * 1024));
    expect(new Set(lengths).size).toBeLessThan(95);
  });
});

describe('a padded page', () => {
  it('is the same page, at a length that tells little, packed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30_000 }), (text) => {
        const plain = text.toWellFormed();
        const packed = packPadded(plain);
        expect(gunzipSync(packed.gzip ?? '').toString()).toBe(plain);
        expect(packed.gzip?.length).toBe(paddedLength(packed.gzip?.length ?? 0));
        expect(packed.plain.startsWith(plain)).toBe(true);
        expect(Buffer.byteLength(packed.plain)).toBe(paddedLength(Buffer.byteLength(packed.plain)));
      }),
      { numRuns: 50 },
    );
    // Two pages that differ in a little have one length.
    const page = (words: string) => packPadded(`<p>${words.repeat(40)}</p>`).gzip?.length;
    expect(page('one')).toBe(page('quite another'));
  });
});
