import type { Tag } from './passage.ts';

/** What whoever asks for their data is in a case. */
export type PartOf = 'subject' | 'target';

/** The tag of what is between the school and the parent that a case is about: theirs, or else about somebody else. */
export const tagFor = (part: PartOf): Tag => (part === 'subject' ? 'subject' : 'third-party');
