import type { Temporal } from 'temporal-polyfill';
import type { Rows } from '../platform/database/connect.ts';
import type { SchoolId } from '../platform/ids.ts';
import { Kept } from '../platform/kept.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/web/refusal.ts';
import { foundSchool, type School } from '../schools/store.ts';
import type { Drawn } from './send.tsx';

/** What a page asks the database in one journey, together with which school it is. */
export interface Glance<Seen> {
  /** One statement over the school's rows. What it answers changes whenever what `read` gives does. */
  statement(now: Temporal.Instant): string;
  /** What the answer stands for; the rest is read only when it has changed since it was last read. */
  read(services: Services, school: SchoolId, rows: Rows): Promise<Seen>;
}

/** What a glance saw. */
export interface Seen<T> {
  readonly school: School;
  readonly seen: T;
  /** Another one whenever the school or what was seen has changed. */
  readonly mark: string;
}

/**
 * Glances at a school.
 * @param slug the school's name in its address
 * @throws Refusal 404 when there is none
 */
export async function glanceAt<T>(services: Services, slug: string, glance: Glance<T>): Promise<Seen<T>> {
  const { database, clock } = services;
  const looked = await database.look(slug, [glance.statement(clock.now())]);
  if (!looked) throw notFound();
  const school = await foundSchool(database.open, looked.school);
  const rows = looked.rows[0] ?? [];
  const mark = JSON.stringify([looked.school, rows]);
  return { school, seen: await glance.read(services, school.id, rows), mark };
}

const MOST_PAGES = 128;

/** Pages that are the same for everybody, drawn and packed, by what they were drawn from. */
export const drawnPages = new Kept<Drawn>(MOST_PAGES);
