import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Clock } from '../clock.ts';
import { Refusal } from './refusal.ts';

/** How often each kind of request is taken, per caller: points within seconds. */
const RATES = {
  // By network address: a whole school can stand behind one. By account: guessing one password stays hopeless.
  'sign-in': { points: 100, duration: 300 },
  'one-account': { points: 10, duration: 300 },
  'code-entry': { points: 10, duration: 300 },
  // Receipts to one address: a program that answers every mail is not answered for ever.
  'mail-receipt': { points: 5, duration: 86_400 },
  'public-write': { points: 30, duration: 300 },
  // A whole school signs through one connection within minutes of the newsletter: a form each, and some of them two.
  agreement: { points: 6000, duration: 300 },
  // Pages of a long form that keep nothing yet: a careful person goes back and forth, and a whole
  // school may stand behind one address.
  'public-step': { points: 1000, duration: 300 },
  'staff-write': { points: 300, duration: 300 },
} as const;

export type LimitName = keyof typeof RATES;

/** Limits that hold across all processes: they are counted in the database. */
export interface Limits {
  /**
   * Counts one request.
   * @param caller the caller's network address; only a keyed hash of it is kept, new for each stretch of time, and until
   *   the hour turns
   * @throws Refusal 429 with when to try again
   */
  count(name: LimitName, caller: string): Promise<void>;
}

function minutes(milliseconds: number): string {
  const whole = Math.max(1, Math.ceil(milliseconds / 60_000));
  return whole === 1 ? 'a minute' : `${whole} minutes`;
}

const HOUR_MS = 3_600_000;

/** When the stretch of time that an instant lies in began and ends, and when what is counted of it is forgotten. */
function stretchOf(now: number, seconds: number) {
  const length = seconds * 1000;
  const start = Math.floor(now / length) * length;
  const end = start + length;
  return { start, end, forget: Math.ceil(end / HOUR_MS) * HOUR_MS };
}

/**
 * @param factor multiplies every limit (a school behind one address; tests)
 */
export function createLimits(pool: Pool, key: Buffer, clock: Clock, factor = 1): Limits {
  const limiters = new Map(
    Object.entries(RATES).map(([name, { points, duration }]) => {
      const options = { points: points * factor, duration, keyPrefix: name };
      return [
        name,
        new RateLimiterPostgres({
          ...options,
          storeClient: pool,
          tableName: 'rate_limit',
          tableCreated: true,
          // A nightly job clears what is over.
          clearExpiredByTimeout: false,
          // While the database is away, each process counts for itself rather than letting everybody through.
          insuranceLimiter: new RateLimiterMemory(options),
        }),
      ];
    }),
  );
  return {
    async count(name, caller) {
      const now = clock.now().epochMilliseconds;
      const { start, end, forget } = stretchOf(now, RATES[name].duration);
      // Which stretch it is stands in the hash alone: the row tells only the hour in which it ends.
      const hashed = createHmac('sha256', key).update(`${start} ${caller}`).digest('base64url').slice(0, 22);
      try {
        await limiters.get(name)?.consume(hashed, 1, { customDuration: (forget - now) / 1000 });
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const wait = minutes(end - now);
        throw new Refusal(
          429,
          'There were too many tries from your connection.',
          `Wait ${wait}, then try again.`,
        );
      }
    },
  };
}
