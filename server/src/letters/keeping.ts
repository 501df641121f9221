import { and, eq } from 'drizzle-orm';
import type { CaseId } from '../cases/ids.ts';
import { removeFile } from '../platform/files/store.ts';
import type { Work } from '../platform/work.ts';
import { letter } from './tables.ts';

/** Destroys the letters of a case and the files made of them. */
export async function destroyLetters(work: Work, caseId: CaseId): Promise<void> {
  const gone = await work.queries
    .delete(letter)
    .where(and(eq(letter.schoolId, work.school), eq(letter.caseId, caseId)))
    .returning({ pdf: letter.pdfFile, word: letter.wordFile });
  for (const { pdf, word } of gone) {
    if (pdf) await removeFile(work, pdf);
    if (word) await removeFile(work, word);
  }
  work.audit({ act: 'letters.destroyed', object: `case:${caseId}`, detail: { count: gone.length } });
}
