import { createHash } from 'node:crypto';
import type { MailFile } from './files.ts';
import { allOf, firstOf, type Header } from './headers.ts';
import { type Collected, collect } from './parse.ts';
import { type MailWords, mailWords, type Sender } from './words.ts';

/** The most bytes of one mail that are fetched and read. */
export const MAIL_LARGEST = 16 * 1024 * 1024;

/** A mail as it was read. It is plain data: nothing of it has been kept, opened or believed yet. */
export interface ReadMessage {
  /** False when its form is broken so that some of it may not have been found. */
  readonly sound: boolean;
  /** True when it is larger than what is read: the last file in it is missing. */
  readonly cut: boolean;
  readonly headers: readonly Header[];
  readonly sender: Sender;
  /** Without its brackets; empty when it has none. */
  readonly messageId: string;
  /** The mails it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly words: MailWords;
  readonly files: readonly MailFile[];
  /** How many files were left out because of their number or size. */
  readonly filesLeftOut: number;
  /**
   * Of its content: the same mail that comes twice by two ways has the same. A mail without an id of its own, or of a
   * broken form, is the same only byte for byte: two that look alike may be two.
   */
  readonly contentHash: string;
}

const ANSWERS_MOST = 50;

/** The ids in a field such as References. */
function idsIn(value: string): readonly string[] {
  return [...value.matchAll(/<([^<>\s]{1,300})>/g)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

function answersOf(headers: readonly Header[]): readonly string[] {
  const near = idsIn(firstOf(headers, 'in-reply-to'));
  const far = allOf(headers, 'references').flatMap(idsIn).toReversed();
  return [...new Set([...near, ...far])].slice(0, ANSWERS_MOST);
}

/**
 * Of what was written and when, so that the ways it took do not count; length before content, so that no two mails write
 * the same.
 */
function hashOf({ from, files }: Collected, words: MailWords, date: string): string {
  const hash = createHash('sha256');
  const add = (part: string | Uint8Array) => hash.update(`${part.length}:`).update(part);
  add(from.address);
  add(date);
  add(words.whole ?? words.words);
  for (const { bytes } of files) add(bytes);
  return hash.digest('hex');
}

/**
 * Reads a mail. Whatever the bytes are, it gives an answer: a mail that cannot be read is one without words that is not
 * sound.
 * @param raw the mail as it lies in the mailbox (RFC 5322), or its first bytes
 * @param size how many bytes the whole mail has
 */
export async function readMessage(raw: Uint8Array, size = raw.length): Promise<ReadMessage> {
  const cut = size > raw.length;
  const found = await collect(raw, cut);
  const words = mailWords(found.subject, found.text, found.from);
  const messageId = idsIn(firstOf(found.headers, 'message-id'))[0] ?? '';
  return {
    sound: found.sound,
    cut,
    headers: found.headers,
    sender: found.from,
    messageId,
    answers: answersOf(found.headers),
    words,
    files: found.files,
    filesLeftOut: found.filesLeftOut,
    contentHash:
      found.sound && messageId !== ''
        ? hashOf(found, words, firstOf(found.headers, 'date'))
        : createHash('sha256').update(raw).digest('hex'),
  };
}
