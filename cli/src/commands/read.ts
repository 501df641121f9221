import { basename } from 'node:path';
import {
  type ChatExport,
  ChatReadError,
  type Message,
  type ReadOptions,
  readExportFrom,
  readExportStream,
} from '@handbell/chat';
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { openInput } from '../input.ts';

/** Bytes from which on a terminal is shown how far the reading has come. */
const LONG = 20 * 1024 * 1024;
/** Share of a summary's work that finding the messages is; the rest is looking at each. */
const FINDING = 0.2;
/** Messages between two looks at how far it is. */
const STEP = 4096;
const PEOPLE_SHOWN = 30;
const ORDERS = { dmy: 'day first', mdy: 'month first', ymd: 'year first', ydm: 'year, then day' } as const;
const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

interface Options {
  readonly json?: boolean;
  readonly locale?: string;
}

const CHANGED =
  'the file changed or went away while it was read, so we stopped. We changed nothing in it, and what was written so far is not the whole chat. Wait until the file is complete and run the command again.';
const CLEAR = '\r\u001b[K';

// Shows how far it is, whenever that is another number.
function progressOnTerminal(): (fraction: number) => void {
  let shown = '';
  return (fraction) => {
    const next = fraction >= 1 ? CLEAR : `\rReading: ${Math.round(fraction * 100)} %`;
    if (next !== shown) process.stderr.write(next);
    shown = next;
  };
}

// Reads a file with what was asked for. Progress is shown on a terminal, unless what is read is written to one.
async function reading<T>(
  file: string,
  size: number,
  { locale, json }: Options,
  read: (options: ReadOptions) => Promise<T>,
): Promise<T> {
  const isFree = json !== true || process.stdout.isTTY !== true;
  const isShown = isFree && process.stderr.isTTY === true && size > LONG;
  try {
    return await read({
      name: file === '-' ? '_chat.txt' : basename(file),
      ...(locale === undefined ? {} : { locale }),
      ...(isShown ? { onProgress: progressOnTerminal() } : {}),
    });
  } catch (error) {
    if (isShown) process.stderr.write(CLEAR);
    if (error instanceof ChatReadError) throw new InputError(`${file}: ${error.message}`);
    if (error instanceof DOMException && error.name === 'NotReadableError')
      throw new InputError(`${file}: ${CHANGED}`, { cause: error });
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

// Piece by piece, so that a long chat is never held.
async function writeJson(file: string, options: Options): Promise<void> {
  const blob = await openInput(file);
  await reading(file, blob.size, options, async (how) => {
    for await (const batch of readExportStream(blob, how))
      await write(`${batch.map(toJsonLine).join('\n')}\n`);
  });
}

async function writeSummary(file: string, options: Options): Promise<void> {
  // Of a zip, only the chat is held.
  const blob = await openInput(file);
  const summary = await reading(file, blob.size, options, async (how) => {
    const onProgress = (done: number) => how.onProgress?.(done * FINDING);
    const chat = await readExportFrom(blob, { ...how, onProgress });
    return summaryOf(chat, (done) => how.onProgress?.(FINDING + done * (1 - FINDING)));
  });
  await write(summary);
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

function kindsOf({ messages }: ChatExport, onProgress: (fraction: number) => void): string {
  const kinds = new Map<string, number>();
  for (const { kind, index } of messages) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (index % STEP === 0) onProgress(index / messages.length);
  }
  onProgress(1);
  return [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, number]) => `${kind} ${number.toLocaleString('en-GB')}`)
    .join(', ');
}

/**
 * A summary of a chat for people: span, format, members, kinds, and what was not understood.
 * @param chat the chat, read
 * @param onProgress called now and then with the share that is done
 */
export function summaryOf(chat: ChatExport, onProgress: (fraction: number) => void = () => {}): string {
  const { format, members, messages } = chat;
  const first = messages.at(0)?.at.replace('T', ' ') ?? '';
  const last = messages.at(-1)?.at.replace('T', ' ') ?? '';
  const writers = members.filter((member) => member.messages > 0);
  const lines = [
    ...(chat.title === null ? [] : [`Chat:     ${chat.title}`]),
    `Span:     ${first} to ${last}`,
    `Entries:  ${messages.length.toLocaleString('en-GB')} (${kindsOf(chat, onProgress)})`,
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
      await (options.json === true ? writeJson(file, options) : writeSummary(file, options));
    });
}
