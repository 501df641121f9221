import type { ChosenUse } from '../chosen.ts';
import { ENCLOSED_NAME, openEnclosed } from '../print/enclosed.ts';
import { printedWords } from '../print/typst.ts';
import { FOOT } from '../print/typst-template.ts';
import { type LooseBlock, layOut } from '../read/blocks.ts';
import { understand } from '../read/understand.ts';
import { readMarkdown } from './markdown.ts';
import type { Pdf, PdfLine } from './pdf-lines.ts';

/** The file that Handbell lays inside a policy that it prints, as text; undefined where there is none. */
export async function enclosedIn(pdf: Pdf): Promise<string | undefined> {
  try {
    const files: unknown = await pdf.getAttachments();
    if (typeof files !== 'object' || files === null) return undefined;
    const file: unknown = Object.entries(files).find(([name]) => name === ENCLOSED_NAME)?.[1];
    if (typeof file !== 'object' || file === null || !('content' in file)) return undefined;
    return file.content instanceof Uint8Array ? new TextDecoder().decode(file.content) : undefined;
  } catch {
    // A damaged attachment is none: the pages still have their words.
    return undefined;
  }
}

/** Letters and digits alone: how words are broken into lines and set apart is no part of what they say. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The policy inside a PDF: its blocks, and what people said that its clauses are for. */
export interface EnclosedBlocks {
  readonly blocks: readonly LooseBlock[];
  readonly chosen: readonly ChosenUse[];
}

/**
 * The blocks of the policy inside a PDF, when its pages say the same: printed again, it would have every word that they
 * have and no other. So nothing comes in unseen, and what somebody changed on the pages counts.
 */
export function blocksOfEnclosed(
  json: string | undefined,
  pages: readonly (readonly PdfLine[])[],
): EnclosedBlocks | undefined {
  const enclosed = json === undefined ? undefined : openEnclosed(json);
  if (!enclosed) return undefined;
  const blocks = readMarkdown(enclosed.words);
  const { document } = understand(layOut(blocks), '');
  const seen = pages
    .flat()
    .filter(({ y, pageHeight }) => y < pageHeight * (1 - FOOT))
    .map(({ text }) => text);
  const same = letters(seen.join('')) === letters(printedWords(document, enclosed.facts).join(''));
  return same ? { blocks, chosen: enclosed.chosen } : undefined;
}
