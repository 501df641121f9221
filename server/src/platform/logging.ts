import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/**
 * The service's log: one JSON object a line on standard output.
 * @param destination where the lines go instead
 *
 * Rule of the house: ids, counts, codes and durations only. Never content, never names, never addresses.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // An error's message can quote what a person typed, so only its kind and place are kept.
    serializers: { error: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What may be logged of an error: its kind, its code and where it was thrown. */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = codeOf(error);
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...(code === undefined ? {} : { code }),
    at: stack
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}

/** The code of an error, or of the one it wraps: a database error comes wrapped with the words of its query. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}
