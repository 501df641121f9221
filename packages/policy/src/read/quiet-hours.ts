import type { Clause, QuietHours } from '../document.ts';
import { gist } from '../text/spans.ts';

const TIME = '(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?|midnight|noon';
const BETWEEN = new RegExp(
  `\\b(?:between|from) (?:the hours of )?(?<from>${TIME})\\s*(?:and|to|until|till|–|-)\\s*(?<to>${TIME})`,
  'iu',
);
const AFTER = new RegExp(
  `\\b(?:after|past|later than) (?<from>${TIME})(?:[^.]*?\\b(?:or before|until|and before|or earlier than) (?<to>${TIME}))?`,
  'iu',
);
const ABOUT = /\b(?:post\w*|messag\w*|quiet|send\w*|text\w*|notif\w*|contact\w*)\b/iu;

/** A time as written, on the 24-hour clock; undefined when it is no time of day. */
function clock(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^midnight$/iu.test(text)) return '00:00';
  if (/^noon$/iu.test(text)) return '12:00';
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(a|p)?/iu.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(match[2] ?? '0');
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined;
}

/** The hours in which a policy asks nobody to post, from the first clause that names them. */
export function quietHoursOf(clauses: readonly Pick<Clause, 'id' | 'text'>[]): QuietHours | undefined {
  for (const { id, text: whole } of clauses) {
    const text = gist(whole);
    const found = ABOUT.test(text) ? (BETWEEN.exec(text) ?? AFTER.exec(text))?.groups : undefined;
    const [from, to] = [clock(found?.['from']), clock(found?.['to'])];
    if (from !== undefined) return { from, ...(to === undefined ? {} : { to }), clauseId: id };
  }
  return undefined;
}
