import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

/** Bytes with brotli, without the tables of notices. */
const LIMIT = 25_000;

describe('the size of the reader in a page', () => {
  it('stays under 25 kB packed', async () => {
    const [reader] = await bundle('readExport');
    expect(reader?.brotli).toBeLessThan(LIMIT);
  });
});
