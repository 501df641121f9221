import type { Reading } from './reading.ts';

/** Characters [start, end) of a message's text. */
export type Span = readonly [start: number, end: number];

/** A word counts when it adds at least this, and at least this share of what the strongest word adds. */
const LEAST = 0.12;
const SHARE = 0.35;
/** Words this far apart or nearer are shown as one stretch. */
const BRIDGE = 1;

/**
 * Finds the words that led to a finding.
 * @param contributions what each word that counts added
 * @returns stretches of the text in order, apart from one another; none when no word stands out
 */
export function findSpans(reading: Reading, contributions: Float32Array): Span[] {
  const strongest = contributions.reduce((most, value) => Math.max(most, value), 0);
  const least = Math.max(LEAST, strongest * SHARE);
  const spans: [number, number][] = [];
  let lastToken = -Infinity;
  contributions.forEach((value, row) => {
    const at = reading.places[row] ?? 0;
    const token = reading.tokens[at];
    if (token === undefined || value < least) return;
    const previous = spans.at(-1);
    if (previous !== undefined && at - lastToken <= BRIDGE + 1) previous[1] = token.end;
    else spans.push([token.start, token.end]);
    lastToken = at;
  });
  return spans;
}
