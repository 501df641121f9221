import { asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Queries } from '../platform/database/connect.ts';
import type { FoundSchool } from '../platform/database/opening.ts';
import type { SchoolId } from '../platform/ids.ts';
import { Kept } from '../platform/kept.ts';
import { school } from '../platform/tables.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { profileSchema, type SchoolProfile } from './profile.ts';

/** A school with its public profile. */
export interface School {
  readonly id: SchoolId;
  readonly slug: string;
  readonly name: string;
  readonly profile: SchoolProfile;
  readonly createdAt: Temporal.Instant;
}

function read(row: typeof school.$inferSelect): School {
  return { ...row, profile: profileSchema.parse(row.profile) };
}

/** The school at an address, if there is one. */
export async function findSchoolBySlug(queries: Queries, slug: string): Promise<School | undefined> {
  const [row] = await queries.select().from(school).where(eq(school.slug, slug));
  return row && read(row);
}

export async function findSchool(queries: Queries, id: SchoolId): Promise<School | undefined> {
  const [row] = await queries.select().from(school).where(eq(school.id, id));
  return row && read(row);
}

const MOST = 256;
const kept = new Kept<School>(MOST);

/** The school that was found by its address; its row is read once and again whenever it has changed. */
export async function foundSchool(queries: Queries, { id, stamp }: FoundSchool): Promise<School> {
  const key = `${id} ${stamp}`;
  const known = kept.get(key) ?? (await findSchool(queries, id));
  if (!known) throw notFound();
  return kept.keep(key, known);
}

/** All schools of this installation, by name. */
export async function listSchools(queries: Queries): Promise<readonly School[]> {
  return (await queries.select().from(school).orderBy(asc(school.name))).map(read);
}

/** The school that a piece of work is for. */
export async function currentSchool(work: Work): Promise<School> {
  const found = await findSchool(work.queries, work.school);
  if (!found) throw new Error('The school of this work is gone.');
  return found;
}

/** Changes what the school's public pages say of it. */
export async function saveProfile(work: Work, name: string, profile: SchoolProfile): Promise<void> {
  await work.queries.update(school).set({ name, profile }).where(eq(school.id, work.school));
  work.audit({ act: 'school.changed', object: `school:${work.school}` });
}
