import type { ScanResult } from '../../../platform/antivirus.ts';
import type { Occasion } from '../kinds.ts';

/** What is said of a scan. */
export const SCAN_NAMES: Readonly<Record<ScanResult, string>> = {
  clean: 'Scanned: nothing found',
  infected: 'Something dangerous was found',
  'not-scanned': 'Not scanned: this school has no virus scanner here, or it gave no answer',
};

/** Where a piece was shown, as the list says it. */
export const OCCASION_NAMES: Readonly<Record<Occasion, string>> = {
  letter: 'In a letter, or with one',
  meeting: 'At a meeting',
  pack: 'In a pack of papers',
  panel: 'To a panel or whoever reviewed it',
  authority: 'To the police or another body outside',
};
