import type { Temporal } from 'temporal-polyfill';

/** Who can adopt a policy for a school: the whole Board, one of its committees, or somebody it gave this to. */
export const ADOPTION_WAYS = ['board', 'committee', 'delegated'] as const;
export type AdoptionWay = (typeof ADOPTION_WAYS)[number];

/** What each way is called. */
export const ADOPTION_WAY_NAMES: Readonly<Record<AdoptionWay, string>> = {
  board: 'The full Board',
  committee: 'A committee of the Board',
  delegated: 'One person, under powers that the Board gave them',
};

/** Somebody's word that a draft may go to the Board. From then on its words are fixed. */
export interface Approval {
  /** Who approved it, by their office ("the Head teacher"). */
  readonly by: string;
  readonly on: Temporal.PlainDate;
}

/** How a version was adopted (S4, D19). */
export interface Adoption {
  /** Who adopted it, as the school calls them ("the Board of Governors"). */
  readonly body: string;
  readonly how?: AdoptionWay;
  readonly on: Temporal.PlainDate;
  /** The meeting, as the school calls it ("Spring term meeting"). */
  readonly meeting?: string;
  readonly minute?: string;
  /** The vote, or that there was none, in the minutes' words ("9 for, 1 against"). */
  readonly vote?: string;
}
