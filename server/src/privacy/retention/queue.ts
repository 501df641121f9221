import { Temporal } from 'temporal-polyfill';
import type { KeptFilter } from '../../cases/kept.ts';
import type { Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import {
  casesIn,
  countPlainCases,
  isPlainCases,
  PLAIN_CASES,
  type PlainCases,
  plainCases,
} from './case-keeper.ts';
import { RETENTION_CLASSES, type RetentionClass } from './classes.ts';
import { heldObjects } from './holds.ts';
import { keptRecords } from './keepers.ts';
import type { KeptRecord } from './kept-record.ts';
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
        held: [record.object, ...(record.also ?? [])].some((object) => held.has(object)),
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

/** Whether records are due to go, due but for a hold, or not due yet. */
export const STANDINGS = ['due', 'held', 'later'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How many records of a class stand where. */
export type QueueCount = { readonly class: RetentionClass } & Readonly<Record<Standing, number>>;

/** How many records of one class stand where, as somebody sees it. */
export async function countClass(work: Work, person: Person, name: RetentionClass): Promise<QueueCount> {
  const held = await heldObjects(work);
  const counted = isPlainCases(name) ? (await countPlainCases(work, person, held)).get(name) : undefined;
  if (counted) return { class: name, ...counted };
  const lines = sortQueue(
    await keptRecords(work, person, [name]),
    await readSchedule(work),
    held,
    schoolDay(work.now),
  );
  const line = lines.find((each) => each.class === name);
  const { due, held: onHold, later } = line ?? { due: [], held: [], later: [] };
  return { class: name, due: due.length, held: onHold.length, later: later.length };
}

/** The school's queue in numbers, as somebody sees it. */
export async function countQueue(work: Work, person: Person): Promise<readonly QueueCount[]> {
  const [schedule, held] = [await readSchedule(work), await heldObjects(work)];
  const plain = await countPlainCases(work, person, held);
  const records = await keptRecords(work, person);
  return sortQueue(records, schedule, held, schoolDay(work.now)).map((line) => {
    const counted = isPlainCases(line.class) ? plain.get(line.class) : undefined;
    const read = { due: line.due.length, held: line.held.length, later: line.later.length };
    return { class: line.class, ...(counted ?? read) };
  });
}

interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Some records of a class that stand somewhere: what goes first comes first. */
export async function queuePart(
  work: Work,
  person: Person,
  name: RetentionClass,
  standing: Standing,
  part: Part,
): Promise<readonly Queued[]> {
  const [schedule, held] = [await readSchedule(work), await heldObjects(work)];
  const today = schoolDay(work.now);
  const records = isPlainCases(name)
    ? await plainCases(work, person, { ...plainFilter(name, standing, held, today) }, part)
    : await keptRecords(work, person, [name]);
  const line = sortQueue(records, schedule, held, today).find((each) => each.class === name);
  const own = (line?.[standing] ?? []).toSorted((one, other) =>
    Temporal.PlainDate.compare(one.keptTo, other.keptTo),
  );
  return isPlainCases(name) ? own : own.slice(part.offset, part.offset + part.limit);
}

function plainFilter(
  name: PlainCases,
  standing: Standing,
  held: ReadonlySet<string>,
  today: Temporal.PlainDate,
): KeptFilter {
  const retention = PLAIN_CASES[name];
  if (standing === 'later') return { retention, notBefore: today };
  return { retention, before: today, [standing === 'held' ? 'only' : 'except']: casesIn(held) };
}

/** The records of a class that are due to go and not held, the first of them. */
export function dueRecords(
  work: Work,
  person: Person,
  name: RetentionClass,
  limit: number,
): Promise<readonly Queued[]> {
  return queuePart(work, person, name, 'due', { limit, offset: 0 });
}

/** How many records are due to go as somebody sees it. */
export async function countDue(work: Work, person: Person): Promise<number> {
  return (await countQueue(work, person)).reduce((sum, line) => sum + line.due, 0);
}
