import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { AuditActor, AuditFact } from './audit/chain.ts';
import { appendAudit } from './audit/store.ts';
import { type Clock, hourOf } from './clock.ts';
import type { MasterKey } from './crypto/master-key.ts';
import { newWrappedKey, type SchoolKeys, unwrapSchoolKeys } from './crypto/school-keys.ts';
import type { Database, Queries, TransactionSettings } from './database/connect.ts';
import type { FoundSchool } from './database/opening.ts';
import type { FileDisk } from './files/disk.ts';
import type { SchoolId } from './ids.ts';
import { schoolKey, school as schoolTable } from './tables.ts';
import { notFound } from './web/refusal.ts';

export type NewSchool = typeof schoolTable.$inferInsert;

/**
 * One piece of work for one school: a transaction that sees only that school's rows, the school's keys, the time,
 * and the audit record it must write to. Stores take it as their first argument.
 */
export interface Work {
  readonly queries: Queries;
  readonly school: SchoolId;
  readonly keys: SchoolKeys;
  /** Where encrypted files lie; rooms use it through `files/store.ts`. */
  readonly files: FileDisk;
  readonly actor: AuditActor;
  /** When this work is done, to the millisecond; in quiet work only the hour. Whatever is written takes its time from here. */
  readonly now: Temporal.Instant;
  /** Somebody in confidence does it: nothing it writes tells a finer time than the hour. */
  readonly quiet: boolean;
  /** Notes a fact for the audit record; it is written with the work or not at all. */
  audit(fact: AuditFact): void;
}

/** How a piece of work is done. */
export interface WorkSettings extends Pick<TransactionSettings, 'together'> {
  /** Set for what a reporter does: the work itself knows no finer time than the hour, so nothing can write one down. */
  readonly quiet?: boolean | undefined;
}

/** Runs pieces of work for schools. */
export interface Worker {
  /**
   * Runs `act` in one transaction for one school. The database refuses the commit when rows were written and
   * nothing was audited. Works of one school that write follow each other, for the sake of its audit record.
   * @param how `together` when a whole school may write within a minute, `quiet` when a reporter acts
   */
  forSchool<T>(
    school: SchoolId,
    actor: AuditActor,
    act: (work: Work) => Promise<T>,
    how?: WorkSettings,
  ): Promise<T>;
  /**
   * The same for the school that has a name in its address, which is looked up on the way.
   * @throws Refusal 404 when there is none
   */
  forSchoolAt<T>(
    slug: string,
    actor: AuditActor,
    act: (work: Work, found: FoundSchool) => Promise<T>,
    how?: WorkSettings,
  ): Promise<T>;
  /** The same for a school that does not exist yet: makes it, and its key, first. */
  forNewSchool<T>(row: NewSchool, actor: AuditActor, act: (work: Work) => Promise<T>): Promise<T>;
}

/** The key of a school's audit chain. */
export function auditKey(keys: SchoolKeys): Buffer {
  return keys.derive('audit chain');
}

export function createWorker(database: Database, master: MasterKey, clock: Clock, files: FileDisk): Worker {
  const known = new Map<SchoolId, SchoolKeys>();

  async function keysOf(queries: Queries, school: SchoolId): Promise<SchoolKeys> {
    const cached = known.get(school);
    if (cached) return cached;
    const [row] = await queries.select().from(schoolKey).where(eq(schoolKey.schoolId, school));
    if (!row) throw new Error('No key is stored for this school: was its database restored in part?');
    const keys = unwrapSchoolKeys(master, school, row.wrapped);
    known.set(school, keys);
    return keys;
  }

  async function perform<T>(
    queries: Queries,
    school: SchoolId,
    keys: SchoolKeys,
    actor: AuditActor,
    act: (work: Work) => Promise<T>,
    quiet = false,
  ): Promise<T> {
    const facts: AuditFact[] = [];
    const now = quiet ? hourOf(clock.now()) : clock.now().round('millisecond');
    const audit = (fact: AuditFact) => void facts.push(fact);
    const result = await act({ queries, school, keys, files, actor, now, quiet, audit });
    const at = now.toString({ smallestUnit: 'millisecond' });
    await appendAudit(queries, auditKey(keys), school, at, actor, facts);
    return result;
  }

  return {
    forSchool: (school, actor, act, how) =>
      database.transaction(
        async (queries) => perform(queries, school, await keysOf(queries, school), actor, act, how?.quiet),
        { whose: { school }, together: how?.together },
      ),
    forSchoolAt: (slug, actor, act, how) =>
      database.transaction(
        async (queries, found) => {
          if (!found) throw notFound();
          const keys = await keysOf(queries, found.id);
          return perform(queries, found.id, keys, actor, (work) => act(work, found), how?.quiet);
        },
        { whose: { slug }, together: how?.together },
      ),
    forNewSchool: (row, actor, act) =>
      database.transaction(
        async (queries) => {
          await queries.insert(schoolTable).values(row);
          const wrapped = newWrappedKey(master, row.id);
          await queries.insert(schoolKey).values({ schoolId: row.id, wrapped });
          return perform(queries, row.id, unwrapSchoolKeys(master, row.id, wrapped), actor, act);
        },
        { whose: { school: row.id } },
      ),
  };
}
