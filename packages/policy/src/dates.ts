import type { PartialDate } from './document.ts';

/** What reading a date gives: the date, and a plain question when it could be read in two ways. */
export interface DateReading {
  readonly date: PartialDate;
  /** One sentence for the school office, only when the date is ambiguous. */
  readonly question?: string;
}

const MONTHS = [
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
] as const;

const WELSH_MONTHS = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
] as const;

const TERMS: Record<string, 'autumn' | 'spring' | 'summer'> = {
  autumn: 'autumn',
  spring: 'spring',
  summer: 'summer',
  hydref: 'autumn',
  gwanwyn: 'spring',
  haf: 'summer',
  easter: 'spring',
  lent: 'spring',
  michaelmas: 'autumn',
  trinity: 'summer',
};

const MONTH_WORD =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\\.?';
const TERM_WORD =
  '(?:(?:the )?(?:autumn|spring|summer|easter|lent|michaelmas|trinity)(?: term)?|tymor (?:yr |y )?(?:hydref|gwanwyn|haf)|gwanwyn|haf)';
const YEAR = '(?:19|20)\\d{2}';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?';

const FORMS = [
  `${WEEKDAY}\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_WORD},? (?:${YEAR}|\\d{2})`,
  `${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}`,
  `${YEAR}-\\d{2}-\\d{2}`,
  `\\d{1,2}[./-]\\d{1,2}[./-](?:${YEAR}|\\d{2})`,
  `${TERM_WORD},? (?:${YEAR}\\s*[/–-]\\s*\\d{2,4}|${YEAR})`,
  `${MONTH_WORD},? (?:${YEAR}|['’]\\d{2}|[2-4]\\d(?![\\d:.]|(?:st|nd|rd|th)\\b))`,
  `(?:0?[1-9]|1[0-2])[./]${YEAR}`,
  `${YEAR}\\s*[/–-]\\s*(?:${YEAR}|\\d{2})`,
  YEAR,
] as const;

/** Every form in which a policy writes a date, as one pattern without flags; spaces in the text must be single. */
export const DATE_PATTERN = `(?<![\\d.])(?:${FORMS.join('|')})(?![\\d])`;

function fullYear(text: string): number {
  const digits = Number(text.replace(/\D/gu, ''));
  if (digits >= 100) return digits;
  return digits < 80 ? 2000 + digits : 1900 + digits;
}

function monthNumber(word: string): number | undefined {
  const key = word.toLowerCase().replace('.', '').slice(0, 3);
  const english = MONTHS.findIndex((name) => name.toLowerCase().startsWith(key));
  if (english >= 0) return english + 1;
  const welsh = WELSH_MONTHS.findIndex((name) => name.toLowerCase() === word.toLowerCase());
  return welsh < 0 ? undefined : welsh + 1;
}

function dayDate(year: number, month: number, day: number, written: string): PartialDate | undefined {
  const made = new Date(Date.UTC(year, month - 1, day));
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return undefined;
  return { precision: 'day', year, month, day, written };
}

function readDay(text: string, written: string): DateReading | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const words = new RegExp(
    `^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${MONTH_WORD}),? (?<year>\\d{2,4})$`,
    'iu',
  ).exec(text)?.groups;
  const american = new RegExp(
    `^(?<month>${MONTH_WORD}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})$`,
    'iu',
  ).exec(text)?.groups;
  const named = words ?? american;
  if (named) {
    const month = monthNumber(named.month ?? '');
    const date = month && dayDate(fullYear(named.year ?? ''), month, Number(named.day), written);
    return date ? { date } : undefined;
  }
  if (iso) {
    const date = dayDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), written);
    return date ? { date } : undefined;
  }
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/u.exec(text);
  if (!numbers) return undefined;
  const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), fullYear(numbers[3] ?? '')];
  const dayFirst = dayDate(year, second, first, written);
  if (dayFirst) return { date: dayFirst };
  const monthFirst = dayDate(year, first, second, written);
  if (!monthFirst) return undefined;
  return {
    date: monthFirst,
    question: `We read "${written}" as ${formatPartialDate(monthFirst)}, with the month first. Is that right?`,
  };
}

function readTerm(text: string, written: string): DateReading | undefined {
  const match =
    /^(?:the )?(?:tymor (?:yr |y )?)?(\p{L}+)(?: term)?,? (\d{4})(?:\s*[/–-]\s*(\d{2,4}))?$/iu.exec(text);
  const term = match && TERMS[(match[1] ?? '').toLowerCase()];
  if (!match || !term) return undefined;
  if (match[1]?.toLowerCase() === 'hydref' && !/tymor/iu.test(text)) return undefined;
  const first = Number(match[2]);
  const second = match[3] === undefined ? undefined : fullYear(match[3]);
  if (second === undefined) return { date: { precision: 'term', year: first, term, written } };
  const year = term === 'autumn' ? first : second;
  const date: PartialDate = { precision: 'term', year, term, written };
  return second === first + 1
    ? { date }
    : { date, question: `"${written}" names two years that do not follow each other. Which year is meant?` };
}

function readMonthOrYear(text: string, written: string): DateReading | undefined {
  const named = new RegExp(`^(?<month>${MONTH_WORD}),? (?<year>['’]?\\d{2,4})$`, 'iu').exec(text)?.groups;
  const month = named && monthNumber(named.month ?? '');
  if (named && month) {
    return { date: { precision: 'month', year: fullYear(named.year ?? ''), month, written } };
  }
  const numeric = /^(\d{1,2})[./](\d{4})$/u.exec(text);
  if (numeric) {
    const date: PartialDate = {
      precision: 'month',
      year: Number(numeric[2]),
      month: Number(numeric[1]),
      written,
    };
    return date.month >= 1 && date.month <= 12 ? { date } : undefined;
  }
  if (/^(?:19|20)\d{2}$/u.test(text)) return { date: { precision: 'year', year: Number(text), written } };
  const span = /^((?:19|20)\d{2})\s*[/–-]\s*(\d{2,4})$/u.exec(text);
  if (!span) return undefined;
  return {
    date: { precision: 'year', year: fullYear(span[2] ?? ''), schoolYear: true, written },
    question: `"${written}" is a whole school year. Which term or month is meant?`,
  };
}

/**
 * Reads a date as British schools write it: `18.11.25`, `18/11/2025`, `18th November 2025`, `January 2025`,
 * `Spring 2027`, `Spring Term 2026-27`, `2027` (S4, S5, S6). Numbers are day first.
 * @returns the date with its precision and the school's own form, with a question when it could mean two things;
 *   undefined when the whole text is no date
 */
export function parsePartialDate(text: string): DateReading | undefined {
  const written = text.trim();
  const plain = written
    .replace(/^[*_]+|[*_]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const own = plain === '' ? written : plain;
  return readDay(plain, own) ?? readTerm(plain, own) ?? readMonthOrYear(plain, own);
}

/**
 * Says a date in full: "18 November 2025", "January 2025", "Spring term 2027", "2027".
 * The school's own form is the date's `written`.
 */
export function formatPartialDate(date: PartialDate): string {
  switch (date.precision) {
    case 'day':
      return `${date.day} ${MONTHS[date.month - 1] ?? ''} ${date.year}`;
    case 'month':
      return `${MONTHS[date.month - 1] ?? ''} ${date.year}`;
    case 'term':
      return `${date.term.charAt(0).toUpperCase()}${date.term.slice(1)} term ${date.year}`;
    case 'year':
      return date.schoolYear ? `school year ${date.year - 1} to ${date.year}` : `${date.year}`;
  }
}
