import { KINDS } from '../entries.ts';
import type { ChatExport, EventType, MediaType, MessageKind } from '../types.ts';
import { commitTo, leafHash } from './commitment.ts';
import { makeFrom } from './make.ts';
import { maskContacts } from './mask-contacts.ts';
import { rootFrom } from './merkle.ts';
import { fromHex, isHash, toHex } from './sha256.ts';
import { type Excerpt, type ExcerptMessage, LONGEST_PHRASE } from './types.ts';
import { phraseOf } from './words.ts';

/** Most messages an excerpt may hold. */
export const MOST_MESSAGES = 200;
/** An export with more messages than this is never sent whole, or nearly so. */
const SMALL_EXPORT = 20;
const LARGEST_SHARE = 0.5;
const LONGEST_TEXT = 70_000;
const MOST_NAMES = 20;
const LONGEST_NAME = 160;
const LONGEST_PROOF = 32;
const MOST_HIDDEN = 200;

const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
const LABEL = /^Parent [1-9]\d{0,6}$/;
const MEDIA = new Set<MediaType>([
  'image',
  'video',
  'audio',
  'sticker',
  'gif',
  'document',
  'contact',
  'unknown',
]);
const EVENTS = new Set<EventType>([
  'encryption',
  'created',
  'added',
  'removed',
  'left',
  'joined',
  'requested',
  'subject',
  'icon',
  'description',
  'settings',
  'invite-link',
  'admin',
  'admin-removed',
  'number-changed',
  'security-code',
  'disappearing',
  'pinned',
  'blocked',
  'call',
  'other',
]);

/** Why something is no excerpt. */
export type ExcerptProblem = 'not-an-excerpt' | 'whole-export' | 'too-many' | 'not-masked' | 'proof-fails';

/** What {@link verifyExcerpt} finds. */
export type ExcerptCheck =
  | { readonly ok: true; readonly excerpt: Excerpt }
  | { readonly ok: false; readonly problem: ExcerptProblem; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  return Object.keys(value).length === names.length && names.every((name) => name in value);
}

