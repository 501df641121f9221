import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../platform/clock.ts';

/** A clock that the demo moves through its story. It never goes back, so the audit record is in order of time. */
export class StoryClock implements Clock {
  #now: Temporal.Instant;

  /** @param start when the story begins */
  constructor(start: Temporal.Instant) {
    this.#now = start;
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** Moves on to a moment, or stays when it is past already. */
  moveTo(instant: Temporal.Instant): void {
    if (Temporal.Instant.compare(instant, this.#now) > 0) this.#now = instant;
  }

  /** Lets some time pass. */
  pass(duration: Temporal.DurationLike): void {
    this.#now = this.#now.add(duration);
  }
}
