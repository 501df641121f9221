import type { FieldKind, PolicyDocument, SourceSpan } from './document.ts';
import { allClauses } from './query.ts';
import { sentenceSpans } from './text/sentences.ts';
import { textAt } from './text/spans.ts';
import { unplaced } from './unplaced.ts';

/** One sentence of the original and where it went: into a clause, into a field that is no clause, or nowhere. */
export interface SourcePiece {
  readonly span: SourceSpan;
  readonly text: string;
  readonly clauseId?: string;
  readonly field?: FieldKind;
}

/**
 * The whole original, sentence by sentence, in its own order, each with what became of it: for showing the original
 * beside the result. A piece with neither a clause nor a field was not taken; a document that this package read has none.
 */
export function sourcePieces(document: PolicyDocument): readonly SourcePiece[] {
  const { source } = document;
  const pieces = [
    ...allClauses(document).flatMap(({ id, span }) =>
      sentenceSpans(source, span).map((at) => ({ span: at, clauseId: id })),
    ),
    ...document.fields.map(({ kind, span }) => ({ span, field: kind })),
    ...unplaced(document).map((span) => ({ span })),
  ];
  return pieces
    .map((piece) => ({ ...piece, text: textAt(source, piece.span) }))
    .toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
