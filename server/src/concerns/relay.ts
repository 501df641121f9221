import { and, eq } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import type { ConcernId } from './rules.ts';
import { concernRelay } from './tables.ts';

const cell = (row: ConcernId) => ({ table: 'concern_relay', column: 'address', row });

const ofConcern = (work: Work, id: ConcernId) =>
  and(eq(concernRelay.schoolId, work.school), eq(concernRelay.concernId, id));

/**
 * Keeps, changes or forgets the address at which a reporter hears that there is something new. No page of the desk shows
 * it, not even the one that shows who reported.
 * @param address empty to forget it
 */
export async function setRelay(work: Work, id: ConcernId, address: string): Promise<void> {
  await work.queries.delete(concernRelay).where(ofConcern(work, id));
  if (address !== '') {
    const sealed = work.keys.seal(cell(id), address, 'identity');
    await work.queries.insert(concernRelay).values({ schoolId: work.school, concernId: id, address: sealed });
  }
  work.audit({ act: 'concern.relay-set', object: `concern:${id}`, detail: { set: address !== '' } });
}

/** The address to write to; only for addressing a mail, and for the keyed hash of a mark. Undefined when there is none. */
export async function relayOf(work: Work, id: ConcernId): Promise<string | undefined> {
  const [row] = await work.queries.select().from(concernRelay).where(ofConcern(work, id));
  return row && work.keys.open(cell(id), row.address, 'identity');
}

/** Whether there is one, without opening it. */
export async function hasRelay(work: Work, id: ConcernId): Promise<boolean> {
  const rows = await work.queries
    .select({ id: concernRelay.concernId })
    .from(concernRelay)
    .where(ofConcern(work, id));
  return rows.length > 0;
}
