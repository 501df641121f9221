import { and, asc, eq, lt, ne } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { act } from './act.ts';
import type { CaseId } from './ids.ts';
import { type CaseFile, caseCell, findCase } from './read.ts';
import {
  caseAccount,
  caseAnswer,
  caseContact,
  caseDecision,
  caseEvent,
  caseLegal,
  caseNote,
  caseParty,
  caseReferral,
  caseTask,
  conductCase,
} from './tables.ts';
import type { Person } from './visibility.ts';

/** A case for whoever keeps its record: they act on it without reading it. */
async function caseToKeep(work: Work, _person: Person, id: CaseId): Promise<CaseFile> {
  const file = await findCase(work, id, true);
  if (!file) throw notFound();
  return file;
}

/** Closes an ended case to everyday use: by the data protection lead, or by Handbell itself (`HANDBELL`). */
export async function retainCase(work: Work, person: Person, id: CaseId): Promise<void> {
  await act(work, person, id, { act: 'retain' }, { find: caseToKeep });
}

interface Erasing {
  /** How many holds there are on the record: requests for data, claims, the police. */
  readonly holds: number;
  /** Words of the reason when it goes before its time; 0 when it is due. */
  readonly early: number;
}

type CaseTable = PgTable & { readonly schoolId: PgColumn; readonly caseId: PgColumn };

/** Everything of a case that was written about people. What is left is codes, days and counts. */
const WRITTEN: readonly CaseTable[] = [
  caseParty,
  caseAccount,
  caseContact,
  caseAnswer,
  caseDecision,
  caseReferral,
  caseLegal,
  caseTask,
  caseNote,
];

/**
 * Erases a record (rule 37): every word about anybody goes; the chronology's codes stay, so that numbers stay true.
 * The case's letters and its concern belong to their own rooms, which erase them in the same transaction.
 * @throws CaseRefused while something holds it, or before its time without a reason
 */
export async function eraseCase(work: Work, person: Person, id: CaseId, erasing: Erasing): Promise<void> {
  const nothing = (column: 'allegation' | 'quoted' | 'place') => work.keys.seal(caseCell(column, id), '');
  await act(
    work,
    person,
    id,
    { act: 'erase', ...erasing },
    {
      find: caseToKeep,
      row: () => ({
        allegation: nothing('allegation'),
        quoted: nothing('quoted'),
        place: nothing('place'),
        followUp: null,
        closing: null,
      }),
    },
  );
  for (const table of WRITTEN) {
    await work.queries.delete(table).where(and(eq(table.schoolId, work.school), eq(table.caseId, id)));
  }
  await work.queries
    .update(caseEvent)
    .set({ note: null })
    .where(and(eq(caseEvent.schoolId, work.school), eq(caseEvent.caseId, id)));
}

/** The ended cases whose time to be kept is over on a day, the oldest first, for whoever keeps records. */
export async function casesToErase(work: Work, on: Temporal.PlainDate): Promise<readonly CaseId[]> {
  const rows = await work.queries
    .select({ id: conductCase.id })
    .from(conductCase)
    .where(
      and(
        eq(conductCase.schoolId, work.school),
        lt(conductCase.keepUntil, on),
        ne(conductCase.state, 'erased'),
      ),
    )
    .orderBy(asc(conductCase.keepUntil), asc(conductCase.id));
  return rows.map(({ id }) => id);
}
