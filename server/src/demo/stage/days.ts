import { Temporal } from 'temporal-polyfill';
import { SCHOOL_ZONE } from '../../platform/clock.ts';
import {
  addSchoolDays,
  type DayRange,
  isSchoolDay,
  type SchoolCalendar,
  type Term,
} from '../../schools/calendar.ts';
import type { SchoolYear } from '../../schools/calendar-store.ts';

/** A moment of the demo's story: so many school days before its last one, at a time of day ("08:55"). */
export interface Moment {
  readonly back: number;
  readonly time: string;
}

/** Names a moment of the story. */
export const at = (back: number, time: string): Moment => ({ back, time });

/** The story's last acts are done by then, so a day is only its last one once this hour has passed. */
const LAST_DAY_FROM = 11;
const MONDAY = 1;
const FRIDAY = 5;

const day = (year: number, month: number, date: number) =>
  Temporal.PlainDate.from({ year, month, day: date });

/** The first Monday on or after a day. */
function monday(from: Temporal.PlainDate): Temporal.PlainDate {
  return from.add({ days: (7 + MONDAY - from.dayOfWeek) % 7 });
}

/** The last Friday on or before a day. */
function friday(until: Temporal.PlainDate): Temporal.PlainDate {
  return until.subtract({ days: (7 + until.dayOfWeek - FRIDAY) % 7 });
}

/** Monday to Friday of a week without school. */
const week = (from: Temporal.PlainDate): DayRange => ({ from, to: from.add({ days: 4 }) });

/** An English school year as many are: three terms, a week off in the middle of each, the May bank holiday. */
function schoolYear(start: number): SchoolYear {
  const next = start + 1;
  const terms: readonly Term[] = [
    { season: 'autumn', from: day(start, 9, 2), to: friday(day(start, 12, 19)) },
    { season: 'spring', from: monday(day(next, 1, 4)), to: friday(day(next, 4, 2)) },
    { season: 'summer', from: monday(day(next, 4, 17)), to: day(next, 7, 21) },
  ];
  const mayDay = monday(day(next, 5, 1));
  const closed = [
    week(monday(day(start, 10, 24))),
    week(monday(day(next, 2, 13))),
    { from: mayDay, to: mayDay },
    week(monday(day(next, 5, 25))),
  ];
  return { name: `${start} to ${next}`, terms, closed };
}

/** The school's days around the present: its calendar, and the story's own count of days. */
export interface StoryDays {
  readonly years: readonly SchoolYear[];
  readonly calendar: SchoolCalendar;
  /** The school day so many before the story's last one. */
  day(back: number): Temporal.PlainDate;
  /** The school day so many after it. */
  next(ahead: number): Temporal.PlainDate;
  /** When a moment is. */
  instant(moment: Moment): Temporal.Instant;
  /** What the school calls the term a school day is in, so many years on: "Autumn 2027". */
  term(of: Temporal.PlainDate, yearsOn: number): string;
}

function schoolDayBefore(calendar: SchoolCalendar, from: Temporal.PlainDate): Temporal.PlainDate {
  let each = from.subtract({ days: 1 });
  while (!isSchoolDay(calendar, each)) each = each.subtract({ days: 1 });
  return each;
}

/** The last day of the story: today, or the last school day when today is none or has hardly begun. */
function lastDay(calendar: SchoolCalendar, now: Temporal.ZonedDateTime): Temporal.PlainDate {
  const today = now.toPlainDate();
  const usable = isSchoolDay(calendar, today) && now.hour >= LAST_DAY_FROM;
  return usable ? today : schoolDayBefore(calendar, today);
}

/** The days of a story that ends now. */
export function storyDays(now: Temporal.Instant): StoryDays {
  const today = now.toZonedDateTimeISO(SCHOOL_ZONE);
  const start = today.month >= 8 ? today.year : today.year - 1;
  const years = [start - 1, start, start + 1].map(schoolYear);
  const calendar = {
    terms: years.flatMap(({ terms }) => terms),
    closed: years.flatMap(({ closed }) => closed),
  };
  // Every day is asked for many times over: they are counted once.
  const past = [lastDay(calendar, today)];
  const dayOf = (back: number): Temporal.PlainDate => {
    for (let last = past.at(-1); last && past.length <= back; last = past.at(-1)) {
      past.push(schoolDayBefore(calendar, last));
    }
    const day = past[back];
    if (!day) throw new RangeError(`The story has no day ${back}.`);
    return day;
  };
  return {
    years,
    calendar,
    day: dayOf,
    next: (ahead) => addSchoolDays(calendar, dayOf(0), ahead),
    instant: ({ back, time }) =>
      dayOf(back).toZonedDateTime({ timeZone: SCHOOL_ZONE, plainTime: time }).toInstant(),
    term: (of, yearsOn) => {
      const { compare } = Temporal.PlainDate;
      const season = calendar.terms.find(
        ({ from, to }) => compare(from, of) <= 0 && compare(of, to) <= 0,
      )?.season;
      const name = season === undefined ? 'Autumn' : `${season.charAt(0).toUpperCase()}${season.slice(1)}`;
      return `${name} ${of.year + yearsOn}`;
    },
  };
}
