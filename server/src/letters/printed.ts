import { createHash } from 'node:crypto';
import { type Download, download, type StaffContext } from '../edge/contexts.ts';
import { schoolDay } from '../platform/clock.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { list } from './check.ts';
import { type Head, letterContent } from './content.ts';
import { PDF_TYPE, WORD_TYPE } from './issue.ts';
import { letterPdf } from './pdf.ts';
import type { PrintedKind } from './rules.ts';
import { composeSections, type Section } from './sections.ts';
import type { FieldValues } from './template.ts';
import { currentWording, stripLanguages } from './wordings/store.ts';

/** What a printed document can be had as. */
export const PAPER_ENDINGS = ['pdf', 'docx'] as const;
export type PaperEnding = (typeof PAPER_ENDINGS)[number];

/** A document that is printed from what the record holds. */
export interface Paper {
  readonly kind: PrintedKind;
  readonly head: Pick<Head, 'reference' | 'signer'>;
  readonly values: FieldValues;
  /** What it is about, as the audit names it: "case:…". */
  readonly object: string;
  /** What its reader was told already, word for word: it is printed instead of the template. */
  readonly told?: string | undefined;
}

/** A document's parts in the words that the school has for it now. */
async function partsOf(work: Work, { kind, values, told = '' }: Paper): Promise<readonly Section[]> {
  if (told !== '') {
    return [{ id: 'told', heading: '', text: told, locked: true, hint: '', missing: [] }];
  }
  const { wording } = await currentWording(work, kind);
  return composeSections(kind, values, {}, wording);
}

/** A document as plain text, for a page or a mail: in the words that the school has for it now. */
export async function paperText(work: Work, kind: PrintedKind, values: FieldValues): Promise<string> {
  const { wording } = await currentWording(work, kind);
  return composeSections(kind, values, {}, wording)
    .flatMap(({ heading, text }) => (heading === '' ? [text] : [heading, text]))
    .join('\n\n');
}

/** What the address says for large print. */
export const LARGE = 'large';

type PrintContext = Pick<StaffContext<object>, 'work' | 'request'>;

/**
 * Prints a document, in large print when its address says so. That it was printed is on record, with the file's hash; the file itself is kept nowhere, so that
 * there is never a second copy to look after.
 * @throws Refusal 409 when the record does not hold yet what the document must say
 */
export async function printPaper(
  { work, request }: PrintContext,
  paper: Paper,
  ending: PaperEnding,
): Promise<Download> {
  const { kind, head, object } = paper;
  const sections = await partsOf(work, paper);
  const missing = [...new Set(sections.flatMap((section) => section.missing))];
  if (missing.length > 0) {
    throw new Refusal(
      409,
      `This document cannot be made yet. It lacks ${list(missing)}.`,
      'Go back and add it, then print again. Nothing was changed.',
    );
  }
  const { name, profile } = await currentSchool(work);
  const { address, phone, officeEmail: email } = profile;
  const content = letterContent(
    kind,
    { ...head, school: { name, address, phone, email }, recipient: { name: '', address: '' } },
    sections,
    schoolDay(work.now),
    { large: request.query.print === LARGE, languages: await stripLanguages(work) },
  );
  const bytes =
    ending === 'pdf'
      ? await letterPdf(content, work.now)
      : await (await import('./word.ts')).letterWord(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  work.audit({ act: 'document.printed', object, detail: { kind, ending, sha256 } });
  const file = `${head.reference}-${kind}.${ending}`;
  return download(bytes, ending === 'pdf' ? PDF_TYPE : WORD_TYPE, file, { inline: ending === 'pdf' });
}
