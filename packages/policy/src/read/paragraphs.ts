import type { ClauseKind } from '../document.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { textAt } from '../text/spans.ts';
import { readKind } from './classify.ts';
import { holdsRule } from './rules.ts';
import type { DraftClause, DraftSection } from './sections.ts';

/** Longer paragraphs than this are no policy's. */
const MOST_READ = 4000;

/** What a sentence does in a policy, as far as it must not share a clause with another: nothing for talk and reasons. */
const DOES: Partial<Record<ClauseKind, string>> = {
  guideline: 'conduct',
  expectation: 'conduct',
  'inappropriate-activity': 'conduct',
  'concern-route': 'route',
  safeguarding: 'safeguarding',
  response: 'response',
  'decision-rule': 'decision',
  'moderator-duty': 'duty',
  'moderator-right': 'right',
  'moderator-sanction': 'sanction',
  liability: 'liability',
  agreement: 'agreement',
  'sign-off': 'sign-off',
};
/** These stay beside what they go with: who decides is said with what may be done. */
const TOGETHER: readonly (readonly [string, string])[] = [
  ['response', 'decision'],
  ['safeguarding', 'route'],
  ['safeguarding', 'response'],
  ['right', 'duty'],
];

function doing(text: string, heading: string): string | undefined {
  const { kind, sure } = readKind({ text, heading, listed: false });
  const does = sure ? DOES[kind] : undefined;
  return does === 'conduct' && !holdsRule(text) ? undefined : does;
}

function belongs(a: string | undefined, b: string): boolean {
  return a === undefined || a === b || TOGETHER.some((pair) => pair.includes(a) && pair.includes(b));
}

/** Cuts a paragraph where its sentences begin to do something else: rules, whom to tell, what the school may do. */
function cut(source: string, draft: DraftClause, heading: string): readonly DraftClause[] {
  const { span, listed, marker } = draft;
  if (listed || marker !== undefined || span[1] - span[0] > MOST_READ) return [draft];
  const parts: { from: number; to: number; does: string | undefined }[] = [];
  for (const [from, to] of sentenceSpans(source, span)) {
    const does = doing(textAt(source, [from, to]), heading);
    const last = parts.at(-1);
    if (last && (does === undefined || belongs(last.does, does))) {
      last.to = to;
      last.does ??= does;
    } else parts.push({ from, to, does });
  }
  if (parts.length < 2) return [draft];
  return parts.map(({ from, to }) => ({ ...draft, text: textAt(source, [from, to]), span: [from, to] }));
}

/** Cuts the paragraphs of all sections, so that each clause does one thing. Numbered paragraphs and items stay whole. */
export function withCutParagraphs(
  source: string,
  sections: readonly DraftSection[],
): readonly DraftSection[] {
  return sections.map((section) => ({
    ...section,
    clauses: section.clauses.flatMap((draft) => cut(source, draft, section.heading)),
  }));
}
