import { Temporal } from 'temporal-polyfill';

/** Why a record may not be destroyed although its time is over. */
export const HOLD_REASONS = ['claim', 'police', 'data-request', 'inquiry', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const HOLD_TEXT: Readonly<Record<HoldReason, string>> = {
  claim: 'A claim or a court case',
  police: 'The police asked for it',
  'data-request': 'Somebody has asked for their data',
  inquiry: 'A public inquiry, or a complaint to a regulator',
  other: 'Another reason',
};

/** The days of a record that decide how long it stays. */
export interface KeptDays {
  /** From when the months of its class count. */
  readonly since: Temporal.PlainDate;
  /** A last day of its own, set when it was closed; it goes before the schedule. */
  readonly until?: Temporal.PlainDate | undefined;
}

/** The last day on which a record is kept (rule 37). */
export function lastDayKept({ since, until }: KeptDays, months: number): Temporal.PlainDate {
  return until ?? since.add({ months });
}

/** Whether a record's time is over: on the day after its last one. */
export function isDue(record: KeptDays, months: number, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(lastDayKept(record, months), today) < 0;
}

/** The record's own days come first; the earliest of several that could end it. Undefined while none has come. */
export function earliest(
  ...days: readonly (Temporal.PlainDate | undefined)[]
): Temporal.PlainDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted(Temporal.PlainDate.compare)
    .at(0);
}

/** The later of two days. */
export function latest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
