import { KIND } from '../entries.ts';
import type { MessageList } from '../message-list.ts';
import type { Message, MessageKind } from '../types.ts';
import { MerkleTree, TAG } from './merkle.ts';
import { Sha256, toHex } from './sha256.ts';

const HASH = 32;
const encoder = new TextEncoder();
const hasher = new Sha256();

// What a message says, in an encoding that no other message shares: each part is preceded by its length.
function encodeBody(message: Message): Uint8Array {
  const flags = `${message.edited ? 'e' : ''}${message.sender === null ? 's' : ''}`;
  const parts = [
    flags,
    message.sender ?? '',
    message.text,
    message.attachment ?? '',
    message.media ?? '',
  ].map((part) => encoder.encode(part));
  const out = new Uint8Array(parts.reduce((size, part) => size + 4 + part.length, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    out.set(part, at + 4);
    at += 4 + part.length;
  }
  return out;
}

/**
 * Hash of a leaf: when, what kind, and the hidden commitment to who wrote what.
 * @param at `YYYY-MM-DDTHH:MM:SS`
 * @param kind the message's kind
 * @param body its commitment, 32 bytes
 */
export function leafHash(at: string, kind: MessageKind, body: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + 14 + 1 + HASH);
  input[0] = TAG.leaf;
  input.set(encoder.encode(at.replace(/\D/g, '').slice(0, 14)), 1);
  input[15] = KIND[kind];
  input.set(body, 16);
  return hasher.reset().update(input).digest();
}

/** The commitments to every message of an export, and the tree over them. */
export interface Commitments {
  readonly tree: MerkleTree;
  /** Commitment to who wrote what, a message after the other, 32 bytes each. */
  readonly bodies: Uint8Array;
  /** Commitment to a hidden phrase, in hexadecimal. Keyed too: trying names against it needs the whole export. */
  readonly phrase: (words: readonly string[]) => string;
}

/**
 * Commits to every message of an export. The commitments are keyed with a hash of all messages together, so whoever
 * does not have the whole export cannot try words against the hashes of messages that were kept back.
 * @param messages all messages; at least one
 */
export function commitTo(messages: MessageList): Commitments {
  const whole = new Sha256().update(Uint8Array.of(TAG.key));
  for (const message of messages) whole.update(encoder.encode(message.at)).update(encodeBody(message));
  const prefix = new Uint8Array(1 + HASH + 4);
  prefix[0] = TAG.body;
  whole.digestInto(prefix, 1);
  const view = new DataView(prefix.buffer);
  const bodies = new Uint8Array(messages.length * HASH);
  const leaves = new Uint8Array(messages.length * HASH);
  for (const message of messages) {
    const at = message.index * HASH;
    view.setUint32(1 + HASH, message.index);
    hasher.reset().update(prefix).update(encodeBody(message)).digestInto(bodies, at);
    leaves.set(leafHash(message.at, message.kind, bodies.subarray(at, at + HASH)), at);
  }
  const key = prefix.slice(1, 1 + HASH);
  const phrase = (words: readonly string[]) =>
    toHex(
      hasher
        .reset()
        .update(Uint8Array.of(TAG.hidden))
        .update(key)
        .update(encoder.encode(words.join(' ')))
        .digest(),
    );
  return { tree: new MerkleTree(leaves), bodies, phrase };
}
