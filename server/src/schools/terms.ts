import { Temporal } from 'temporal-polyfill';
import type { FieldErrors } from '../ui/form-state.ts';
import type { DayRange, Term } from './calendar.ts';
import type { SchoolYear } from './calendar-store.ts';

export const SEASONS = ['autumn', 'spring', 'summer'] as const satisfies readonly Term['season'][];
export const SEASON_NAMES: Readonly<Record<Term['season'], string>> = {
  autumn: 'Autumn',
  spring: 'Spring',
  summer: 'Summer',
};

type Values = Readonly<Record<string, string | readonly string[]>>;

const text = (values: Values, name: string): string => {
  const value = values[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

/** A day typed as three numbers, day first; undefined when it is not a day of the calendar. */
export function typedDay(values: Values, name: string): Temporal.PlainDate | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    Number(text(values, `${name}-${part}`) || Number.NaN),
  );
  try {
    return Temporal.PlainDate.from(
      { day: day ?? 0, month: month ?? 0, year: year ?? 0 },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

const LINE = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*(?:-|–|to)\s*(\d{1,2})[./](\d{1,2})[./](\d{4}))?$/;

/**
 * Reads the days without school: one day or one stretch a line, day first ("26/10/2026 to 30/10/2026").
 * @returns the stretches, or the first line that is not one
 */
export function readClosedDays(
  typed: string,
): { readonly ranges: readonly DayRange[] } | { readonly badLine: string } {
  const ranges: DayRange[] = [];
  for (const line of typed
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const match = LINE.exec(line);
    const range = match && rangeFrom(match);
    if (!range) return { badLine: line };
    ranges.push(range);
  }
  return { ranges };
}

function rangeFrom(match: RegExpExecArray): DayRange | undefined {
  const [d1, m1, y1, d2 = 0, m2 = 0, y2 = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  try {
    const from = Temporal.PlainDate.from(
      { day: d1 ?? 0, month: m1 ?? 0, year: y1 ?? 0 },
      { overflow: 'reject' },
    );
    const to = d2 ? Temporal.PlainDate.from({ day: d2, month: m2, year: y2 }, { overflow: 'reject' }) : from;
    return Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes stretches of days as they are typed. */
export function writeClosedDays(ranges: readonly DayRange[]): string {
  const short = (day: Temporal.PlainDate) => `${day.day}/${day.month}/${day.year}`;
  return ranges
    .map(({ from, to }) => (from.equals(to) ? short(from) : `${short(from)} to ${short(to)}`))
    .join('\n');
}

/**
 * Reads the form of a school year.
 * @returns the year, or what is wrong field by field
 */
export function readYear(values: Values): { readonly year: SchoolYear } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const terms: Term[] = [];
  for (const season of SEASONS) {
    const from = typedDay(values, `${season}From`);
    const to = typedDay(values, `${season}To`);
    if (!from) errors[`${season}From`] = `Enter the first day of the ${season} term, like 2 9 2026`;
    if (!to) errors[`${season}To`] = `Enter the last day of the ${season} term, like 18 12 2026`;
    if (!from || !to) continue;
    const last = terms.at(-1);
    if (Temporal.PlainDate.compare(from, to) >= 0)
      errors[`${season}To`] = `The ${season} term must end after it begins`;
    else if (last && Temporal.PlainDate.compare(last.to, from) >= 0)
      errors[`${season}From`] = `The ${season} term must begin after the ${last.season} term ends`;
    else terms.push({ season, from, to });
  }
  const closed = readClosedDays(text(values, 'closed'));
  if ('badLine' in closed)
    errors.closed = `“${closed.badLine}” is not a day or stretch of days. Write one a line, like 26/10/2026 to 30/10/2026`;
  if (Object.keys(errors).length > 0 || 'badLine' in closed) return { errors };
  const [first] = terms;
  const last = terms.at(-1);
  return { year: { name: `${first?.from.year} to ${last?.to.year}`, terms, closed: closed.ranges } };
}

/** The form's values for a year that is written down. */
export function yearValues(year: SchoolYear): Readonly<Record<string, string>> {
  const values: Record<string, string> = { closed: writeClosedDays(year.closed) };
  for (const { season, from, to } of year.terms) {
    for (const [name, day] of [
      [`${season}From`, from],
      [`${season}To`, to],
    ] as const) {
      values[`${name}-day`] = String(day.day);
      values[`${name}-month`] = String(day.month);
      values[`${name}-year`] = String(day.year);
    }
  }
  return values;
}
