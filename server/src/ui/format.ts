import { Temporal } from 'temporal-polyfill';

/** Schools in England, Wales, Scotland and Northern Ireland all keep London's clock. */
export const schoolZone = 'Europe/London';

/**
 * A date or a moment: Temporal's own types, the `Date` a database driver gives, or ISO 8601 text. Text with an offset
 * or a `Z` is a moment; text without one is what the school's own clock shows.
 */
export type DateLike =
  | Temporal.PlainDate
  | Temporal.PlainDateTime
  | Temporal.ZonedDateTime
  | Temporal.Instant
  | Date
  | string;

/** Whether a value is a day without a time. */
export function isDateOnly(value: DateLike): boolean {
  return read(value) instanceof Temporal.PlainDate;
}

/** "Tuesday 9 March 2027". Throws a RangeError when the text is no date. */
export function formatDate(value: DateLike): string {
  const date = dayOf(value);
  return `${weekdays[date.dayOfWeek - 1]} ${formatShortDate(date)}`;
}

/** "9 March 2027", for tables and short lines. */
export function formatShortDate(value: DateLike): string {
  const date = dayOf(value);
  return `${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** "6.15pm", "9am", "midday", "midnight". Throws a RangeError when the value has no time. */
export function formatTime(value: DateLike): string {
  const moment = read(value);
  if (moment instanceof Temporal.PlainDate)
    throw new RangeError(`${moment.toString()} is a day without a time.`);
  const { hour, minute } = moment;
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Tuesday 9 March 2027 at 6.15pm". */
export function formatDateTime(value: DateLike): string {
  return `${formatDate(value)} at ${formatTime(value)}`;
}

/** "9 to 13 March 2027", "28 February to 3 March 2027", "20 December 2027 to 3 January 2028". */
export function formatPeriod(from: DateLike, to: DateLike): string {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first.equals(last)) return formatShortDate(first);
  const start = [
    String(first.day),
    first.month === last.month && first.year === last.year ? undefined : months[first.month - 1],
    first.year === last.year ? undefined : String(first.year),
  ];
  return `${start.filter((part) => part !== undefined).join(' ')} to ${formatShortDate(last)}`;
}

/** The same day or moment for `<time datetime>`: a day as `2027-03-09`, a moment with its offset. */
export function machineDate(value: DateLike): string {
  const moment = read(value);
  if (moment instanceof Temporal.PlainDate) return moment.toString();
  return moment.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

/** "1 parent", "2 parents", "1,204 parents". */
export function formatCount(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dayOf(value: DateLike): Temporal.PlainDate {
  const moment = read(value);
  return moment instanceof Temporal.PlainDate ? moment : moment.toPlainDate();
}

function read(value: DateLike): Temporal.PlainDate | Temporal.ZonedDateTime {
  if (typeof value === 'string') return readText(value);
  if (value instanceof Date) return readInstant(Temporal.Instant.fromEpochMilliseconds(value.getTime()));
  if (value instanceof Temporal.Instant) return readInstant(value);
  if (value instanceof Temporal.ZonedDateTime) return value.withTimeZone(schoolZone);
  if (value instanceof Temporal.PlainDateTime) return value.toZonedDateTime(schoolZone);
  return value;
}

function readInstant(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(schoolZone);
}

function readText(text: string): Temporal.PlainDate | Temporal.ZonedDateTime {
  if (!/[T ]\d/.test(text)) return Temporal.PlainDate.from(text);
  if (/(?:Z|[+-]\d{2}(?::?\d{2})?)(?:\[|$)/.test(text)) return readInstant(Temporal.Instant.from(text));
  return Temporal.PlainDateTime.from(text).toZonedDateTime(schoolZone);
}
