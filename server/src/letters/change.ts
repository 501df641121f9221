import { and, eq } from 'drizzle-orm';
import type { CaseId } from '../cases/ids.ts';
import { outrun } from '../people/last-change.ts';
import type { MemberId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { LetterAccess } from './access.ts';
import { LETTER_TRANSITIONS, type LetterAct, type LetterId, type LetterState, type Signed } from './rules.ts';
import type { Changed } from './sections.ts';
import { type LetterFiles, letterCell } from './store.ts';
import { letter } from './tables.ts';

type Row = typeof letter.$inferSelect;

/**
 * Holds a letter until the work ends, for an act on it.
 * @param version the version a form was shown for
 * @throws Refusal 404 when there is none, 409 when it was changed since or the act does not fit its state
 */
export async function lockLetter(
  work: Work,
  id: LetterId,
  act: LetterAct,
  version: number | undefined,
): Promise<Row> {
  const [row] = await work.queries
    .select()
    .from(letter)
    .where(and(eq(letter.schoolId, work.school), eq(letter.id, id)))
    .for('update');
  if (!row) throw notFound();
  const changed = version !== undefined && row.version !== version;
  if (changed || LETTER_TRANSITIONS[row.state][act] === null) {
    throw await outrun(work, `letter:${id}`, WHAT_CHANGED[row.state]);
  }
  return row;
}

const WHAT_CHANGED: Readonly<Record<LetterState, string>> = {
  draft: 'Somebody else changed this letter while you had it open.',
  issued: 'This letter has been issued meanwhile, so it cannot be changed any more.',
  given: 'How this letter was given is recorded already.',
  withdrawn: 'This draft was given up meanwhile: what it was written for has changed.',
};

/** One letter's row. */
export const letterIs = (work: Work, id: LetterId) =>
  and(eq(letter.schoolId, work.school), eq(letter.id, id));

/**
 * Keeps the sentences that somebody wrote anew.
 * @param version the version the form was shown for
 * @throws Refusal 409 when somebody else changed the letter, or it is no draft any more
 */
export async function saveSections(
  work: Work,
  id: LetterId,
  version: number,
  changed: Changed,
  largePrint: boolean,
): Promise<void> {
  const row = await lockLetter(work, id, 'edit', version);
  await work.queries
    .update(letter)
    .set({
      sections: work.keys.seal(letterCell('sections', id), JSON.stringify(changed)),
      largePrint,
      version: row.version + 1,
    })
    .where(letterIs(work, id));
  work.audit({ act: 'letter.edited', object: `letter:${id}`, detail: { largePrint } });
}

/**
 * Fixes a letter for ever under the hashes of its files.
 * @param version the version that was looked at before issuing
 * @throws Refusal 409 when it was changed since, or is no draft any more
 */
export async function markIssued(
  work: Work,
  id: LetterId,
  version: number,
  by: MemberId,
  signed: Signed,
  files: LetterFiles,
): Promise<void> {
  const row = await lockLetter(work, id, 'issue', version);
  const { pdf, pdfHash, word, wordHash } = files;
  await work.queries
    .update(letter)
    .set({
      state: 'issued',
      version: row.version + 1,
      issuedBy: by,
      issuedAt: work.now,
      signedHow: signed,
      pdfFile: pdf,
      pdfHash,
      wordFile: word,
      wordHash,
    })
    .where(letterIs(work, id));
  work.audit({
    act: 'letter.issued',
    object: `letter:${id}`,
    detail: { pdf: pdfHash, word: wordHash, signed },
  });
}

/** Keeps who may see the letters of a case in step with the case. */
export async function setLetterAccess(work: Work, caseId: CaseId, access: LetterAccess): Promise<void> {
  await work.queries
    .update(letter)
    .set({
      hiddenFrom: [...access.hiddenFrom],
      openTo: [...access.openTo],
      restricted: access.restricted,
    })
    .where(and(eq(letter.schoolId, work.school), eq(letter.caseId, caseId)));
  work.audit({ act: 'letter.access-set', object: `case:${caseId}` });
}
