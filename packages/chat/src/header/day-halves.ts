import { ENGINE_LANGUAGES } from './engine-languages.ts';
import * as HALF from './half.ts';

// Words that are met often, and those that the engine does not have or has for certain hours only. Compared in lower
// case with dots, spaces and marks taken out.
const AM = `am मपू vorm früh morgen atdawn ص قبلازظهر 上午 午前 오전 fmd پیشازظهر paradite prepodne mañana मध्यरात्री سحر prijepodne`;
const PM = `pm मउ nachm nachmittag abend م بعدازظهر 下午 傍晚 午後 오후 pasdite tarde noche del'aprèsmidi`;
const NOON = 'atnoon mediodía';
const NIGHT = 'nachts atnight 夜中 nacht';

const TABLE = new Map<string, number>();
for (const [words, half] of [
  [AM, HALF.am],
  [PM, HALF.pm],
  [NOON, HALF.noon],
  [NIGHT, HALF.night],
] as const) {
  for (const word of words.split(/\s+/)) if (word !== '') TABLE.set(word, half);
}

function key(word: string): string {
  return word.replace(/[.\s\u00a0\u202f\u2009\u064b-\u0652’]/g, '').toLowerCase();
}

const NOON_HOUR = 12;
/** From this hour on it is night where a word is used for the first hours of the day too. */
const EVENING = 18;

// What a word means that stands at these hours.
function halfAt(hours: readonly number[]): number {
  const isAm = hours.some((hour) => hour < NOON_HOUR);
  const isPm = hours.some((hour) => hour > NOON_HOUR);
  if (isAm && isPm) return hours.some((hour) => hour >= EVENING) ? HALF.night : HALF.noon;
  return isAm ? HALF.am : isPm ? HALF.pm : HALF.noon;
}

// The words that the engine's own Unicode CLDR data has beside the hours of a day.
function fromEngine(options: Intl.DateTimeFormatOptions): Map<string, number> {
  const words = new Map<string, number>();
  for (const language of ENGINE_LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, {
      hour: 'numeric',
      hour12: true,
      timeZone: 'UTC',
      ...options,
    });
    const hours = new Map<string, number[]>();
    for (let hour = 0; hour < 24; hour += 1) {
      const parts = format.formatToParts(Date.UTC(2021, 0, 1, hour));
      const word = key(parts.find((part) => part.type === 'dayPeriod')?.value ?? '');
      hours.set(word, [...(hours.get(word) ?? []), hour]);
    }
    for (const [word, its] of hours) if (!words.has(word)) words.set(word, halfAt(its));
  }
  return words;
}

// The two halves of the day, and its parts, such as "in the evening". Each is made when it is needed: parts take longer.
let halves: Map<string, number> | null = null;
let partsOfDay: Map<string, number> | null = null;

/**
 * Looks up the word beside a time.
 * @param word the word as printed: `p. m.`, `上午`, `in the morning`
 * @returns a value of `half.ts`
 */
export function halfOf(word: string): number {
  const looked = key(word);
  if (looked === '') return HALF.none;
  const known = TABLE.get(looked);
  if (known !== undefined) return known;
  halves ??= fromEngine({});
  const half = halves.get(looked);
  if (half !== undefined) return half;
  partsOfDay ??= fromEngine({ dayPeriod: 'long' });
  return partsOfDay.get(looked) ?? HALF.unknown;
}

/**
 * Hour of the day, 0 to 23, from the hour as printed and the part of the day.
 * @param hour as printed, 0 to 24
 * @param half a value of `half.ts`
 */
export function hourOfDay(hour: number, half: number): number {
  if (hour > 12) return hour % 24;
  if (half === HALF.am) return hour % 12;
  if (half === HALF.pm) return (hour % 12) + 12;
  if (half === HALF.noon) return hour < 10 ? hour + 12 : hour;
  if (half === HALF.night) return hour === 12 ? 0 : hour >= 6 ? hour + 12 : hour;
  return hour;
}
