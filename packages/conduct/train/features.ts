import { pairKey } from '../src/model.ts';
import { SIGNAL_COUNT } from '../src/reading.ts';
import { wideScale } from '../src/scorer.ts';
import type { Example } from './examples.ts';

const PIECES = 1 << 16;
const SHORTEST = 3;
const LONGEST = 5;
/** What all the pieces of a word count for together, beside the word. */
const PIECE_SHARE = 1.6;
const SIGNAL_SCALE = 0.1;
/** What a pair of words counts beside one word. */
const PAIR_SCALE = 1.5;
/** A pair of words is a feature when this many messages of the corpus have it. */
const PAIR_LEAST = 2;
/** Pairs that are features at most, the commonest: as many as the file holds, so that what is judged is what is shipped. */
const PAIRS = 60_000;

/** A message as the rows of its features and how much each counts. */
export interface Lesson {
  readonly example: Example;
  readonly features: Int32Array;
  readonly scales: Float32Array;
  /** For each feature the places of the one or two words it stands for, [features x 2]; -1 where there is none. */
  readonly owners: Int16Array;
}

/** Calls `visit` with the key of every pair of words in a message, edges included, and where the two stand. */
function eachPair(words: Int32Array, visit: (key: number, first: number, second: number) => void): void {
  for (let i = 0; i + 1 < words.length; i++) {
    visit(pairKey(words[i] ?? 0, words[i + 1] ?? 0, 1), i, i + 1);
    if (i + 2 < words.length) visit(pairKey(words[i] ?? 0, words[i + 2] ?? 0, 2), i, i + 2);
  }
}

function hash(text: string): number {
  let sum = 2166136261;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619);
  return (sum ^ (sum >>> 15)) >>> 0;
}

/** Stretches of three to five letters of a word, its beginning and end marked: like words share them. */
function piecesOf(word: string, from: number): Int32Array {
  if (!/^[a-z]{2,}$/.test(word)) return new Int32Array();
  const marked = `<${word}>`;
  const found = new Set<number>();
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let at = 0; at + length <= marked.length; at++) {
      found.add(from + (hash(marked.slice(at, at + length)) % PIECES));
    }
  }
  return Int32Array.from(found);
}

/** Every feature that can be learnt, each with its row: words, then pieces, pairs, signals and one that is always there. */
export class Space {
  readonly words: number;
  readonly pieces: readonly Int32Array[];
  readonly pairsFrom: number;
  readonly pairKeys: readonly number[];
  readonly signalsFrom: number;
  readonly signals = SIGNAL_COUNT;
  readonly signalScale = SIGNAL_SCALE;
  readonly pairScale = PAIR_SCALE;
  readonly bias: number;
  readonly rows: number;
  private readonly pairRows = new Map<number, number>();

  /** @param words the lexicon's words by their rows; @param examples messages, of which those of the corpus say which pairs of words count */
  constructor(words: readonly string[], examples: Iterable<Example>) {
    this.words = words.length;
    this.pieces = words.map((word) => piecesOf(word, words.length));
    this.pairsFrom = words.length + PIECES;
    const counts = new Map<number, number>();
    for (const example of examples) {
      if (example.id === '') continue;
      const keys = new Set<number>();
      eachPair(example.words, (key) => keys.add(key));
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    this.pairKeys = [...counts]
      .filter(([, count]) => count >= PAIR_LEAST)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, PAIRS)
      .map(([key]) => key);
    this.pairKeys.forEach((key, at) => {
      this.pairRows.set(key, this.pairsFrom + at);
    });
    this.signalsFrom = this.pairsFrom + this.pairKeys.length;
    this.bias = this.signalsFrom + SIGNAL_COUNT;
    this.rows = this.bias + 1;
  }

  /** How much one piece of a word counts. */
  pieceScale(word: number): number {
    return PIECE_SHARE / Math.sqrt(this.pieces[word]?.length || 1);
  }

  /** Lays out a message's features. */
  lesson(example: Example): Lesson {
    const features: number[] = [];
    const scales: number[] = [];
    const owners: number[] = [];
    const put = (row: number, scale: number, first = -1, second = -1): void => {
      features.push(row);
      scales.push(scale);
      owners.push(first, second);
    };
    const scale = wideScale(example.words.length - 2);
    example.words.forEach((word, at) => {
      put(word, scale, at);
      const pieceScale = scale * this.pieceScale(word);
      for (const piece of this.pieces[word] ?? []) put(piece, pieceScale, at);
    });
    eachPair(example.words, (key, first, second) => {
      const row = this.pairRows.get(key);
      if (row !== undefined) put(row, scale * PAIR_SCALE, first, second);
    });
    for (const signal of example.signals) put(this.signalsFrom + signal, SIGNAL_SCALE);
    put(this.bias, 1);
    return {
      example,
      features: Int32Array.from(features),
      scales: Float32Array.from(scales),
      owners: Int16Array.from(owners),
    };
  }
}
