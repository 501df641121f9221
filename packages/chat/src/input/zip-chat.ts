import { ChatReadError, HOW_TO_EXPORT, somethingElse } from '../errors.ts';
import { crc32 } from './crc32.ts';
import { whatZipIs } from './identify.ts';
import { brokenZip, type ZipEntry } from './zip-directory.ts';

/** Largest chat that is read in one piece: four million messages. No engine holds a string much longer. */
export const LARGEST_CHAT = 400 * 1024 * 1024;
/** A chat packs to a fifth or so. What packs a thousand times smaller is a trap. */
const STEEPEST = 250;
/** Small files may pack steeply without harm. */
const HARMLESS = 16 * 1024 * 1024;
const LOCAL_SIGNATURE = 0x04034b50;
export const LOCAL_SIZE = 30;
/** How an entry is packed: not at all, or with DEFLATE. */
export const STORED = 0;
const DEFLATED = 8;
/** Packed bytes that are unpacked at a time where only the beginning is looked at. */
export const SMALL_CHUNK = 1 << 12;

const CHAT_NAMES = [
  /^_chat\.txt$/i,
  /whatsapp/i,
  // How phones set to other languages call the file.
  /чат|chat|conversa|discussion|gespräch|rozmowa|sohbet|محادثة|चैट|チャット|聊天|대화/i,
];

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function isHidden(path: string): boolean {
  return /(^|[/\\])__MACOSX[/\\]/.test(path) || baseName(path).startsWith('.');
}

/**
 * The text files of a zip that may be the chat, the likeliest first.
 * @param entries the zip's directory
 */
export function chatCandidates(entries: readonly ZipEntry[]): ZipEntry[] {
  const rank = (entry: ZipEntry) => {
    const name = baseName(entry.name);
    const at = CHAT_NAMES.findIndex((pattern) => pattern.test(name));
    return (at < 0 ? CHAT_NAMES.length : at) * 100 + Math.min(99, entry.name.split(/[/\\]/).length);
  };
  return entries
    .filter((entry) => /\.txt$/i.test(entry.name) && !isHidden(entry.name))
    .sort((a, b) => rank(a) - rank(b) || b.size - a.size);
}

/**
 * The error for a zip without a chat; tells what it is instead.
 * @param entries the zip's directory
 */
export function zipWithoutChat(entries: readonly ZipEntry[]): ChatReadError {
  const names = entries.map((entry) => entry.name);
  const what = whatZipIs(names);
  if (what !== null) return somethingElse(what);
  const inner = names.find((name) => /\.zip$/i.test(name) && !isHidden(name));
  const advice =
    inner === undefined
      ? HOW_TO_EXPORT
      : `There is another zip file inside it, "${baseName(inner)}". Unpack this one and give us that one.`;
  return new ChatReadError(
    'zip-without-chat',
    `There is no chat in this zip file. ${advice}`,
    'a zip file without a chat',
  );
}

/**
 * Checks what a zip's directory says of the chat before anything is inflated.
 * @throws ChatReadError when it is locked, packed in a way we cannot read, or far too big
 */
export function checkEntry(entry: ZipEntry): void {
  if (entry.encrypted) {
    throw new ChatReadError(
      'zip-encrypted',
      'This zip file is locked with a password. Export the chat again without a password and send the new file.',
      'a zip file with a password',
    );
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) throw brokenZip();
  if (entry.size > LARGEST_CHAT || (entry.size > HARMLESS && entry.size > entry.packedSize * STEEPEST))
    throw tooBig();
}

function tooBig(): ChatReadError {
  return new ChatReadError(
    'zip-too-big',
    'The text in this zip file is far bigger than any chat, so we stopped. Export the chat again and send the new file.',
    'a zip file that is far too big',
  );
}

/**
 * Where an entry's packed bytes begin, counted from its local header.
 * @param header the first {@link LOCAL_SIZE} bytes at the entry's offset
 * @throws ChatReadError when there is no local header
 */
export function dataStart(header: Uint8Array): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_SIZE || view.getUint32(0, true) !== LOCAL_SIGNATURE) throw brokenZip();
  return LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
}

/** Checks what an entry unpacks to, piece by piece, against what the directory says of it. */
export class EntryCheck {
  readonly #entry: ZipEntry;
  #size = 0;
  #crc = 0;

  /** @param entry what the directory says, which is within limits (see {@link checkEntry}) */
  constructor(entry: ZipEntry) {
    this.#entry = entry;
  }

  /**
   * Takes what comes next.
   * @throws ChatReadError when it is far more than the directory says. A little more is told at the end, as damage.
   */
  add(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (this.#size > this.#entry.size + HARMLESS) throw tooBig();
    this.#crc = crc32(this.#crc, bytes);
  }

  /** @throws ChatReadError when it was not what the directory says */
  finish(): void {
    if (this.#size !== this.#entry.size || this.#crc !== this.#entry.crc) throw brokenZip();
  }
}
