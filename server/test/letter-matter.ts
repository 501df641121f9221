import type { Matter } from '../src/letters/matter.ts';
import { SAMPLE } from '../src/letters/sample.ts';

/** An invented matter that every letter can be composed from. */
export const testMatter = (change: Partial<Matter> = {}): Matter => ({ ...SAMPLE, ...change });
