import { Temporal } from 'temporal-polyfill';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NUMBERS = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/;
const WORDS = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([a-z]{3,9})\.?,?[\s./-]+(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T.*|\s00:00.*)?$/;

/**
 * Reads a day as British schools write it, day first: "3/9/2026", "03.09.26", "3 Sep 2026", "Thursday 3rd September
 * 2026"; also "2026-09-03", as spreadsheets give it. Two digits of a year mean this century.
 * @returns undefined when it is not a day of the calendar
 */
export function readDayFirst(text: string): Temporal.PlainDate | undefined {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ').slice(0, 60);
  const iso = ISO.exec(plain);
  if (iso) return dayOf(iso[3], iso[2], iso[1]);
  const numbers = NUMBERS.exec(plain);
  if (numbers) return dayOf(numbers[1], numbers[2], numbers[3]);
  const words = WORDS.exec(plain);
  if (!words) return undefined;
  const month = MONTHS.indexOf((words[2] ?? '').slice(0, 3)) + 1;
  return dayOf(words[1], String(month), words[3]);
}

function dayOf(day = '', month = '', year = ''): Temporal.PlainDate | undefined {
  const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  try {
    return Temporal.PlainDate.from(
      { day: Number(day), month: Number(month), year: full },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}
