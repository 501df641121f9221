import { makeExcerpt, readExport } from '@handbell/chat';
import type { Temporal } from 'temporal-polyfill';
import type { KeptExcerpt } from '../../concerns/account.ts';
import { excerptField } from '../../concerns/excerpt-field.ts';

/** One message of an invented chat: when on the day, who, what. */
export type Line = readonly [time: string, name: string, text: string];

/** The chat as a phone writes it into an export. */
function exportOf(day: Temporal.PlainDate, lines: readonly Line[]): string {
  const date = [day.day, day.month].map((part) => String(part).padStart(2, '0')).join('/');
  return lines.map(([time, name, text]) => `${date}/${day.year}, ${time} - ${name}: ${text}\n`).join('');
}

/**
 * What a reporter's own device would send of an invented chat: the messages they ticked, with everybody else's name gone.
 * It goes through the same check as what comes from a browser.
 */
export function excerptOf(
  day: Temporal.PlainDate,
  lines: readonly Line[],
  subject: string,
  ticked: (line: Line) => boolean,
): KeptExcerpt {
  const chat = readExport(new TextEncoder().encode(exportOf(day, lines)), {
    name: 'WhatsApp Chat with Hazel class chat.txt',
    locale: 'en-GB',
  });
  const chosen = lines.flatMap((line, index) => (ticked(line) ? [index] : []));
  const excerpt = makeExcerpt(chat, { ticked: chosen, context: 1, subjects: [subject] });
  const kept = excerptField.parse(JSON.stringify(excerpt));
  if (!kept) throw new Error('The demo’s excerpt is empty.');
  return kept;
}
