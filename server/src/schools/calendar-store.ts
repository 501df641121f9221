import { asc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Id, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { SchoolCalendar } from './calendar.ts';
import { schoolYear } from './tables.ts';

const plainDate = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const range = z.object({ from: plainDate, to: plainDate });
const termsSchema = z.array(range.extend({ season: z.enum(['autumn', 'spring', 'summer']) }));
const closedSchema = z.array(range);

/** One school year as it is written down. */
export interface SchoolYear extends SchoolCalendar {
  readonly name: string;
}

/** The school years written down, the earliest first. */
export async function listYears(
  work: Work,
): Promise<readonly (SchoolYear & { readonly id: Id<'school-year'> })[]> {
  const rows = await work.queries
    .select()
    .from(schoolYear)
    .where(eq(schoolYear.schoolId, work.school))
    .orderBy(asc(schoolYear.firstDay));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    terms: termsSchema.parse(row.terms),
    closed: closedSchema.parse(row.closed),
  }));
}

/** The school's calendar over all years written down. */
export async function schoolCalendar(work: Work): Promise<SchoolCalendar> {
  const years = await listYears(work);
  return { terms: years.flatMap((year) => year.terms), closed: years.flatMap((year) => year.closed) };
}

/** Writes a school year down; a year of the same name is replaced. */
export async function saveYear(work: Work, { name, terms, closed }: SchoolYear): Promise<void> {
  const days = terms.flatMap((term) => [term.from.toString(), term.to.toString()]).sort();
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined)
    throw new RangeError('A school year has at least one term.');
  await removeYear(work, name);
  await work.queries.insert(schoolYear).values({
    schoolId: work.school,
    id: newId<'school-year'>(),
    name,
    firstDay,
    lastDay,
    terms: terms.map(({ season, from, to }) => ({ season, from: from.toString(), to: to.toString() })),
    closed: closed.map(({ from, to }) => ({ from: from.toString(), to: to.toString() })),
  });
  work.audit({ act: 'school-year.saved', object: `school:${work.school}`, detail: { firstDay, lastDay } });
}

async function removeYear(work: Work, name: string): Promise<void> {
  const all = await listYears(work);
  const old = all.find((year) => year.name === name);
  if (old) await work.queries.delete(schoolYear).where(eq(schoolYear.id, old.id));
}
