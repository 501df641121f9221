import type { ChatExport, Message } from '../types.ts';
import { type Commitments, commitTo } from './commitment.ts';
import { Masker } from './mask.ts';
import { toHex } from './sha256.ts';
import type { Excerpt, ExcerptMessage, ExcerptOptions } from './types.ts';
import { phraseOf } from './words.ts';

const HASH = 32;
const HIDDEN_TEXT: Partial<Record<Message['kind'], string>> = {
  contact: '[contact card]',
  location: '[place]',
};

/**
 * The labels that bystanders get: "Parent 1" is whoever wrote first in the export, and so on, so that every excerpt of
 * one export calls the same person the same. People who only stand in notices and mentions come after.
 */
function labelsOf(chat: ChatExport, kept: ReadonlySet<string>): Map<string, string> {
  const names = new Set<string>();
  const mentioned = new Set<string>();
  const known = new Set(
    chat.members.filter((member) => member.isNumber).map((member) => digitsOf(member.name)),
  );
  for (const message of chat.messages) {
    if (message.sender !== null) names.add(message.sender);
    // Android mentions a number; where its owner is known, the label is theirs.
    for (const name of message.mentions) if (!known.has(digitsOf(name))) mentioned.add(name);
  }
  const others = [...chat.members.map((member) => member.name), ...mentioned]
    .filter((name) => !names.has(name))
    .sort();
  const labels = new Map<string, string>();
  let number = 0;
  for (const name of [...names, ...new Set(others)]) {
    number += 1;
    if (!kept.has(name)) labels.set(name, `Parent ${number}`);
  }
  return labels;
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}

function chosen(total: number, options: ExcerptOptions): Map<number, boolean> {
  const ticked = new Set(options.ticked);
  const context = options.context ?? 0;
  const indexes = new Map<number, boolean>();
  for (const index of ticked) {
    if (!Number.isInteger(index) || index < 0 || index >= total) {
      throw new RangeError(`There is no message ${index} in this export of ${total} messages.`);
    }
    for (let near = Math.max(0, index - context); near <= Math.min(total - 1, index + context); near += 1) {
      indexes.set(near, ticked.has(near));
    }
  }
  return new Map([...indexes].sort(([a], [b]) => a - b));
}

/**
 * Makes an excerpt that may leave the device: only the ticked messages and the context asked for, nobody's name but
 * those kept on purpose, and proofs against the whole export.
 * @param chat the export
 * @param options what to take and whose name to keep
 * @throws RangeError when a ticked position is not in the export
 */
export function makeExcerpt(chat: ChatExport, options: ExcerptOptions): Excerpt {
  return makeFrom(chat, options, commitTo(chat.messages));
}

/** As {@link makeExcerpt}, with the commitments already at hand. */
export function makeFrom(chat: ChatExport, options: ExcerptOptions, commitments: Commitments): Excerpt {
  const subjects = options.subjects ?? [];
  const keep = options.keepNames ?? [];
  const hide = options.alsoHide ?? [];
  const labels = labelsOf(chat, new Set([...subjects, ...keep]));
  const masker = new Masker(labels, [...subjects, ...keep], hide);
  const { tree, bodies, phrase } = commitments;
  const messages: ExcerptMessage[] = [];
  for (const [index, ticked] of chosen(chat.messages.length, options)) {
    const message = chat.messages.at(index);
    if (message === undefined) continue;
    messages.push({
      index,
      at: message.at,
      who: message.sender === null ? null : (labels.get(message.sender) ?? message.sender),
      ticked,
      kind: message.kind,
      media: message.media,
      event: message.kind === 'system' ? (message.event?.type ?? 'other') : null,
      edited: message.edited,
      text: HIDDEN_TEXT[message.kind] ?? masker.mask(message.text),
      body: toHex(bodies.subarray(index * HASH, (index + 1) * HASH)),
      proof: tree.proof(index).map(toHex),
    });
  }
  return {
    format: 'handbell-excerpt',
    version: 2,
    subjects: [...subjects],
    kept: [...keep],
    // In the order of the hashes, which says nothing.
    hidden: [
      ...new Set(
        hide
          .map(phraseOf)
          .filter((words) => words.length > 0)
          .map(phrase),
      ),
    ].sort(),
    total: chat.messages.length,
    root: toHex(tree.root()),
    messages,
  };
}
