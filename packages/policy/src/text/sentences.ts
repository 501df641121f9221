import type { SourceSpan } from '../document.ts';
import { trimSpan } from './spans.ts';

/** Short forms whose full stop ends no sentence. */
const SHORT_FORM = /(?:^|[\s(])(?:St|Mr|Mrs|Ms|Dr|Rev|No|e\.g|i\.e|etc|approx|tel|ext)\.$/iu;
const BOUNDARY = /[.!?…]['"’”)]*\s+(?=['"‘“(]?[\p{Lu}\p{N}])/gu;

/**
 * Cuts a piece of the source into sentences.
 * @returns their spans in order; together they hold every character of the piece that is not a space
 */
export function sentenceSpans(source: string, span: SourceSpan): readonly SourceSpan[] {
  const [start, end] = span;
  const text = source.slice(start, end);
  const spans: SourceSpan[] = [];
  let from = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const cut = match.index + match[0].length;
    if (SHORT_FORM.test(text.slice(from, cut).trimEnd())) continue;
    spans.push(trimSpan(source, [start + from, start + cut]));
    from = cut;
  }
  const last = trimSpan(source, [start + from, end]);
  return last[0] < last[1] ? [...spans, last] : spans;
}
