import { createHash } from 'node:crypto';
import { schoolDay } from '../platform/clock.ts';
import { keepFile } from '../platform/files/store.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { letterContent } from './content.ts';
import { letterPdf } from './pdf.ts';
import { type Letter, markIssued } from './store.ts';

export const PDF_TYPE = 'application/pdf';
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The letter as it would be printed today: for the preview, and to be issued. */
export function contentToday(work: Work, { kind, matter, sections, largePrint }: Letter) {
  return letterContent(kind, matter, sections, schoolDay(work.now), { large: largePrint });
}

/** The letter's name as a file: its reference, never a person's name. */
export function fileName({ reference, kind }: Letter, ending: 'pdf' | 'docx'): string {
  return `${reference}-${kind}.${ending}`;
}

/**
 * Issues a letter: prints it as PDF and Word, keeps both encrypted under their hashes, and fixes it.
 * @param version the version that was looked at before
 * @throws Refusal 409 when somebody changed it meanwhile
 */
export async function issueLetter(work: Work, letter: Letter, version: number, by: MemberId): Promise<void> {
  const content = contentToday(work, letter);
  const pdfBytes = await letterPdf(content, work.now);
  const wordBytes = await (await import('./word.ts')).letterWord(content);
  const pdf = await keepFile(work, { name: fileName(letter, 'pdf'), type: PDF_TYPE, bytes: pdfBytes });
  const word = await keepFile(work, { name: fileName(letter, 'docx'), type: WORD_TYPE, bytes: wordBytes });
  const files = { pdf, pdfHash: sha256(pdfBytes), word, wordHash: sha256(wordBytes) };
  await markIssued(work, letter.id, version, by, files);
}
