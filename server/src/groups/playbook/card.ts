import type { Clause, ClauseKind, PolicyDocument } from '@handbell/policy';

/** The kinds of clause that say how to use a group and what not to post there. */
const ON_THE_CARD: ReadonlySet<ClauseKind> = new Set(['guideline', 'inappropriate-activity']);
const MOST_SIGNS = 140;

/** A text as one line of a card: its own words, shortened only at a space. */
function short(text: string): string {
  const plain = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[;:,.]$/, '');
  if (plain.length <= MOST_SIGNS) return plain;
  const cut = plain.slice(0, MOST_SIGNS);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** Lines of the policy under the sentence that introduces them. */
export interface CardPart {
  /** Empty for lines that stand alone. */
  readonly stem: string;
  readonly lines: readonly string[];
}

/**
 * The rules of a group on one card: the policy's own lines for members, in its own order and under their own stems, so
 * that "do" and "do not" stay what they are (S12, S24-S27, S36-S43).
 */
export function cardParts(document: PolicyDocument): readonly CardPart[] {
  const clauses = document.sections
    .flatMap((section) => section.clauses)
    .filter(({ kind, addressee }) => ON_THE_CARD.has(kind) && addressee === undefined);
  const parts: { stem: string; lines: string[] }[] = [];
  for (const { stem = '', text } of clauses satisfies readonly Clause[]) {
    const last = parts.at(-1);
    if (last?.stem === short(stem)) last.lines.push(short(text));
    else parts.push({ stem: short(stem), lines: [short(text)] });
  }
  return parts;
}

/**
 * The card as text to paste into a group's description or to send as a message.
 * @param address the policy's public page
 */
export function cardText(parts: readonly CardPart[], address: string): string {
  const body = parts.flatMap(({ stem, lines }) => [
    '',
    ...(stem === '' ? [] : [`${stem}:`]),
    ...lines.map((line) => `• ${line}`),
  ]);
  return [
    'What this group is for, from our school’s policy',
    ...body,
    '',
    `The whole policy: ${address}`,
  ].join('\n');
}
