import type { ScanResult } from '../../../platform/antivirus.ts';

/** What is said of a scan. */
export const SCAN_NAMES: Readonly<Record<ScanResult, string>> = {
  clean: 'Scanned: nothing found',
  infected: 'Something dangerous was found',
  'not-scanned': 'Not scanned: this school has no virus scanner here, or it gave no answer',
};
