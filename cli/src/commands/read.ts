import { basename } from 'node:path';
import { type ChatExport, ChatReadError, type Message, readExport } from '@handbell/chat';
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { readInput } from '../input.ts';

/** Bytes from which on a terminal is shown how far the reading has come. */
const LONG = 20 * 1024 * 1024;
/** Messages written in one piece. */
const BATCH = 2000;
const PEOPLE_SHOWN = 30;
const ORDERS = { dmy: 'day first', mdy: 'month first', ymd: 'year first', ydm: 'year, then day' } as const;
const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

interface Options {
  readonly json?: boolean;
  readonly locale?: string;
}

function showProgress(fraction: number): void {
  const end = fraction >= 1 ? '\r\u001b[K' : '';
  process.stderr.write(`\rReading: ${Math.round(fraction * 100)} %${end}`);
}

function read(bytes: Uint8Array, file: string, options: Options): ChatExport {
  const isWatched = process.stderr.isTTY === true && bytes.length > LONG;
  try {
    return readExport(bytes, {
      name: file === '-' ? '_chat.txt' : basename(file),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      ...(isWatched ? { onProgress: showProgress } : {}),
    });
  } catch (error) {
    if (error instanceof ChatReadError) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
}

/**
 * A message as one line of JSON: the fields `at`, `sender`, `kind`, `text`, and `edited`, `attachment` and `event`
 * where there are any.
 */
export function toJsonLine(message: Message): string {
  const { at, sender, kind, text, edited, attachment, event } = message;
  return JSON.stringify({
    at,
    sender,
    kind,
    text,
    ...(edited ? { edited } : {}),
    ...(attachment === null ? {} : { attachment }),
    ...(event === null ? {} : { event: { type: event.type, actor: event.actor, targets: event.targets } }),
  });
}

// Waits when the reader of our output is slow, so that a long chat is never held twice.
async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

async function writeJson(chat: ChatExport): Promise<void> {
  for (let at = 0; at < chat.messages.length; at += BATCH) {
    const lines = chat.messages.slice(at, at + BATCH).map(toJsonLine);
    await write(`${lines.join('\n')}\n`);
  }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

function kindsOf(chat: ChatExport): string {
  const kinds = new Map<string, number>();
  for (const { kind } of chat.messages) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, number]) => `${kind} ${number.toLocaleString('en-GB')}`)
    .join(', ');
}

/**
 * A summary of a chat for people: span, format, members, kinds, and what was not understood.
 * @param chat the chat, read
 */
export function summaryOf(chat: ChatExport): string {
  const { format, members, messages } = chat;
  const first = messages.at(0)?.at.replace('T', ' ') ?? '';
  const last = messages.at(-1)?.at.replace('T', ' ') ?? '';
  const writers = members.filter((member) => member.messages > 0);
  const lines = [
    ...(chat.title === null ? [] : [`Chat:     ${chat.title}`]),
    `Span:     ${first} to ${last}`,
    `Entries:  ${messages.length.toLocaleString('en-GB')} (${kindsOf(chat)})`,
    `Format:   ${format.family} headers, ${format.clock} clock, dates ${ORDERS[format.dateOrder]} (${format.dateOrderCertainty}: ${format.dateOrderReason})`,
    ...(format.languages.length === 0
      ? []
      : [
          `Notices:  ${count(chat.events.length, 'notice')} understood, in ${format.languages.map((code) => languages.of(code) ?? code).join(', ')}`,
        ]),
    `People:   ${count(writers.length, 'person who wrote', 'people who wrote')}, ${members.length - writers.length} more in notices`,
    ...writers
      .slice(0, PEOPLE_SHOWN)
      .map((member) => `  ${String(member.messages).padStart(7)}  ${member.name}`),
    ...(writers.length > PEOPLE_SHOWN ? [`           and ${writers.length - PEOPLE_SHOWN} more`] : []),
    ...(chat.warnings.length === 0 ? ['Nothing was left unread.'] : ['Take note:']),
    ...chat.warnings.map(({ line, message }) => `  - ${line === null ? '' : `line ${line}: `}${message}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Adds `handbell read` to the program. */
export function registerRead(program: Command): void {
  program
    .command('read')
    .description('Read a WhatsApp export (.txt or .zip) into messages.')
    .argument('<file>', 'the export, or - for standard input')
    .option('--json', 'write one message a line as JSON')
    .option('--locale <tag>', 'language of the phone, such as en-GB; what the file itself proves comes first')
    .action(async (file: string, options: Options) => {
      const chat = read(await readInput(file), file, options);
      await (options.json === true ? writeJson(chat) : write(summaryOf(chat)));
    });
}
