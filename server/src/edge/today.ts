import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import type { Staff } from './staff.ts';

/** Something that waits for somebody: shown on the desk's first page, earliest deadline first. */
export interface TodayItem {
  /** What to do, verb first, without names: "Acknowledge a concern". */
  readonly label: string;
  readonly href: string;
  /** By when; unset when there is no deadline. */
  readonly due?: Temporal.PlainDate | undefined;
}

/** A room's answer to "what needs me today?". It gives only what this person may see and do. */
export type TodayProvider = (work: Work, staff: Staff) => Promise<readonly TodayItem[]>;
