import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

/** Bytes with brotli, without the tables of notices. */
const LIMIT = 25_000;

describe('the size of the reader in a page', () => {
  it.each(['readExport', 'readExportFrom'])('stays under 25 kB packed: %s', async (name) => {
    const reader = (await bundle(name)).find(({ isEntry }) => isEntry);
    expect(reader?.brotli).toBeLessThan(LIMIT);
  });
});
