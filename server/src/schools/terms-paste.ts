import type { Temporal } from 'temporal-polyfill';
import type { DayRange, Term } from './calendar.ts';
import { readDayFirst } from './day-first.ts';
import { SEASONS, yearValues } from './terms.ts';

/** What was understood of a pasted list of term dates. */
export interface PastedTerms {
  /** Values for the form of a school year, to be looked at and saved from there. */
  readonly values: Readonly<Record<string, string>>;
  /** Lines with a date in them that could not be placed. */
  readonly left: readonly string[];
}

const DATE =
  /\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}(?!\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?)(?:[\s./-]+(?:\d{4}|\d{2})(?!\d))?|\d{4}-\d{2}-\d{2}/gi;
const YEAR = /\b(20\d{2})\b/;
const CLOSED =
  /half[\s-]?term|inset|training|staff|non[\s-]?pupil|bank holiday|closed|may day|holiday|break(?!s? up)/i;
const STARTS = /\b(start|begin|open|first day|return|from)/i;
const ENDS = /\b(ends?|closes?|finish(?:es)?|last day|breaks? up|to)\b/i;

interface Found {
  readonly terms: Map<Term['season'], { from?: Temporal.PlainDate; to?: Temporal.PlainDate }>;
  readonly closed: DayRange[];
  readonly left: string[];
}

/** The dates of a line in its order. One without a year takes that of the line's next one, or the year its month fits. */
function datesOf(line: string, yearOf: (month: number) => number | undefined): readonly Temporal.PlainDate[] {
  const texts = [...line.matchAll(DATE)].map(([text]) => text);
  const lineYear = YEAR.exec(line)?.[1];
  return texts.flatMap((text) => {
    const whole = readDayFirst(text);
    if (whole) return [whole];
    // Any year will do to learn the month; a leap year knows every day.
    const month = readDayFirst(`${text} 2028`)?.month;
    const year = lineYear ?? (month === undefined ? undefined : yearOf(month));
    return (year === undefined ? undefined : readDayFirst(`${text} ${year}`)) ?? [];
  });
}

/**
 * Reads the list of term dates that a council or a school publishes, pasted as it is: lines such as "Autumn term: Wednesday
 * 2 September 2026 to Friday 18 December 2026", "Half-term: 26 to 30 October", "Term ends 25 March 2027", under headings
 * or not. What it cannot place is given back, never guessed.
 */
export function readPastedTerms(text: string): PastedTerms {
  const found: Found = { terms: new Map(), closed: [], left: [] };
  const years = [...text.matchAll(/\b20\d{2}\b/g)].map(([year]) => Number(year));
  const first = years.length > 0 ? Math.min(...years) : undefined;
  const yearOf = (month: number) => (first === undefined ? undefined : month >= 8 ? first : first + 1);
  let season: Term['season'] | undefined;
  for (const raw of text.slice(0, 20_000).split('\n')) {
    const line = raw.trim();
    season = SEASONS.find((each) => new RegExp(`\\b${each}\\b`, 'i').test(line)) ?? season;
    // "26 to 30 October": the first day has the month of the second.
    const spelt = line.replace(
      /\b(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to)\s*(\d{1,2}(?:st|nd|rd|th)?\s+([a-z]{3,9}))/i,
      '$1 $3 to $2',
    );
    const dates = datesOf(spelt, yearOf);
    if (dates.length > 0 && !place(found, line, dates, season)) found.left.push(line);
  }
  const terms = SEASONS.flatMap((each): readonly Term[] => {
    const { from, to } = found.terms.get(each) ?? {};
    return from && to ? [{ season: each, from, to }] : [];
  });
  return { values: yearValues({ name: '', terms, closed: found.closed }), left: found.left };
}

/** Puts the dates of a line where it says; false when it does not say. */
function place(
  { terms, closed }: Found,
  line: string,
  [from, to, ...more]: readonly Temporal.PlainDate[],
  season: Term['season'] | undefined,
): boolean {
  if (!from || more.length > 0) return false;
  const until = to ?? from;
  if (from.until(until).sign < 0) return false;
  if (CLOSED.test(line)) {
    closed.push({ from, to: until });
    return true;
  }
  if (!season) return false;
  const known = terms.get(season) ?? {};
  if (to) terms.set(season, { from, to });
  else if (STARTS.test(line) && !/\bterm ends\b/i.test(line)) terms.set(season, { ...known, from });
  else if (ENDS.test(line)) terms.set(season, { ...known, to: from });
  else return false;
  return true;
}
