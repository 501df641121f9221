import { sha256 } from '@noble/hashes/sha2.js';

/** How many bits of a hash are zero before the first one that is not. */
export function leadingZeros(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0);
  return at < 0 ? hash.length * 8 : at * 8 + Math.clz32(hash[at] ?? 0) - 24;
}

/**
 * Whether a number is the answer to a ticket: the hash of both begins with so many zero bits. It takes 2 to the power of
 * the bits in tries to find one, and a single try to check it.
 */
export function solves(ticket: string, answer: number, bits: number): boolean {
  return leadingZeros(sha256(new TextEncoder().encode(`${ticket}:${answer}`))) >= bits;
}

/** Looks for the answer from a number on, so many tries long; undefined when it is not among them. */
export function search(ticket: string, bits: number, from: number, tries: number): number | undefined {
  for (let answer = from; answer < from + tries; answer += 1) if (solves(ticket, answer, bits)) return answer;
  return undefined;
}
