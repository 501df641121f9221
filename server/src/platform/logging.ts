import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The service's log: one JSON object a line on standard output.
 * Rule of the house: ids, counts, codes and durations only. Never content, never names, never addresses.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // An error's message can quote what a person typed, so only its kind and place are kept.
    serializers: { error: describeError },
  });
}

/** What may be logged of an error: its kind, its code and where it was thrown. */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...code,
    at: stack
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}
