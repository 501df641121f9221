import { Temporal } from 'temporal-polyfill';

/** How long after each failed try the next one comes. After the last, a person must look. */
const WAITS = ['PT1M', 'PT5M', 'PT30M', 'PT2H', 'PT12H'].map((text) => Temporal.Duration.from(text));

/**
 * When to try again.
 * @param attempts how many tries have failed, this one included
 * @returns undefined when it is time to give up
 */
export function nextTry(now: Temporal.Instant, attempts: number): Temporal.Instant | undefined {
  const wait = WAITS[attempts - 1];
  return wait && now.add(wait);
}

/** Why a try failed. */
export interface Failure {
  /** Safe to keep and show: a code, never the server's words. */
  readonly code: string;
  /** Whether another try can only fail again: the server does not know the recipient. */
  readonly final: boolean;
}

/** Reads a failure from what a carrier threw. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'unknown', final: false };
  const code = 'code' in error ? String(error.code) : error.name;
  const response = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  // 5xx to the recipient's address is for ever, 4xx is "not now" (RFC 5321 4.2.1).
  const final = (code === 'EENVELOPE' && response >= 500) || error.name === 'SealError';
  return { code: response === 0 ? code : `${code} ${response}`, final };
}
