import { Temporal } from 'temporal-polyfill';
import type { Moment } from './days.ts';
import type { Stage } from './stage.ts';

/** One thread of the term: it yields the moment at which it goes on, and then acts. */
export type Thread = AsyncGenerator<Moment, void, void>;
export type Story = (stage: Stage) => Thread;

interface Waiting {
  readonly thread: Thread;
  readonly until: Temporal.Instant;
}

async function goOn(stage: Stage, thread: Thread): Promise<readonly Waiting[]> {
  const step = await thread.next();
  return step.done ? [] : [{ thread, until: stage.days.instant(step.value) }];
}

/** Plays stories side by side in the order of their moments, so that the school's days pass as they would. */
export async function play(stage: Stage, stories: readonly Story[]): Promise<void> {
  let waiting: readonly Waiting[] = [];
  for (const story of stories) waiting = [...waiting, ...(await goOn(stage, story(stage)))];
  while (waiting.length > 0) {
    const [first, ...rest] = waiting.toSorted((a, b) => Temporal.Instant.compare(a.until, b.until));
    if (!first) return;
    stage.clock.moveTo(first.until);
    waiting = [...rest, ...(await goOn(stage, first.thread))];
  }
}
