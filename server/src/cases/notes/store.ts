import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import type { CaseId } from '../ids.ts';
import { caseNote } from '../tables.ts';

/** A note for those who look into a case: what is known, and apart from it what its writer thinks. */
export interface NewNote {
  readonly facts: string;
  readonly opinion: string;
}

export interface KeptNote extends NewNote {
  readonly id: Id<'case-note'>;
  readonly by: MemberId;
  readonly at: Temporal.Instant;
}

const cell = (column: 'facts' | 'opinion', row: Id<'case-note'>) => ({ table: 'case_note', column, row });

/** Keeps a note. It is never changed: a second one puts it right. */
export async function addNote(work: Work, by: MemberId, caseId: CaseId, note: NewNote): Promise<void> {
  const id = newId<'case-note'>();
  await work.queries.insert(caseNote).values({
    schoolId: work.school,
    id,
    caseId,
    facts: work.keys.seal(cell('facts', id), note.facts),
    opinion: note.opinion === '' ? null : work.keys.seal(cell('opinion', id), note.opinion),
    writtenBy: by,
    writtenAt: work.now,
  });
  work.audit({ act: 'case.note-written', object: `case:${caseId}` });
}

/** The notes of a case, the oldest first. */
export async function notesOf(work: Work, caseId: CaseId): Promise<readonly KeptNote[]> {
  const rows = await work.queries
    .select()
    .from(caseNote)
    .where(and(eq(caseNote.schoolId, work.school), eq(caseNote.caseId, caseId)))
    .orderBy(asc(caseNote.writtenAt), asc(caseNote.id));
  return rows.map(({ id, facts, opinion, writtenBy, writtenAt }) => ({
    id,
    facts: work.keys.open(cell('facts', id), facts),
    opinion: opinion ? work.keys.open(cell('opinion', id), opinion) : '',
    by: writtenBy,
    at: writtenAt,
  }));
}
