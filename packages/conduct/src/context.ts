import { OUTPUTS } from './model.ts';

/** What the words of a message say by themselves, before the thread is read: one number an output. */
export type Opinion = ArrayLike<number>;

const BLOCKS = 6;
const FLAGS = 4;
const LIMIT = 5;
const SCALE = 1 / 3;

/** Numbers that the part which reads the thread is given. */
export const CONTEXT_SIZE = BLOCKS * OUTPUTS + FLAGS;

const BLOCK = { own: 0, before: 1, after: 2, threeBefore: 3, threeAfter: 4, sameWriter: 5 } as const;

/** Brings an opinion to the size that the thread is read at. @param tempered receives it */
export function temper(opinion: Opinion, tempered: Float64Array = new Float64Array(OUTPUTS)): Float64Array {
  for (let o = 0; o < OUTPUTS; o++) {
    tempered[o] = Math.max(-LIMIT, Math.min(LIMIT, opinion[o] ?? 0)) * SCALE;
  }
  return tempered;
}

/** Lifts each number of a block to the neighbour's opinion where that is stronger; the first neighbour fills it. */
function lift(input: Float64Array, block: number, opinion: Float64Array, isFirst: boolean): void {
  const from = block * OUTPUTS;
  for (let o = 0; o < OUTPUTS; o++) {
    const value = opinion[o] ?? 0;
    if (isFirst || value > (input[from + o] ?? 0)) input[from + o] = value;
  }
}

/**
 * Gathers what the thread says about the message at `at`. Blocks of one number an output: its own opinion, those of
 * the message before and the message after, the strongest of the three before, of the three after, and of the same
 * writer's within four; then four flags. Where there is no such message the numbers are 0.
 * @param opinions tempered, one a message
 */
export function contextInput(
  opinions: readonly Float64Array[],
  senders: readonly string[],
  at: number,
  input: Float64Array,
): void {
  input.fill(0);
  const own = opinions[at];
  if (own === undefined) return;
  if (opinions.length === 1) {
    input.set(own, BLOCK.own);
    return;
  }
  const sender = senders[at] ?? '';
  let hasBefore = false;
  let hasAfter = false;
  let hasSame = false;
  input.set(own, BLOCK.own);
  for (let step = -4; step <= 4; step++) {
    const opinion = opinions[at + step];
    if (step === 0 || opinion === undefined) continue;
    if (step === -1) input.set(opinion, BLOCK.before * OUTPUTS);
    if (step === 1) input.set(opinion, BLOCK.after * OUTPUTS);
    if (step < 0 && step > -4) {
      lift(input, BLOCK.threeBefore, opinion, !hasBefore);
      hasBefore = true;
    }
    if (step > 0 && step < 4) {
      lift(input, BLOCK.threeAfter, opinion, !hasAfter);
      hasAfter = true;
    }
    if (sender !== '' && senders[at + step] === sender) {
      lift(input, BLOCK.sameWriter, opinion, !hasSame);
      hasSame = true;
    }
  }
  const flags = BLOCKS * OUTPUTS;
  input[flags] = hasBefore ? 1 : 0;
  input[flags + 1] = hasAfter ? 1 : 0;
  input[flags + 2] = hasSame ? 1 : 0;
  input[flags + 3] = sender !== '' && senders[at - 1] === sender ? 1 : 0;
}
