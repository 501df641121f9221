import {
  type ChatExport,
  ChatReadError,
  type Message,
  readExport,
  readExportFrom,
  readExportStream,
} from '../../src/index.ts';
import type { Known } from './meaning.ts';

const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
const encoder = new TextEncoder();
/** Families whose headers stand in brackets. */
const BRACKETED: ReadonlySet<string> = new Set(['bracket', 'web']);

function tryRead(file: Uint8Array, locale?: string): ChatExport | null {
  try {
    return readExport(file, locale === undefined ? {} : { locale });
  } catch (error) {
    if (error instanceof ChatReadError) return null;
    throw error;
  }
}

// Do some words stand in a text, save for line ends? Where they may be in two pieces, the first comes before the second.
function standsIn(letters: string, words: string, mayBeTwo: boolean): boolean {
  const lines = words.replaceAll('\u200e', '').split(/\r?\n|\r/);
  if (letters.includes(lines.join(''))) return true;
  for (let cut = 1; mayBeTwo && cut < lines.length; cut += 1) {
    const first = lines.slice(0, cut).join('');
    const at = letters.indexOf(first);
    if (at >= 0 && letters.includes(lines.slice(cut).join(''), at + first.length)) return true;
  }
  return false;
}

/**
 * Reads any file and tells what is wrong with what comes back: nothing but a typed error may be thrown, every time
 * must be a time, no more messages than lines, and no words that are not in the text.
 * @returns null when all is well
 */
export function complaintAbout(file: Uint8Array): string | null {
  const chat = tryRead(file);
  if (chat === null) return null;
  // What is no valid UTF-8 comes back as U+FFFD.
  const source = new TextDecoder(chat.format.encoding).decode(file).replaceAll('\u200e', '');
  const lines = source.split(/[\r\n]/).length;
  const letters = source.replace(/[\r\n]/g, '');
  if (chat.messages.length > lines) return `${chat.messages.length} messages from ${lines} lines`;
  for (const message of chat.messages) {
    if (!AT.test(message.at)) return `time ${message.at}`;
    if (message.sender !== null && /[\u200e\u2068\n]/.test(message.sender))
      return `sender ${JSON.stringify(message.sender)}`;
    // In brackets a file may stand between two lines of its caption; elsewhere words stand in one piece.
    const mayBeTwo = message.media !== null && BRACKETED.has(chat.format.family);
    if (!standsIn(letters, message.text, mayBeTwo))
      return `words that are not there: ${JSON.stringify(message.text)}`;
  }
  return null;
}

async function streamed(file: Uint8Array): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of readExportStream(new Blob([Buffer.from(file)]))) messages.push(...batch);
  return messages;
}

// What reading a file ends with: its messages, or the kind of the error.
async function outcome(read: () => Iterable<Message> | Promise<Iterable<Message>>): Promise<string> {
  try {
    return JSON.stringify([...(await read())]);
  } catch (error) {
    if (error instanceof ChatReadError) return error.code;
    throw error;
  }
}

/**
 * Damage that an inflater meets at once, or only after it has given some kilobytes of nonsense, which is no text: the
 * same zip is then called broken by one and no text by another. All refuse it.
 */
const DAMAGE: ReadonlySet<string> = new Set(['zip-broken', 'not-text']);

/**
 * Reads a zip in all three forms and tells where they differ: in messages, or in the kind of their error.
 * @param zip whose texts are no longer than the streaming form takes at a time
 * @returns null when all say the same
 */
export async function differenceOfZips(zip: Uint8Array): Promise<string | null> {
  const whole = await outcome(() => readExport(zip).messages);
  const from = await outcome(async () => (await readExportFrom(new Blob([Buffer.from(zip)]))).messages);
  const other = await outcome(() => streamed(zip));
  const all = [whole, from, other];
  if (all.every((each) => each === whole) || all.every((each) => DAMAGE.has(each))) return null;
  return `at once ${whole.slice(0, 200)}, from a file ${from.slice(0, 200)}, streamed ${other.slice(0, 200)}`;
}

/**
 * Reads a file in both forms and tells the first difference.
 * @param file no longer than the streaming form takes at a time
 * @returns null when both give the same, or refuse it
 */
export async function differenceOfForms(file: Uint8Array): Promise<string | null> {
  const whole = tryRead(file)?.messages.slice() ?? null;
  const other = await streamed(file).catch((error: unknown) => {
    if (error instanceof ChatReadError) return null;
    throw error;
  });
  if (whole === null || other === null) return whole === other ? null : 'read in one form only';
  const at = whole.findIndex((message, index) => JSON.stringify(message) !== JSON.stringify(other[index]));
  if (at < 0 && whole.length === other.length) return null;
  return `message ${at} of ${whole.length} is ${JSON.stringify(other[at])}, wanted ${JSON.stringify(whole[at])}`;
}

/**
 * Reads an export whose meaning is known and tells the first difference.
 * @returns null when it came back as it was meant
 */
export function differenceFrom(text: string, known: readonly Known[], locale?: string): string | null {
  const chat = tryRead(encoder.encode(text), locale);
  if (chat === null) return 'not read at all';
  if (chat.messages.length !== known.length)
    return `${chat.messages.length} messages, wanted ${known.length}`;
  for (const [at, wanted] of known.entries()) {
    const message = chat.messages.at(at);
    const found = message && {
      at: message.at,
      sender: message.sender,
      kind: message.kind,
      ...(wanted.text === undefined ? {} : { text: message.text }),
      ...(wanted.edited === undefined ? {} : { edited: message.edited }),
      ...(wanted.attachment === undefined ? {} : { attachment: message.attachment }),
      ...(wanted.event === undefined ? {} : { event: message.event?.type }),
    };
    for (const [field, value] of Object.entries(wanted)) {
      const other =
        found === undefined ? undefined : Object.entries(found).find(([name]) => name === field)?.[1];
      if (other !== value)
        return `message ${at}: ${field} is ${JSON.stringify(other)}, wanted ${JSON.stringify(value)}`;
    }
  }
  return null;
}
