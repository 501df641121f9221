import { temper } from './context.ts';
import { kindPair } from './kinds.ts';
import { type ModelData, OUTPUTS, pack, pairKey } from './model.ts';
import { PairTable } from './pairs.ts';
import { OWN_SIGNALS, type Reading } from './reading.ts';
import { Room } from './room.ts';
import { MOST_ROWS, RowTable } from './row-table.ts';
import { ThreadReader } from './thread-reader.ts';

/** How strongly each feature of a message of so many words counts, so that long messages do not shout. */
export function wideScale(words: number): number {
  return 1 / Math.sqrt(5 * words + 6);
}

/** Works out what a model says of messages. */
export class Scorer {
  readonly model: ModelData;
  private readonly pairs: PairTable;
  private readonly wordTable: RowTable;
  private readonly pairTable: RowTable;
  private readonly signalTable: RowTable;
  private readonly thread: ThreadReader;
  private readonly found = new Int32Array(MOST_ROWS);
  /** Signals that are on, as rows of their table: at most twice what it sums at once. */
  private readonly on = new Int32Array(2 * MOST_ROWS);
  private readonly sum = new Float64Array(OUTPUTS);
  private readonly room = new Room();

  constructor(model: ModelData) {
    this.model = model;
    this.pairs = new PairTable(model.pairKeys);
    this.wordTable = new RowTable(model.wordWeights);
    this.pairTable = new RowTable(model.pairWeights);
    this.signalTable = new RowTable(pack(model.signalWeights));
    this.thread = new ThreadReader(model);
  }

  /** What the words of a message say by themselves, tempered for the part that reads the thread. */
  opinion({ rows, signals, kinds }: Reading): Float64Array {
    const { bias } = this.model;
    const { sum } = this;
    sum.fill(0);
    this.wordTable.addRows(rows, rows.length, sum);
    this.pairTable.addRows(this.found, this.findPairs(rows), sum);
    const scale = wideScale(rows.length - 2);
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) * scale + (bias[o] ?? 0);
    this.addSignals(signals, kinds);
    return temper(sum, this.room.next());
  }

  /** Adds what the signals of a message say: its own, those of its kinds of words, and of each two kinds. */
  private addSignals(signals: number, kinds: number): void {
    const { on, sum } = this;
    let count = 0;
    for (let left = signals; left !== 0; left &= left - 1) on[count++] = 31 - Math.clz32(left & -left);
    for (let left = kinds; left !== 0; left &= left - 1) {
      const one = 31 - Math.clz32(left & -left);
      on[count++] = OWN_SIGNALS + one;
      for (let others = left & (left - 1); others !== 0; others &= others - 1) {
        on[count++] = OWN_SIGNALS + kindPair(one, 31 - Math.clz32(others & -others));
      }
    }
    this.signalTable.addRows(on, Math.min(count, MOST_ROWS), sum);
    if (count > MOST_ROWS) this.signalTable.addRows(on.subarray(MOST_ROWS), count - MOST_ROWS, sum);
  }

  /** Looks the pairs of neighbouring words up, next and next but one. @returns how many are known; their rows are in `found` */
  private findPairs(rows: readonly number[]): number {
    const { pairs, found } = this;
    const last = rows.length - 1;
    let count = 0;
    for (let at = 0; at < last; at++) {
      const row = rows[at] ?? 0;
      const next = pairs.row(pairKey(row, rows[at + 1] ?? 0, 1));
      if (next >= 0) found[count++] = next;
      if (at + 1 === last) break;
      const skipping = pairs.row(pairKey(row, rows[at + 2] ?? 0, 2));
      if (skipping >= 0) found[count++] = skipping;
    }
    return count;
  }

  /** What the thread makes of the message at `at`: one calibrated number an output, 0 as likely as not. */
  conclude(opinions: readonly Float64Array[], senders: readonly string[], at: number): Float64Array {
    const { calibration } = this.model;
    const scores = this.room.next();
    this.thread.read(opinions, senders, at, scores);
    for (let o = 0; o < OUTPUTS; o++) {
      scores[o] = (scores[o] ?? 0) * (calibration[o * 2] ?? 1) + (calibration[o * 2 + 1] ?? 0);
    }
    return scores;
  }

  /** How much each word of a message that counts adds to each of some outputs. */
  contributions({ rows }: Reading, outputs: readonly number[]): Float32Array[] {
    const pairs = this.pairsOf(rows);
    const scale = wideScale(rows.length - 2);
    return outputs.map((output) => {
      const added = new Float32Array(rows.length);
      for (let at = 0; at < rows.length; at++) {
        added[at] = (added[at] ?? 0) + this.wordTable.value(rows[at] ?? 0, output) * scale;
        for (let gap = 1; gap <= 2; gap++) {
          const pair = pairs[at * 2 + gap - 1] ?? -1;
          if (pair < 0) continue;
          const half = (this.pairTable.value(pair, output) * scale) / 2;
          added[at] = (added[at] ?? 0) + half;
          added[at + gap] = (added[at + gap] ?? 0) + half;
        }
      }
      return added.subarray(1, rows.length - 1);
    });
  }

  /** For each row, those of its pairs with the next word and the one after; -1 where there is none. */
  private pairsOf(rows: readonly number[]): Int32Array {
    const pairs = new Int32Array(rows.length * 2).fill(-1);
    for (let at = 0; at < rows.length; at++) {
      for (let gap = 1; gap <= 2 && at + gap < rows.length; gap++) {
        pairs[at * 2 + gap - 1] = this.pairs.row(pairKey(rows[at] ?? 0, rows[at + gap] ?? 0, gap));
      }
    }
    return pairs;
  }
}
