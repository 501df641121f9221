import type { Accepted } from './header/accept.ts';
import { NEWLINE } from './header/codes.ts';
import type { OrderDecision } from './header/date-order.ts';
import type { Letters } from './header/letters.ts';
import type { Opened } from './input/opened.ts';
import type { Events } from './notices/read-events.ts';
import type { ChatWarning, MediaItem } from './types.ts';

/** Bytes that are searched for damaged letters at a time, or a few more. */
const PIECE = 1 << 16;

/** What the warnings are drawn from. */
export interface Findings {
  readonly opened: Opened;
  readonly accepted: Accepted;
  readonly order: OrderDecision;
  readonly events: Events;
  readonly media: readonly MediaItem[];
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** Says in plain English what the reader could not do or had to guess. */
export function warningsOf({ opened, accepted, order, events, media }: Findings): ChatWarning[] {
  const warnings: ChatWarning[] = [];
  const warn = (code: ChatWarning['code'], count: number, line: number | null, message: string) => {
    if (count > 0) warnings.push({ code, message, line, count });
  };
  const guessed = order.certainty === 'guess' ? accepted.entries.length : 0;
  warn(
    'date-order-guessed',
    guessed,
    null,
    'We could not tell day and month apart in the dates, so we took the day first. Check one date you know.',
  );
  const { foreign, foreignLine, impossible, impossibleLine, yearless } = accepted;
  warn(
    'foreign-headers',
    foreign,
    foreignLine,
    `${plural(foreign, 'line looks', 'lines look')} like the start of a message, but not like the others, so we left it as words of a message.`,
  );
  warn(
    'impossible-date',
    impossible,
    impossibleLine,
    `${plural(impossible, 'message has a date', 'messages have dates')} that no calendar has.`,
  );
  warn(
    'year-missing',
    yearless,
    null,
    `${plural(yearless, 'message has', 'messages have')} no year in the date, so we worked the year out.`,
  );
  const before = accepted.textBefore.replace(/[\s\ufeff]/g, '');
  warn(
    'text-before-first-message',
    before === '' ? 0 : 1,
    1,
    'There is text before the first message. It may be the end of a message whose start is missing.',
  );
  const broken = brokenLine(opened.letters);
  warn(
    'broken-letters',
    broken === null ? 0 : 1,
    broken,
    'Some letters in this file are damaged. We show a question mark in a diamond in their place.',
  );
  warn(
    'unknown-notices',
    events.unknown,
    events.unknownLine,
    `We did not understand ${plural(events.unknown, 'notice', 'notices')} that WhatsApp wrote.`,
  );
  const missing = media.filter((item) => item.inZip === false).length;
  warn(
    'missing-media',
    missing,
    null,
    `${plural(missing, 'attached file is', 'attached files are')} named in the chat but not in the zip.`,
  );
  return warnings;
}

// The line of the first damaged letter, or of the sign that stands for one; null when there is none.
function brokenLine(letters: Letters): number | null {
  const { bytes } = letters;
  for (let from = 0, to = 0; from < bytes.length; from = to) {
    to = 1 + bytes.indexOf(NEWLINE, from + PIECE) || bytes.length;
    // All up to here is split only where there is something to tell.
    if (letters.piece(from, to).includes('\ufffd'))
      return (
        letters
          .piece(0, to)
          .split('\n')
          .findIndex((line) => line.includes('\ufffd')) + 1
      );
  }
  return null;
}
