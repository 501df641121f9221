import { z } from 'zod';
import { type ChosenUse, chosenUse, chosenUses } from '../chosen.ts';
import type { PolicyDocument } from '../document.ts';
import { readMarkdown } from '../import/markdown.ts';
import { partialDate } from '../parse.ts';
import { layOut } from '../read/blocks.ts';
import { understand } from '../read/understand.ts';
import type { PrintFacts } from './facts.ts';
import { toMarkdown } from './text.ts';

/** What the file inside a printed policy is called. */
export const ENCLOSED_NAME = 'policy.json';

/** Longer than any policy: nothing of an enclosed file is read beyond it. */
const MOST_CHARACTERS = 2_000_000;

const facts = z.object({
  schoolName: z.string().exactOptional(),
  adoption: z
    .object({ body: z.string(), date: partialDate, minute: z.string().exactOptional() })
    .exactOptional(),
  signatures: z.array(z.object({ slotId: z.string(), name: z.string(), date: partialDate })).exactOptional(),
  version: z.string().exactOptional(),
  address: z.string().exactOptional(),
  slipNote: z.string().exactOptional(),
  slipCode: z.string().exactOptional(),
  language: z.string().exactOptional(),
});
const shape = z.object({
  format: z.literal(1),
  words: z.string(),
  facts,
  chosen: z.array(chosenUse).readonly().default([]),
});

/**
 * A policy as it lies inside its own PDF: its words as Markdown, the facts that its pages say besides, and what people
 * said that its clauses are for.
 */
export interface Enclosed {
  readonly words: string;
  readonly facts: PrintFacts;
  readonly chosen: readonly ChosenUse[];
}

/**
 * Writes a policy to be laid inside its own PDF, so that headings, lists and the school's own marks come back as they
 * were: how a page looks cannot say all of it. The day of adoption goes with the words, as it does on the page. A policy
 * that was adopted has nothing left that was not clear, so its reader asks none of it again.
 * @returns JSON of ASCII characters only, which pass through a printer of any fonts unchanged
 */
export function enclose(document: PolicyDocument, given: PrintFacts): string {
  const { qrSvg: _drawn, large: _size, ...told } = given;
  const adopted = given.adoption && { adoption: { body: given.adoption.body, date: given.adoption.date } };
  const words = toMarkdown(document, { ...adopted });
  const again = understand(layOut(readMarkdown(words)), document.title);
  const chosen = chosenUses(document, again, given.adoption !== undefined);
  const whole = { format: 1, words, facts: told, ...(chosen.length > 0 && { chosen }) };
  return JSON.stringify(whole).replace(
    /[^\x20-\x7e]/gu,
    (letter) =>
      `${letter
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('')}`,
  );
}

/** Reads what `enclose` wrote; undefined for anything else. */
export function openEnclosed(json: string): Enclosed | undefined {
  if (json.length > MOST_CHARACTERS) return undefined;
  try {
    const read = shape.safeParse(JSON.parse(json));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
