import type { ConcernId } from '../concerns/rules.ts';
import type { Work } from '../platform/work.ts';
import type { ActionId, EntryId } from './kinds.ts';

/** A cell of this room, whose key opens nothing else and is opened by nothing else. */
type Sealed =
  | { readonly table: 'safeguarding_record'; readonly column: 'pointer'; readonly row: ConcernId }
  | { readonly table: 'safeguarding_entry'; readonly column: 'words'; readonly row: EntryId }
  | { readonly table: 'safeguarding_action'; readonly column: 'what'; readonly row: ActionId };

export function sealFor(work: Work, cell: Sealed, words: string): Buffer {
  return work.keys.seal(cell, words, 'safeguarding');
}

export function openFor(work: Work, cell: Sealed, sealed: Uint8Array): string {
  return work.keys.open(cell, sealed, 'safeguarding');
}
