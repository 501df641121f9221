import type { Entries } from '../entries.ts';
import type { Letters } from '../header/letters.ts';
import type { LanguageTable } from '../languages/table.ts';
import { leadsWithColon, matchNotice } from '../notices/matcher.ts';
import { tellBeforeQuote } from '../notices/telling-words.ts';
import { afterColon, senderColon } from './sender-colon.ts';
import type { Speakers } from './speakers.ts';

const QUOTE_OPENS = /["“„«‟❝]/;
const SAMPLE = 200;
/** Doubtful names that are looked into; a hostile file must not cost more. */
const MOST_DOUBTFUL = 5000;

// In a file whose headers are "[…] Bob:Hi", colons are followed by no space in most lines. "R:S: hi" tells nothing.
function isTight(letters: Letters, entries: Entries): boolean {
  const { bytes } = letters;
  let spaced = 0;
  let tight = 0;
  for (let at = 0; at < Math.min(entries.length, SAMPLE); at += 1) {
    const body = entries.body[at] ?? 0;
    const to = entries.to[at] ?? 0;
    const first = senderColon(bytes, body, to, true);
    const second = senderColon(bytes, body, to, false);
    if (first >= 0 && second === first) spaced += 1;
    else if (first >= 0 && second < 0) tight += 1;
  }
  return tight > spaced;
}

function findTightSenders(letters: Letters, entries: Entries, speakers: Speakers): void {
  const { bytes } = letters;
  for (let at = 0; at < entries.length; at += 1) {
    const body = entries.body[at] ?? 0;
    const to = entries.to[at] ?? 0;
    const colon = senderColon(bytes, body, to, true);
    if (colon < 0) continue;
    entries.sender[at] = speakers.add(letters.piece(body, colon));
    entries.from[at] = afterColon(bytes, colon, to);
  }
}

/**
 * Looks over the senders that the survey found by the first colon: in a file without spaces after colons they are
 * found anew; and a "sender" that is the beginning of a notice with a quoted name is none. Names that hold a colon
 * themselves are put right later.
 * @param letters the chat
 * @param entries changed: `sender` and `from`
 * @param speakers the senders found so far
 * @param bracket whether headers stand in brackets; only there may a colon without a space end a name
 * @param tables the languages, whose notices are looked for where a would-be sender ends with words before a colon in
 *   one of them, or holds an opening quotation mark
 */
export function checkSenders(
  letters: Letters,
  entries: Entries,
  speakers: Speakers,
  bracket: boolean,
  tables: readonly LanguageTable[],
): void {
  if (bracket && isTight(letters, entries)) findTightSenders(letters, entries, speakers);
  const leads = leadsWithColon(tables);
  const doubtful = new Set<number>();
  for (const [number, name] of speakers.names.entries()) {
    const isDoubtful = QUOTE_OPENS.test(name) || leads.some((lead) => name.endsWith(lead));
    if (isDoubtful && doubtful.size < MOST_DOUBTFUL) doubtful.add(number);
  }
  if (doubtful.size === 0) return;
  const verdicts = new Map<number, boolean>();
  for (let at = 0; at < entries.length; at += 1) {
    const sender = entries.sender[at] ?? -1;
    if (!doubtful.has(sender)) continue;
    const body = entries.body[at] ?? 0;
    let verdict = verdicts.get(sender);
    if (verdict === undefined) {
      const line = firstLine(letters, body, entries.to[at] ?? 0);
      verdict =
        matchNotice(line, tables, () => false) !== null ||
        tellBeforeQuote(line, tables) !== null ||
        cutsQuote(line, letters.piece(body, entries.from[at] ?? 0).length);
      verdicts.set(sender, verdict);
    }
    if (!verdict) continue;
    entries.sender[at] = -1;
    entries.from[at] = body;
  }
}

// Does a would-be sender end inside quotation marks, as in: changed the name to “Oak: 5”? No name does.
function cutsQuote(line: string, colon: number): boolean {
  const isOpen = (part: string) => {
    if (part.split('"').length % 2 === 0) return true;
    // German closes with the mark that English opens with.
    const [opening, closing] = part.includes('„') ? [/„/, /[“”]/] : [/[“«‟❝]/, /[”»❞]/];
    return part.split(opening).length > part.split(closing).length;
  };
  return isOpen(line.slice(0, colon)) && !isOpen(line);
}

/** The first line of a stretch of text, or its beginning where the line is very long. */
function firstLine(letters: Letters, from: number, to: number): string {
  const line = letters.piece(from, Math.min(to, from + 1000));
  const end = line.indexOf('\n');
  return end < 0 ? line : line.slice(0, end).replace(/\r$/, '');
}
