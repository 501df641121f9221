import * as ERA from './era.ts';

/** A day as one number that grows with time: year, month and day side by side. */
export function packDay(year: number, month: number, day: number): number {
  return year * 512 + month * 32 + day;
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Is there such a day? */
export function dayExists(packed: number): boolean {
  const year = packed >> 9;
  const month = (packed >> 5) & 15;
  const day = packed & 31;
  if (month === 2 && day === 29) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= (LENGTHS[month - 1] ?? 0);
}

/** A number in two digits. */
export function twoDigits(number: number): string {
  return `${number < 10 ? 0 : ''}${number}`;
}

/** Writes a packed day as `YYYY-MM-DD`. */
export function isoDay(packed: number): string {
  const year = `${packed >> 9}`.padStart(4, '0');
  return `${year}-${twoDigits((packed >> 5) & 15)}-${twoDigits(packed & 31)}`;
}

export type Calendar = 'gregorian' | 'buddhist' | 'japanese' | 'persian' | 'islamic';

// WhatsApp began in 2009. A year number belongs to that calendar in which it is a year since then.
const FIRST_BUDDHIST = 2552;
const FIRST_PERSIAN = 1387;
const LAST_PERSIAN = 1425;
const FIRST_ISLAMIC = 1430;
const LAST_ISLAMIC = 1480;
const FIRST_SHORT_BUDDHIST = 52;
const LAST_SHORT_BUDDHIST = 98;

const OFFSETS: Readonly<Record<number, number>> = {
  [ERA.reiwa]: 2018,
  [ERA.heisei]: 1988,
  [ERA.showa]: 1925,
  [ERA.minguo]: 1911,
};

/** Which calendar a printed year belongs to. */
export function calendarOf(year: number, era: number): Calendar {
  if (era === ERA.buddhist) return 'buddhist';
  if (era >= ERA.reiwa && era <= ERA.showa) return 'japanese';
  if (era === ERA.minguo) return 'gregorian';
  if (year >= FIRST_BUDDHIST && year < FIRST_BUDDHIST + 150) return 'buddhist';
  if (year >= FIRST_SHORT_BUDDHIST && year <= LAST_SHORT_BUDDHIST) return 'buddhist';
  if (year >= FIRST_PERSIAN && year <= LAST_PERSIAN) return 'persian';
  if (year >= FIRST_ISLAMIC && year <= LAST_ISLAMIC) return 'islamic';
  return 'gregorian';
}

/** The Gregorian year of a printed year of a calendar whose months are Gregorian. */
export function commonYear(year: number, era: number): number {
  const offset = OFFSETS[era];
  if (offset !== undefined) return year + offset;
  if (calendarOf(year, era) === 'buddhist') return (year < 100 ? year + 2500 : year) - 543;
  return year < 100 ? year + 2000 : year;
}

const DAY_MS = 86_400_000;
const LUNAR_YEAR = 354.367;
const SOLAR_YEAR = 365.2422;
/** Days that a first guess may be off. */
const DAYS_OFF = 12;
const EPOCH_ISLAMIC = Date.UTC(622, 6, 19);
const EPOCH_PERSIAN = Date.UTC(622, 2, 22);

const formats: Record<string, Intl.DateTimeFormat> = {};

/**
 * The Gregorian day of a Persian or Islamic one, by the engine's own Unicode calendars.
 * @returns the packed Gregorian day, or -1 when the calendar has no such day
 */
export function convertDay(
  calendar: 'persian' | 'islamic',
  year: number,
  month: number,
  day: number,
): number {
  const tag = `en-u-nu-latn-ca-${calendar === 'persian' ? calendar : 'islamic-umalqura'}`;
  formats[tag] ??= new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const format = formats[tag];
  const [epoch, length] = calendar === 'persian' ? [EPOCH_PERSIAN, SOLAR_YEAR] : [EPOCH_ISLAMIC, LUNAR_YEAR];
  const guess = epoch + Math.floor((year - 1) * length + ((month - 1) * length) / 12 + day - 1) * DAY_MS;
  for (let step = -DAYS_OFF; step <= DAYS_OFF; step += 1) {
    const moment = new Date(guess + step * DAY_MS);
    // "7/9/1402 AP": month, day, year, however they are separated.
    const found = format.format(moment).match(/\d+/g)?.map(Number);
    if (found?.[0] === month && found[1] === day && found[2] === year)
      return packDay(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
  }
  return -1;
}
