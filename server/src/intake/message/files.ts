import { plainText } from './plain-text.ts';

/** A file that came with a mail, whole. */
export interface MailFile {
  /** Told by its sender: believed for its ending only. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * What becomes of a file: a picture is drawn afresh, a text is shown as text, a whole chat is sealed and an excerpt
 * asked for (rule 31), everything else is sealed and never opened.
 */
export type FileFate =
  | { readonly kind: 'picture' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'chat' }
  | { readonly kind: 'sealed' };

const TEXT_LARGEST = 256 * 1024;
/** How much of an archive is looked at for the names in it, from its start and from its end. */
const NAMES = 64 * 1024;
/** So many lines with a date and a time are no letter but a chat. */
const CHAT_LINES = 3;
const CHAT_LINE = /^\W{0,3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}/u;

const startsWith = (bytes: Uint8Array, signs: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + signs.length)).toString('latin1') === signs;

/** Told by content, never by name. */
function isPicture(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, '\xff\xd8\xff') ||
    startsWith(bytes, '\x89PNG\r\n\x1a\n') ||
    (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8))
  );
}

/** An archive of a chat names its text in the clear; nothing is unpacked to see that. */
function isChatArchive({ name, bytes }: MailFile): boolean {
  if (!startsWith(bytes, 'PK\x03\x04')) return false;
  if (/whatsapp|_chat|chat with/i.test(name)) return true;
  const ends = [bytes.subarray(0, NAMES), bytes.subarray(-NAMES)];
  return ends.some((part) => /_chat\.txt|WhatsApp Chat/i.test(Buffer.from(part).toString('latin1')));
}

/** The text of a file, if it is one. */
function textOf({ type, bytes }: MailFile): string | undefined {
  if (type !== 'text/plain' || bytes.length > TEXT_LARGEST || bytes.includes(0)) return undefined;
  try {
    return plainText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return plainText(new TextDecoder('windows-1252').decode(bytes));
  }
}

function isChatText(text: string): boolean {
  const lines = text.split('\n', 2000);
  return lines.filter((line) => CHAT_LINE.test(line)).length >= CHAT_LINES;
}

/** Decides what becomes of a file. */
export function fateOf(file: MailFile): FileFate {
  if (isPicture(file.bytes)) return { kind: 'picture' };
  if (isChatArchive(file)) return { kind: 'chat' };
  const text = textOf(file);
  if (text === undefined) return { kind: /\.txt$/i.test(file.name) && isLongChat(file) ? 'chat' : 'sealed' };
  return isChatText(text) ? { kind: 'chat' } : { kind: 'text', text };
}

/** A chat too large for a text, or sent as another type. */
function isLongChat({ bytes }: MailFile): boolean {
  return isChatText(plainText(Buffer.from(bytes.subarray(0, NAMES)).toString('utf8')));
}

/** The ending of a file's name, if it is a plain one: ".docx". */
export function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
}
