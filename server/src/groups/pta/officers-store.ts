import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { ptaOfficer } from '../tables.ts';
import { endLink } from '../volunteers/links.ts';
import type { PersonId } from '../volunteers/rules.ts';

/** Somebody who speaks for the PTA. The PTA is its own body, not the school. */
export interface Officer {
  readonly id: PersonId;
  readonly name: string;
  readonly contact: string;
  readonly from: Temporal.PlainDate;
  /** Their last day, once they stopped. */
  readonly until: Temporal.PlainDate | undefined;
}

const cell = (column: 'name' | 'contact', row: PersonId) => ({ table: 'pta_officer', column, row });

/** The PTA's officers, past ones too. */
export async function listOfficers(work: Work): Promise<readonly Officer[]> {
  const rows = await work.queries
    .select()
    .from(ptaOfficer)
    .where(eq(ptaOfficer.schoolId, work.school))
    .orderBy(asc(ptaOfficer.fromDay), asc(ptaOfficer.id));
  return rows.map((row) => ({
    id: row.id,
    name: work.keys.open(cell('name', row.id), row.name, 'identity'),
    contact: row.contact ? work.keys.open(cell('contact', row.id), row.contact, 'identity') : '',
    from: row.fromDay,
    until: row.untilDay ?? undefined,
  }));
}

/** Writes down an officer that the PTA named. */
export async function addOfficer(
  work: Work,
  { name, contact }: Pick<Officer, 'name' | 'contact'>,
): Promise<PersonId> {
  const id = newId<'volunteer'>();
  await work.queries.insert(ptaOfficer).values({
    schoolId: work.school,
    id,
    name: work.keys.seal(cell('name', id), name, 'identity'),
    contact: contact === '' ? null : work.keys.seal(cell('contact', id), contact, 'identity'),
    fromDay: schoolDay(work.now),
  });
  work.audit({ act: 'pta.officer-added', object: `pta:${id}` });
  return id;
}

/**
 * An officer who speaks for the PTA.
 * @throws Refusal 404 when there is no such person, 409 when they have stopped: who wrote that down, and when
 */
export async function presentOfficer(work: Work, id: PersonId): Promise<Officer> {
  const officer = (await listOfficers(work)).find((each) => each.id === id);
  if (!officer) throw notFound();
  if (!officer.until) return officer;
  throw await outrun(work, `pta:${id}`, 'This person does not speak for the PTA any more.');
}

/**
 * An officer stops: what they gave to be reached by goes, and their link ends.
 * @throws Refusal 404 when there is no such person, 409 when they have stopped already
 */
export async function endOfficer(work: Work, id: PersonId): Promise<void> {
  await presentOfficer(work, id);
  await work.queries
    .update(ptaOfficer)
    .set({ untilDay: schoolDay(work.now), contact: null })
    .where(and(eq(ptaOfficer.schoolId, work.school), eq(ptaOfficer.id, id)));
  work.audit({ act: 'pta.officer-ended', object: `pta:${id}` });
  await endLink(work, { kind: 'pta', person: id });
}
