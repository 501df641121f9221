import { DOUBT_SHAPE, type Doubt, type PolicyDocument, remainingDoubts } from '@handbell/policy';
import { z } from 'zod';

/** A doubt of the reading, and how it was settled: by a change, or by keeping things as they are. */
export interface SettledDoubt extends Doubt {
  readonly settled?: 'changed' | 'kept';
}

/** Doubts as they are stored. */
export const doubtsSchema: z.ZodType<readonly SettledDoubt[]> = z.array(
  z.object({ ...DOUBT_SHAPE, settled: z.enum(['changed', 'kept']).exactOptional() }),
);

/** The doubts that still wait for a person, each with its place in the list. */
export function openDoubts(
  doubts: readonly SettledDoubt[],
): readonly (SettledDoubt & { readonly at: number })[] {
  return doubts.flatMap((doubt, at) => (doubt.settled ? [] : [{ ...doubt, at }]));
}

/**
 * The doubts after a change to the document: the one that was asked about is settled, and so are those whose question
 * the change has answered.
 * @param asked the place in the list of the doubt that the person was asked about, if it was one
 */
export function settleDoubts(
  doubts: readonly SettledDoubt[],
  document: PolicyDocument,
  asked: number | undefined,
  how: 'changed' | 'kept',
): readonly SettledDoubt[] {
  const left = new Set(remainingDoubts(document, doubts));
  return doubts.map((doubt, at) => {
    if (doubt.settled) return doubt;
    if (at === asked) return { ...doubt, settled: how };
    return left.has(doubt) ? doubt : { ...doubt, settled: 'changed' };
  });
}
