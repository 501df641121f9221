import { createHash } from 'node:crypto';
import { schoolDay } from '../platform/clock.ts';
import { keepFile } from '../platform/files/store.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { markIssued } from './change.ts';
import { type LetterContent, letterContent } from './content.ts';
import { letterPdf } from './pdf.ts';
import type { Signed } from './rules.ts';
import { signerById } from './signer.ts';
import type { Letter } from './store.ts';
import { stripLanguages } from './wordings/store.ts';

export const PDF_TYPE = 'application/pdf';
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The letter as it would be printed today: for the preview, and to be issued. */
export async function contentToday(
  work: Work,
  { kind, matter, sections, largePrint }: Pick<Letter, 'kind' | 'matter' | 'sections' | 'largePrint'>,
  signed?: Signed,
): Promise<LetterContent> {
  const look = { large: largePrint, languages: await stripLanguages(work), signed };
  return letterContent(kind, matter, sections, schoolDay(work.now), look);
}

/** The letter's name as a file: its reference, never a person's name. */
export function fileName({ reference, kind }: Letter, ending: 'pdf' | 'docx'): string {
  return `${reference}-${kind}.${ending}`;
}

/**
 * Issues a letter: whoever does it signs it, it is printed as PDF and Word, both are kept encrypted under their hashes,
 * and it is fixed.
 * @param version the version that was looked at before
 * @param signed with a typed name, or with room to sign on paper
 * @throws Refusal 409 when somebody changed it meanwhile
 */
export async function issueLetter(
  work: Work,
  letter: Letter,
  version: number,
  by: MemberId,
  signed: Signed = 'ink',
): Promise<void> {
  const signer = await signerById(work, by);
  const matter = { ...letter.matter, signer: signer ?? letter.matter.signer };
  const content = await contentToday(work, { ...letter, matter }, signed);
  const pdfBytes = await letterPdf(content, work.now);
  const wordBytes = await (await import('./word.ts')).letterWord(content);
  const pdf = await keepFile(work, { name: fileName(letter, 'pdf'), type: PDF_TYPE, bytes: pdfBytes });
  const word = await keepFile(work, { name: fileName(letter, 'docx'), type: WORD_TYPE, bytes: wordBytes });
  const files = { pdf, pdfHash: sha256(pdfBytes), word, wordHash: sha256(wordBytes) };
  await markIssued(work, letter.id, version, by, signed, files);
}
