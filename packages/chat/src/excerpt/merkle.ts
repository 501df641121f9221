import { Sha256 } from './sha256.ts';

/** First bytes that keep the hashes of different things apart (docs/excerpt-proof.md). */
export const TAG = { leaf: 0, node: 1, body: 2, key: 3, root: 4, hidden: 5 } as const;

const HASH = 32;
const hasher = new Sha256();
const nodeInput = new Uint8Array(1 + 2 * HASH);
nodeInput[0] = TAG.node;

function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH);
  return hasher.reset().update(nodeInput).digest();
}

/** The largest power of two smaller than a count of at least two (RFC 6962, 2.1). */
function splitOf(count: number): number {
  return 2 ** (31 - Math.clz32(count - 1));
}

/**
 * A Merkle tree over leaves, shaped as in RFC 6962: no leaf is ever repeated to fill a level up, so no two lists of
 * leaves have the same tree.
 */
export class MerkleTree {
  readonly #leaves: Uint8Array;
  readonly #count: number;
  // Hashes of whole subtrees whose size is a power of two, level by level above the leaves.
  readonly #levels: Uint8Array[] = [];

  /** @param leaves the leaves' hashes, one after the other, 32 bytes each; at least one */
  constructor(leaves: Uint8Array) {
    this.#leaves = leaves;
    this.#count = leaves.length / HASH;
    let below = leaves;
    while (below.length >= 2 * HASH) {
      const pairs = Math.floor(below.length / HASH / 2);
      const level = new Uint8Array(pairs * HASH);
      for (let at = 0; at < pairs; at += 1) {
        nodeInput.set(below.subarray(at * 2 * HASH, (at + 1) * 2 * HASH), 1);
        hasher
          .reset()
          .update(nodeInput)
          .digestInto(level, at * HASH);
      }
      this.#levels.push(level);
      below = level;
    }
  }

  /** Hash of the leaves from `from`, `count` of them. */
  #subtree(from: number, count: number): Uint8Array {
    if (count === 1) return this.#leaves.subarray(from * HASH, (from + 1) * HASH);
    const height = 31 - Math.clz32(count);
    if (count === 2 ** height) {
      const at = (from / count) * HASH;
      return this.#levels[height - 1]?.subarray(at, at + HASH) ?? new Uint8Array(HASH);
    }
    const split = splitOf(count);
    return hashNode(this.#subtree(from, split), this.#subtree(from + split, count - split));
  }

  /** Hash that stands for all leaves, their number included. */
  root(): Uint8Array {
    return rootOf(this.#subtree(0, this.#count), this.#count);
  }

  /** The hashes beside the way from a leaf up to the top, the lowest first. */
  proof(index: number): Uint8Array[] {
    const path: Uint8Array[] = [];
    let from = 0;
    let count = this.#count;
    while (count > 1) {
      const split = splitOf(count);
      if (index - from < split) {
        path.push(this.#subtree(from + split, count - split));
        count = split;
      } else {
        path.push(this.#subtree(from, split));
        from += split;
        count -= split;
      }
    }
    return path.reverse();
  }
}

function rootOf(top: Uint8Array, count: number): Uint8Array {
  const input = new Uint8Array(1 + 4 + HASH);
  input[0] = TAG.root;
  new DataView(input.buffer).setUint32(1, count);
  input.set(top, 5);
  return hasher.reset().update(input).digest();
}

/**
 * The root that a leaf and its proof lead to.
 * @param leaf the leaf's hash
 * @param index its position among the leaves
 * @param count how many leaves there are
 * @param proof as {@link MerkleTree.proof} gives it
 * @returns null when the proof is not as long as such a tree wants
 */
export function rootFrom(
  leaf: Uint8Array,
  index: number,
  count: number,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  const turns: boolean[] = [];
  let from = 0;
  let size = count;
  while (size > 1) {
    const split = splitOf(size);
    const isLeft = index - from < split;
    turns.push(isLeft);
    if (isLeft) size = split;
    else {
      from += split;
      size -= split;
    }
  }
  if (turns.length !== proof.length) return null;
  let hash = leaf;
  for (const sibling of proof) {
    const isLeft = turns.pop() === true;
    hash = isLeft ? hashNode(hash, sibling) : hashNode(sibling, hash);
  }
  return rootOf(hash, count);
}