function isNames(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_NAMES &&
    value.every((name) => typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME)
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isOneOf<T extends string>(value: unknown, known: Iterable<T>): value is T {
  for (const each of known) if (each === value) return true;
  return false;
}

const MESSAGE_FIELDS = [
  'index',
  'at',
  'who',
  'ticked',
  'kind',
  'media',
  'event',
  'edited',
  'text',
  'body',
  'proof',
];

function readMessage(value: unknown): ExcerptMessage | null {
  if (!isFields(value) || !hasOnly(value, MESSAGE_FIELDS)) return null;
  const { index, at, who, ticked, kind, media, event, edited, text, body, proof } = value;
  if (!isCount(index) || typeof at !== 'string' || !AT.test(at)) return null;
  if (who !== null && typeof who !== 'string') return null;
  if (typeof ticked !== 'boolean' || typeof edited !== 'boolean') return null;
  if (!isOneOf<MessageKind>(kind, KINDS) || (kind === 'system') !== (who === null)) return null;
  if (media !== null && !isOneOf(media, MEDIA)) return null;
  if (event !== null && !isOneOf(event, EVENTS)) return null;
  if (typeof text !== 'string' || text.length > LONGEST_TEXT || !isHash(body)) return null;
  if (!Array.isArray(proof) || proof.length > LONGEST_PROOF || !proof.every(isHash)) return null;
  return { index, at, who, ticked, kind, media, event, edited, text, body, proof };
}

const EXCERPT_FIELDS = ['format', 'version', 'subjects', 'kept', 'hidden', 'total', 'root', 'messages'];

// Version 1 told only how many phrases were hidden.
function readHidden(version: unknown, hidden: unknown): readonly string[] | null {
  if (version === 1) return isCount(hidden) ? [] : null;
  const isList = version === 2 && Array.isArray(hidden) && hidden.length <= MOST_HIDDEN;
  return isList && hidden.every(isHash) ? hidden : null;
}

function readExcerpt(value: unknown): Excerpt | null {
  if (!isFields(value) || !hasOnly(value, EXCERPT_FIELDS)) return null;
  const { format, version, subjects, kept, hidden, total, root, messages } = value;
  const phrases = readHidden(version, hidden);
  if (format !== 'handbell-excerpt' || phrases === null || !isNames(subjects) || !isNames(kept)) return null;
  if (!isCount(total) || total < 1 || total > 0xffffffff || !isHash(root)) return null;
  if (!Array.isArray(messages) || messages.length === 0 || messages.length > total) return null;
  const read: ExcerptMessage[] = [];
  for (const value of messages) {
    const message = readMessage(value);
    if (message === null || message.index >= total || message.index <= (read.at(-1)?.index ?? -1))
      return null;
    read.push(message);
  }
  if (!read.some((message) => message.ticked)) return null;
  return { format, version: 2, subjects, kept, hidden: phrases, total, root, messages: read };
}

function failure(problem: ExcerptProblem, message: string): ExcerptCheck {
  return { ok: false, problem, message };
}

function isWhole(excerpt: Excerpt): boolean {
  return excerpt.total > SMALL_EXPORT && excerpt.messages.length > excerpt.total * LARGEST_SHARE;
}

/**
 * Checks, without the export, that something is a well-formed excerpt and no more than one: its fields, its size, that
 * only the names kept on purpose stand in it as senders, that no number or address is left, and that every message's
 * time and kind belong to the root. Rule 31: a full export is refused.
 * @param value anything, such as the parsed body of a request
 */
export function verifyExcerpt(value: unknown): ExcerptCheck {
  const tooMany = isFields(value) && Array.isArray(value.messages) && value.messages.length > MOST_MESSAGES;
  if (tooMany) {
    return failure(
      'too-many',
      `An excerpt may hold ${MOST_MESSAGES} messages at most. Tick only the messages it is about.`,
    );
  }
  const excerpt = readExcerpt(value);
  if (excerpt === null) {
    return failure(
      'not-an-excerpt',
      'This is not an excerpt of a chat. Choose the messages again and send them once more.',
    );
  }
  if (isWhole(excerpt)) {
    return failure('whole-export', 'This holds most of the chat. Tick only the messages it is about.');
  }
  const kept = new Set([...excerpt.subjects, ...excerpt.kept]);
  for (const message of excerpt.messages) {
    const isNamed = message.who !== null && !LABEL.test(message.who);
    if (
      (isNamed && !kept.has(message.who ?? '')) ||
      maskContacts(message.text, () => null) !== message.text
    ) {
      return failure(
        'not-masked',
        `A name, number or address is left in the message of ${message.at}. Choose the messages again.`,
      );
    }
    if (!leadsToRoot(message, excerpt)) {
      return failure(
        'proof-fails',
        `The message of ${message.at} does not belong to this excerpt. Choose the messages again.`,
      );
    }
  }
  return { ok: true, excerpt };
}

function leadsToRoot(message: ExcerptMessage, excerpt: Excerpt): boolean {
  const leaf = leafHash(message.at, message.kind, fromHex(message.body));
  const root = rootFrom(leaf, message.index, excerpt.total, message.proof.map(fromHex));
  return root !== null && toHex(root) === excerpt.root;
}

/** What {@link verifyExcerptAgainst} finds. */
export type GenuineCheck =
  | { readonly genuine: true }
  | {
      readonly genuine: false;
      readonly problem: 'not-an-excerpt' | 'other-export' | 'altered' | 'unprovable';
      /** Position of the first message that differs, where one does. */
      readonly index: number | null;
      readonly message: string;
    };

/**
 * Shows, with the full export at hand, whether an excerpt is genuine and unaltered: the export must have the same
 * root, and masking it again must give the very same messages, hidden words included.
 * @param value the excerpt
 * @param chat the full export it is said to come from
 */
export function verifyExcerptAgainst(value: unknown, chat: ChatExport): GenuineCheck {
  const check = verifyExcerpt(value);
  if (!check.ok) return { genuine: false, problem: 'not-an-excerpt', index: null, message: check.message };
  if (isFields(value) && value.version === 1 && value.hidden !== 0) {
    const message =
      'This excerpt was made by an older version, which hid further words without a proof. It cannot be checked.';
    return { genuine: false, problem: 'unprovable', index: null, message };
  }
  const { excerpt } = check;
  const commitments = commitTo(chat.messages);
  if (excerpt.total !== chat.messages.length || toHex(commitments.tree.root()) !== excerpt.root) {
    const message = 'This excerpt comes from another export, or the export has been changed since.';
    return { genuine: false, problem: 'other-export', index: null, message };
  }
  const indexes = excerpt.messages.map(({ index }) => index);
  const again = makeFrom(
    chat,
    {
      ticked: indexes,
      subjects: excerpt.subjects,
      keepNames: excerpt.kept,
      alsoHide: findHidden(chat, indexes, new Set(excerpt.hidden), commitments.phrase),
    },
    commitments,
  );
  for (const [at, message] of excerpt.messages.entries()) {
    const original = again.messages[at];
    if (original !== undefined && isSame(message, original)) continue;
    const text = `The message of ${message.at} is not what the export says.`;
    return { genuine: false, problem: 'altered', index: message.index, message: text };
  }
  return { genuine: true };
}

// The hidden phrases, found again among the words of the messages.
function findHidden(
  chat: ChatExport,
  indexes: readonly number[],
  hidden: ReadonlySet<string>,
  commit: (words: readonly string[]) => string,
): string[] {
  const found = new Set<string>();
  for (const index of hidden.size === 0 ? [] : indexes) {
    const words = phraseOf(chat.messages.at(index)?.text ?? '');
    for (let from = 0; from < words.length; from += 1) {
      for (let count = 1; count <= LONGEST_PHRASE && from + count <= words.length; count += 1) {
        const phrase = words.slice(from, from + count);
        if (hidden.has(commit(phrase))) found.add(phrase.join(' '));
      }
    }
  }
  return [...found];
}

function isSame(message: ExcerptMessage, original: ExcerptMessage): boolean {
  const { ticked: _ticked, ...rest } = message;
  const { ticked: _always, ...originalRest } = original;
  return JSON.stringify(rest) === JSON.stringify(originalRest);
}
