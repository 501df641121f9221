/** How much of themselves a reporter gives (domain 2.4). Confidential is what happens when nothing else is chosen. */
export const CONCERN_MODES = ['confidential', 'named', 'anonymous'] as const;
export type ConcernMode = (typeof CONCERN_MODES)[number];

/** How a concern reached the school. */
export const CONCERN_CHANNELS = ['web', 'phone', 'paper', 'spoken', 'mail'] as const;
export type ConcernChannel = (typeof CONCERN_CHANNELS)[number];

/**
 * How the school came to know (S50). The list is closed: the school does not look for messages and asks nobody to keep
 * an eye on a group (rule 24), so neither can be recorded as a source.
 */
export const AWARENESS = [
  'reporter',
  'told-in-person',
  'shown',
  'staff-member-of-group',
  'authority',
] as const;
export type Awareness = (typeof AWARENESS)[number];

/** Where the words can have been besides a registered group. */
export const OTHER_PLACES = ['other-group', 'direct', 'email', 'other-online', 'in-person'] as const;

/** Where the words were (S40). */
export const CONCERN_PLACES = ['group', ...OTHER_PLACES] as const;
export type ConcernPlace = (typeof CONCERN_PLACES)[number];

/** Whether something is so, as far as somebody knows. */
export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const;
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number];

/** What somebody tells of. */
export const TOLD_OF = ['conduct', 'complaint'] as const;
export type ToldOf = (typeof TOLD_OF)[number];

/** For whom somebody tells. */
export const BEHALF = ['self', 'asked', 'unasked'] as const;
export type Behalf = (typeof BEHALF)[number];

/** Whom the words affected, as the reporter sees it. */
export const AFFECTED = ['me', 'my-child', 'another-child', 'another-parent', 'staff', 'other'] as const;
export type Affected = (typeof AFFECTED)[number];

/** What happens with a concern, for its story. */
export const EVENT_KINDS = [
  'received',
  'screened-clear',
  'held',
  'emergency',
  'alleged',
  'officer-told',
  'released',
  'rerouted',
  'handed-over',
  'appointed',
  'declared',
  'involved',
  'cared',
  'about-us',
  'acknowledged',
  'question',
  'reply',
  'evidence',
  'brought',
  'opened-up',
  'withdrawn',
  'exited',
  'merged',
  'unmerged',
  'case-opened',
  'concluded',
  'reopened',
  'mark-asked',
  'marked',
  'unmarked',
  'identity-read',
  'mail-read',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
