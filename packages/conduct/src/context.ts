import { OUTPUTS } from './model.ts';

/** What a message's neighbours say, beside what it says itself: see `contextInput`. */
export const CONTEXT_SIZE = 7 * OUTPUTS + 4;

/** The two first opinions of a message: the linear part's and the pattern network's. */
export interface Opinion {
  readonly wide: ArrayLike<number>;
  readonly deep: ArrayLike<number>;
}

const LIMIT = 6;
const SCALE = 1 / 3;

function mean(opinion: Opinion, o: number): number {
  const value = ((opinion.wide[o] ?? 0) + (opinion.deep[o] ?? 0)) / 2;
  return Math.max(-LIMIT, Math.min(LIMIT, value)) * SCALE;
}

/** Lifts each number of a block to the neighbour's opinion where that is stronger; the first neighbour fills it. */
function lift(input: Float32Array, from: number, opinion: Opinion, fresh: boolean): void {
  for (let o = 0; o < OUTPUTS; o++) {
    const value = mean(opinion, o);
    if (fresh || value > (input[from + o] ?? 0)) input[from + o] = value;
  }
}

/**
 * Gathers what the thread says about the message at `at`: its own two opinions, those of the message before and the
 * message after, the strongest of the three before and of the three after, and the strongest of the same writer's
 * within four. Where there is no such message the numbers are 0, which costs nothing to read.
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
  for (let o = 0; o < OUTPUTS; o++) {
    input[o] = Math.max(-LIMIT, Math.min(LIMIT, own.wide[o] ?? 0)) * SCALE;
    input[OUTPUTS + o] = Math.max(-LIMIT, Math.min(LIMIT, own.deep[o] ?? 0)) * SCALE;
  }
  const sender = senders[at] ?? '';
  const fresh = [true, true, true];
  for (let step = -4; step <= 4; step++) {
    const opinion = opinions[at + step];
    if (step === 0 || opinion === undefined) continue;
    if (step === -1) lift(input, 2 * OUTPUTS, opinion, true);
    if (step === 1) lift(input, 3 * OUTPUTS, opinion, true);
    if (step < 0 && step > -4) {
      lift(input, 4 * OUTPUTS, opinion, fresh[0] ?? true);
      fresh[0] = false;
    }
    if (step > 0 && step < 4) {
      lift(input, 5 * OUTPUTS, opinion, fresh[1] ?? true);
      fresh[1] = false;
    }
    if (sender !== '' && senders[at + step] === sender) {
      lift(input, 6 * OUTPUTS, opinion, fresh[2] ?? true);
      fresh[2] = false;
    }
  }
  const flags = 7 * OUTPUTS;
  input[flags] = at > 0 ? 1 : 0;
  input[flags + 1] = at + 1 < opinions.length ? 1 : 0;
  input[flags + 2] = fresh[2] === true ? 0 : 1;
  input[flags + 3] = sender !== '' && senders[at - 1] === sender ? 1 : 0;
}
