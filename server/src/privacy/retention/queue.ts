import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { RETENTION_CLASSES, type RetentionClass } from './classes.ts';
import { heldObjects } from './holds.ts';
import { type KeptRecord, keptRecords } from './keepers.ts';
import { isDue, lastDayKept } from './rules.ts';
import { readSchedule, type Schedule } from './schedule.ts';

/** A record in the queue. */
export interface Queued extends KeptRecord {
  /** The last day on which it is kept. */
  readonly keptTo: Temporal.PlainDate;
  readonly held: boolean;
}

/** The records of one class whose time is over, and those that come next. */
export interface QueueLine {
  readonly class: RetentionClass;
  readonly due: readonly Queued[];
  /** Due, but for a hold. */
  readonly held: readonly Queued[];
  readonly later: readonly Queued[];
}

/** Sorts records into lines of the schedule. */
export function sortQueue(
  records: readonly KeptRecord[],
  schedule: Schedule,
  held: ReadonlySet<string>,
  today: Temporal.PlainDate,
): readonly QueueLine[] {
  return RETENTION_CLASSES.map((name) => {
    const { months } = schedule[name];
    const own = records
      .filter((record) => record.class === name)
      .map((record) => ({
        ...record,
        keptTo: lastDayKept(record, months),
        held: held.has(record.object),
      }));
    const over = own.filter((record) => isDue(record, months, today));
    return {
      class: name,
      due: over.filter((record) => !record.held),
      held: over.filter((record) => record.held),
      later: own.filter((record) => !isDue(record, months, today)),
    };
  });
}

/** The school's queue as somebody sees it. */
export async function readQueue(work: Work, person: Person): Promise<readonly QueueLine[]> {
  const records = await keptRecords(work, person);
  const [schedule, held] = [await readSchedule(work), await heldObjects(work)];
  return sortQueue(records, schedule, held, schoolDay(work.now));
}

/** How many records are due to go as somebody sees it, without reading those whose time has not come. */
export async function countDue(work: Work, person: Person): Promise<number> {
  const today = schoolDay(work.now);
  const records = await keptRecords(work, person, today);
  const [schedule, held] = [await readSchedule(work), await heldObjects(work)];
  return sortQueue(records, schedule, held, today).reduce((sum, line) => sum + line.due.length, 0);
}
