import { Temporal } from 'temporal-polyfill';

/** The service's idea of now: everything that needs the time takes a clock, so that tests can set it. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The time zone schools keep: the whole of the United Kingdom has one. */
export const SCHOOL_ZONE = 'Europe/London';

/** The full hour before an instant: as fine as the time of what a reporter does is ever kept. */
export function hourOf(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'hour', roundingMode: 'floor' });
}

/** The calendar day in the school's zone at an instant. */
export function schoolDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate();
}
