import { Temporal } from 'temporal-polyfill';
import { type BankHolidays, nextWorkingDay } from '../../schools/clocks.ts';
import type { Pause } from './rules.ts';

/** What of a request its clock goes by. */
export interface RequestDays {
  readonly receivedOn: Temporal.PlainDate;
  /** One calendar month, or three when it was extended. */
  readonly months: number;
  readonly pauses: readonly Pause[];
}

/**
 * The last day to answer a request for somebody's own data (rule 36): one calendar month from the day it came, whatever
 * the school's holidays, three when it is complex. It begins when they showed who they are, where that was asked; while
 * they are asked what they want it stands still (UK GDPR Articles 12, 12A). An end on a weekend or bank holiday is the
 * next working day.
 * @returns undefined while the clock stands still
 */
export function answerBy(
  { receivedOn, months, pauses }: RequestDays,
  isHoliday: BankHolidays,
): Temporal.PlainDate | undefined {
  let start = receivedOn;
  let stood = 0;
  for (const { reason, from, until } of pauses) {
    if (until === undefined) return undefined;
    if (reason === 'clarification') stood += from.until(until).days;
    else if (Temporal.PlainDate.compare(until, start) > 0) start = until;
  }
  return nextWorkingDay(isHoliday, start.add({ months }).add({ days: stood }));
}
