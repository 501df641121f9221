import type { PolicyDocument, SourceSpan } from './document.ts';

/**
 * The pieces of a document's source that are neither in a clause nor in a field, white space apart. A document read by
 * this package has none: the proof that nothing was dropped.
 */
export function unplaced(
  document: Pick<PolicyDocument, 'sections' | 'fields' | 'source'>,
): readonly SourceSpan[] {
  const { sections, fields, source } = document;
  const placed = [
    ...sections.flatMap(({ clauses }) => clauses.map(({ span }) => span)),
    ...fields.map(({ span }) => span),
  ].toSorted((a, b) => a[0] - b[0]);
  const gaps: SourceSpan[] = [];
  let at = 0;
  const gap = (start: number, end: number) => {
    if (start < end && /\S/u.test(source.slice(start, end))) gaps.push([start, end]);
  };
  for (const [start, end] of placed) {
    gap(at, start);
    at = Math.max(at, end);
  }
  gap(at, source.length);
  return gaps;
}
