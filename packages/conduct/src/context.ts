import { OUTPUTS } from './model.ts';

/** What the words of a message say by themselves, before the thread is read. */
export interface Opinion {
  /** One number an output. */
  readonly outputs: ArrayLike<number>;
  /** The mean of what describes its words. */
  readonly mean: ArrayLike<number>;
}

const FLAGS = 4;
const LIMIT = 5;
const SCALE = 1 / 3;

/** Numbers that the part which reads the thread is given, when words are described by `width` numbers. */
export function contextSize(width: number): number {
  return 6 * OUTPUTS + FLAGS + width;
}

/** Lifts each number of a block to the neighbour's opinion where that is stronger; the first neighbour fills it. */
function lift(input: Float32Array, block: number, opinion: Opinion, isFirst: boolean): void {
  const from = block * OUTPUTS;
  for (let o = 0; o < OUTPUTS; o++) {
    const value = Math.max(-LIMIT, Math.min(LIMIT, opinion.outputs[o] ?? 0)) * SCALE;
    if (isFirst || value > (input[from + o] ?? 0)) input[from + o] = value;
  }
}

/**
 * Gathers what the thread says about the message at `at`. Blocks of one number an output: its own opinion, those of
 * the message before and the message after, the strongest of the three before, of the three after, and of the same
 * writer's within four; then four flags, and what describes its words. Where there is no such message the numbers
 * are 0, which costs nothing to read.
 */
export function contextInput(
  opinions: readonly Opinion[],
  senders: readonly string[],
  at: number,
  input: Float32Array,
): void {
  input.fill(0);
  const own = opinions[at];
  if (own === undefined) return;
  const sender = senders[at] ?? '';
  let hasBefore = false;
  let hasAfter = false;
  let hasSame = false;
  lift(input, 0, own, true);
  for (let step = -4; step <= 4; step++) {
    const opinion = opinions[at + step];
    if (step === 0 || opinion === undefined) continue;
    if (step === -1) lift(input, 1, opinion, true);
    if (step === 1) lift(input, 2, opinion, true);
    if (step < 0 && step > -4) {
      lift(input, 3, opinion, !hasBefore);
      hasBefore = true;
    }
    if (step > 0 && step < 4) {
      lift(input, 4, opinion, !hasAfter);
      hasAfter = true;
    }
    if (sender !== '' && senders[at + step] === sender) {
      lift(input, 5, opinion, !hasSame);
      hasSame = true;
    }
  }
  const flags = 6 * OUTPUTS;
  input[flags] = hasBefore ? 1 : 0;
  input[flags + 1] = hasAfter ? 1 : 0;
  input[flags + 2] = hasSame ? 1 : 0;
  input[flags + 3] = sender !== '' && senders[at - 1] === sender ? 1 : 0;
  for (let k = 0; k < own.mean.length; k++) input[flags + FLAGS + k] = own.mean[k] ?? 0;
}
