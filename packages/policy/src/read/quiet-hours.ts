import type { Clause, QuietDays, QuietHours, Section } from '../document.ts';
import { gist } from '../text/spans.ts';
import { exceptionsOf } from './exceptions.ts';

const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const HALF =
  "(?: ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o['’]?clock|yh|yb|yr hwyr|y nos|y bore)| (?:at night|in the (?:morning|evening|afternoon)))*";
const TIME = `(?:(?:\\d{1,2}(?:[:.]\\d{2})?|\\b(?:${NUMBER_WORDS.join('|')})\\b)${HALF}|midnight|noon|midday)`;
const RANGE = new RegExp(
  `(?:\\b(?:between|from|outside|rhwng|o)\\s+)?(?:the )?(?:hours of )?(?<from>${TIME})\\s*(?:and|to|until|till|–|-|—|a|tan|hyd)\\s*(?<to>${TIME})`,
  'giu',
);
const AFTER = new RegExp(
  `\\b(?:after|past|later than|ar ôl) (?<from>${TIME})(?:[^.]{0,60}?\\b(?:or before|until|and before|or earlier than|before|neu cyn) (?<to>${TIME}))?`,
  'giu',
);
const BEFORE_AFTER = new RegExp(
  `\\bbefore (?<to>${TIME})[^.]{0,60}?\\b(?:or|and) after (?<from>${TIME})`,
  'giu',
);
const ABOUT =
  /\b(?:post\w*|messag\w*|quiet|send\w*|text\w*|notif\w*|contact\w*|silent|group|chat|tawel|neges\w*)\b/iu;
/** The hours named are those in which people may post: the quiet hours are the rest of the day. */
const OPEN =
  /\bonly\b|\boutside (?:of )?(?:the )?(?:hours|these|those|\d)|\bkeep (?:\p{L}+ )?(?:messages|posts?|posting) (?:to|between)\b/iu;
