import type { Clause, QuietDays, QuietHours } from '../document.ts';
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
  "(?: ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o['’]?clock|yr hwyr|y nos|y bore)| (?:at night|in the (?:morning|evening|afternoon)))*";
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
  ['weekends', /\b(?:weekends?|saturdays?|sundays?|penwythnos\w*)\b/iu],
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
  const told = /\ba|morning|bore/u.test(rest)
    ? 'a'
    : /\bp|night|evening|afternoon|hwyr|nos/u.test(rest)
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

/** The times that one sentence names. A bare number beside a told half of the day takes the half that makes a night. */
function timesOf(
  sentence: string,
  open: boolean,
): readonly { readonly from: string; readonly to?: string }[] {
  const matches = [RANGE, BEFORE_AFTER, AFTER].map((pattern) => [...sentence.matchAll(pattern)]);
  const found = matches.find((list) => list.some(({ groups }) => groups?.from !== undefined)) ?? [];
  return found.flatMap(({ groups }) => {
    const to = clock(groups?.to, 'a');
    const from = clock(groups?.from, to === undefined ? undefined : 'p') ?? clock(groups?.from);
    if (from === undefined) return [];
    if (to === undefined) return [{ from }];
    return from === to ? [] : [open ? { from: to, to: from } : { from, to }];
  });
}

/** The times in which one clause asks nobody to post. */
function quietIn({
  id: clauseId,
  text: whole,
  stem,
}: Pick<Clause, 'id' | 'text' | 'stem'>): readonly QuietHours[] {
  const text = gist(whole);
  if (!ABOUT.test(`${stem ?? ''} ${text}`) || OFFICE.test(text)) return [];
  const exception = exceptionsOf(text)[0];
  const limit = exception === undefined ? {} : { exception };
  return text.split(/(?<=[.;!?])\s+(?=\p{Lu}|\p{Ll}{3})/u).flatMap((sentence): readonly QuietHours[] => {
    const bare = exception === undefined ? sentence : sentence.replace(exception, ' ');
    const days = daysOf(bare);
    const on = days.length === 0 ? {} : { days };
    const opened = OPEN.test(bare) || (OPEN_UNLESS_DENIED.test(bare) && !NEGATIVE.test(bare));
    const open = opened && !/\bquiet\b/iu.test(bare);
    const times = timesOf(bare, open);
    if (times.length > 0) return times.map((time) => ({ ...time, ...on, ...limit, clauseId }));
    const wholeDays = days.filter((one) => one !== 'weekdays');
    const quiet =
      NEGATIVE.test(`${stem ?? ''} ${bare}`) &&
      ABOUT.test(bare) &&
      /\b(?:at|on|over|during|in|ar|yn ystod)\b/iu.test(bare);
    return quiet && wholeDays.length > 0
      ? [{ from: '00:00', to: '24:00', days: wholeDays, ...limit, clauseId }]
      : [];
  });
}

/** The times in which a policy asks nobody to post, in the order of its clauses. */
export function quietTimesOf(
  clauses: readonly Pick<Clause, 'id' | 'text' | 'stem'>[],
): readonly QuietHours[] {
  return clauses.flatMap(quietIn);
}
