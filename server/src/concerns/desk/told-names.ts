import type { Affected, Behalf, ConcernMode } from '../kinds.ts';
import { AFFECTED_NAMES } from '../labels.ts';

/** How somebody told the school, as staff say it: the reporter’s own answer is in the first person. */
export const TOLD_NAMES: Readonly<Record<ConcernMode, string>> = {
  confidential: 'In confidence',
  named: 'With their name',
  anonymous: 'Without their name',
};

/** Whom it affects, as staff say it. */
export const TOUCHED_NAMES: Readonly<Record<Affected, string>> = {
  ...AFFECTED_NAMES,
  me: 'The person who told us',
  'my-child': 'Their own child',
};

/** For whom somebody told, as staff say it. */
export const TOLD_FOR_NAMES: Readonly<Record<Behalf, string>> = {
  self: 'Themselves, or their own child',
  asked: 'Somebody who asked them to',
  unasked: 'Somebody who does not know that they told us',
};
