import { type PolicyDocument, type SourcePiece, sourcePieces } from '@handbell/policy';
import { z } from 'zod';

/** Words of the source that were left out on purpose, and why. */
export interface LeftOut {
  readonly span: readonly [start: number, end: number];
  readonly reason: string;
}

/** Words left out, as they are stored. */
export const leftOutSchema: z.ZodType<readonly LeftOut[]> = z.array(
  z.object({ span: z.tuple([z.int(), z.int()]), reason: z.string() }),
);

/** Whether a piece of the source was left out on purpose, and why. */
export function reasonFor(
  { span }: Pick<SourcePiece, 'span'>,
  leftOut: readonly LeftOut[],
): string | undefined {
  return leftOut.find(({ span: [start, end] }) => start <= span[0] && span[1] <= end)?.reason;
}

/** The pieces of the source that are in no clause, for no use, and not left out on purpose: somebody has to look. */
export function notTaken(document: PolicyDocument, leftOut: readonly LeftOut[]): readonly SourcePiece[] {
  return sourcePieces(document).filter(
    (piece) =>
      piece.clauseId === undefined && piece.field === undefined && reasonFor(piece, leftOut) === undefined,
  );
}