const OPEN_UNLESS_DENIED = /\b(?:open|post|message|write|sent?|use) (?:\p{L}+ ){0,3}(?:between|from)\b/iu;
const NEGATIVE = /\b(?:no|not|n['’]t|never|avoid|refrain|quiet|silent|mute|peidiwch)\b/iu;
const OFFICE = /\b(?:office|reception|school day|drop-?off|pick-?up)\b.*\b(?:open|staffed|hours)\b/iu;

const DAYS: readonly (readonly [QuietDays, RegExp])[] = [
  [
    'weekdays',
    /\b(?:weekdays?|school (?:days|nights)|monday (?:to|–|-) friday|term[- ]time|dyddiau ysgol)\b/iu,
  ],
  ['weekends', /\b(?:weekends?|penwythnos\w*|saturdays? (?:and|or|&) sundays?)\b/iu],
  ['saturdays', /\bsaturdays?\b(?! (?:and|or|&) sundays?)/iu],
  ['sundays', /(?<!\bsaturdays? (?:and|or|&) )\bsundays?\b/iu],
  ['holidays', /\b(?:holidays?|half[- ]terms?|vacations?|gwyliau)\b/iu],
];

/** A time as written, on the 24-hour clock; undefined when it is no time of day. */
function clock(text: string | undefined, half?: 'a' | 'p'): string | undefined {
  if (text === undefined) return undefined;
  const words = text.trim().toLowerCase();
  if (words === 'midnight') return '00:00';
  if (words === 'noon' || words === 'midday') return '12:00';
  const match = /^(\d{1,2}|[a-z]+)(?:[:.](\d{2}))?/u.exec(words);
  if (!match) return undefined;
  const rest = words.slice(match[0].length);
  const spoken = NUMBER_WORDS.indexOf(match[1] ?? '') + 1;
  const number = spoken > 0 ? spoken : Number(match[1]);
  const told = /^ ?a\.?m|\bmorning|bore|yb/u.test(rest)
    ? 'a'
    : /^ ?p\.?m|night|evening|afternoon|hwyr|nos|yh/u.test(rest)
      ? 'p'
      : undefined;
  const which = told ?? (match[2] === undefined ? half : undefined);
  if (match[2] === undefined && which === undefined) return undefined;
  const hour = which === undefined ? number : (number % 12) + (which === 'p' ? 12 : 0);
  const minute = Number(match[2] ?? '0');
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined;
}

function daysOf(sentence: string): readonly QuietDays[] {
  return DAYS.filter(([, sign]) => sign.test(sentence)).map(([days]) => days);
}

/** A time as one sentence names it, with the words after it up to the next time, which can name its days. */
interface Named {
  readonly from: string;
  readonly to?: string;
  readonly tail: string;
}

/** The times that one sentence names. A bare number beside a told half of the day takes the half that makes a night. */
function timesOf(sentence: string, open: boolean): readonly Named[] {
  const matches = [RANGE, BEFORE_AFTER, AFTER].map((pattern) => [...sentence.matchAll(pattern)]);
  const found = matches.find((list) => list.some(({ groups }) => timeOf(groups))) ?? [];
  return found.flatMap(({ groups, index, 0: whole }, at) => {
    const time = timeOf(groups);
    if (time === undefined || time.from === time.to) return [];
    const tail = sentence.slice(index + whole.length, found[at + 1]?.index);
    return [time.to !== undefined && open ? { from: time.to, to: time.from, tail } : { ...time, tail }];
  });
}

function timeOf(groups: Record<string, string | undefined> | undefined) {
  const { from: first, to: last } = groups ?? {};
  const to = clock(last, 'a');
  const from = clock(first, to === undefined ? undefined : 'p');
  if (from === undefined) return undefined;
  return to === undefined ? { from } : { from, to };
}

/** What a whole day of quiet looks like. */
const ALL_DAY = { from: '00:00', to: '24:00' } as const;

/** The times in which one clause asks nobody to post. */
function quietIn(
  { id: clauseId, text: whole, stem, polarity }: Clause,
  heading: string,
): readonly QuietHours[] {
  const text = gist(whole);
  if (!ABOUT.test(`${heading} ${stem ?? ''} ${text}`) || OFFICE.test(text)) return [];
  const exception = exceptionsOf(text)[0];
  const limit = exception === undefined ? {} : { exception };
  const openWhole = /\boutside (?:of )?these (?:hours|times)\b/iu.test(text);
  return text.split(/(?<=[.;!?])\s+(?=\p{Lu}|\p{Ll}{3})/u).flatMap((sentence): readonly QuietHours[] => {
    const bare = exception === undefined ? sentence : sentence.replace(exception, ' ');
    const opened =
      openWhole ||
      OPEN.test(bare) ||
      (polarity !== 'do-not' && OPEN_UNLESS_DENIED.test(bare) && !NEGATIVE.test(bare));
    const times = timesOf(bare, opened && !/\bquiet\b/iu.test(bare));
    const days = daysOf(bare);
    const allDay = /\ball day\b/iu.test(bare) ? daysOf(bare.slice(bare.search(/\ball day\b/iu))) : [];
    const hours = times.map(({ tail, ...time }): QuietHours => {
      const own = times.length > 1 ? daysOf(tail) : days.filter((one) => !allDay.includes(one));
      return { ...time, ...(own.length === 0 ? {} : { days: own }), ...limit, clauseId };
    });
    const wholeDays = times.length > 0 ? allDay : days.filter((one) => one !== 'weekdays');
    const asked =
      NEGATIVE.test(`${stem ?? ''} ${bare}`) &&
      ABOUT.test(bare) &&
      /\b(?:at|on|over|during|in|ar|yn ystod)\b/iu.test(bare);
    const quiet = times.length > 0 || (asked && !/\bfine\b|\bwelcome\b/iu.test(bare));
    return quiet && wholeDays.length > 0
      ? [...hours, { ...ALL_DAY, days: wholeDays, ...limit, clauseId }]
      : hours;
  });
}

/** The times in which a policy asks nobody to post, in the order of its clauses. */
export function quietTimesOf(
  sections: readonly Pick<Section, 'heading' | 'clauses'>[],
): readonly QuietHours[] {
  return sections.flatMap(({ heading, clauses }) => clauses.flatMap((clause) => quietIn(clause, heading)));
}
