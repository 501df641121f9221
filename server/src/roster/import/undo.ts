import { and, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { endClasses } from '../../groups/classes-store.ts';
import { listGroups } from '../../groups/store.ts';
import { idSchema } from '../../platform/ids.ts';
import { changedMeanwhile } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { Adult, AdultId } from '../adult.ts';
import { findAdults } from '../read.ts';
import { emptyAdult, rewriteAdult } from '../store.ts';
import { adultClass, rosterChange, rosterImport } from '../tables.ts';
import { type ImportId, importMoved } from './drafts.ts';

const beforeSchema = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  left: z.string().nullable(),
  places: z.array(z.object({ classId: idSchema<'class'>(), year: z.string() })),
});

const cell = (id: ImportId, adult: AdultId) => ({
  table: 'roster_change',
  column: 'before',
  row: `${id}/${adult}`,
});

/** What undoing needs to know of an adult, sealed. */
export function sealBefore(work: Work, id: ImportId, adult: Adult): Buffer {
  const { name, email, phone, left, places } = adult;
  const kept = { name, email, phone, left: left?.toString() ?? null, places };
  return work.keys.seal(cell(id, adult.id), JSON.stringify(kept), 'identity');
}

/** Whether an import can still be undone, and whom somebody has changed since. */
export interface UndoState {
  /** The import is the last word on everybody it touched. */
  readonly possible: boolean;
  /** Adults who were changed since: undoing would undo that too, so it is refused. */
  readonly changed: readonly Adult[];
  /** How many were merged into another entry or erased since. */
  readonly gone: number;
}

async function changesOf(work: Work, id: ImportId) {
  return work.queries
    .select()
    .from(rosterChange)
    .where(and(eq(rosterChange.schoolId, work.school), eq(rosterChange.importId, id)));
}

/** Looks whether an import can be undone whole. After a month, what it needs is forgotten. */
export async function undoState(work: Work, id: ImportId): Promise<UndoState> {
  const changes = await changesOf(work, id);
  const adults = await findAdults(
    work,
    changes.map((change) => change.adultId),
  );
  const versions = new Map(changes.map((change) => [change.adultId, change.version]));
  const changed = adults.filter((adult) => versions.get(adult.id) !== adult.version);
  const gone = changes.length - adults.length;
  return { possible: changes.length > 0 && changed.length === 0 && gone === 0, changed, gone };
}

/**
 * Undoes an import whole: who came with it is erased, everybody else is as they were before, classes that came with it
 * and hold nobody end.
 * @throws Refusal 400 when nobody has confirmed it; 409 when it was thrown away, somebody it touched was changed since, or
 * it was undone already
 */
export async function undoImport(work: Work, id: ImportId): Promise<void> {
  const [moved] = await work.queries
    .update(rosterImport)
    .set({ state: 'undone', undoneAt: work.now })
    .where(
      and(eq(rosterImport.schoolId, work.school), eq(rosterImport.id, id), eq(rosterImport.state, 'done')),
    )
    .returning({ classes: rosterImport.classes });
  if (!moved) throw await importMoved(work, id);
  const { possible } = await undoState(work, id);
  if (!possible) {
    throw changedMeanwhile(
      'This import cannot be undone any more: somebody on it was changed since, or a month has gone by.',
    );
  }
  const changes = await changesOf(work, id);
  const adults = await findAdults(
    work,
    changes.map((change) => change.adultId),
  );
  const byId = new Map(adults.map((adult) => [adult.id, adult]));
  for (const { adultId, before } of changes) {
    const adult = byId.get(adultId);
    if (!adult) continue;
    if (before) await putBack(work, id, adult, before);
    else await emptyAdult(work, adult.id, adult.version);
  }
  await work.queries
    .delete(rosterChange)
    .where(and(eq(rosterChange.schoolId, work.school), eq(rosterChange.importId, id)));
  await endEmptyClasses(work, moved.classes);
  work.audit({ act: 'roster-import.undone', object: `import:${id}`, detail: { adults: changes.length } });
}

async function putBack(work: Work, id: ImportId, adult: Adult, sealed: Buffer): Promise<void> {
  const old = beforeSchema.parse(JSON.parse(work.keys.open(cell(id, adult.id), sealed, 'identity')));
  const leftOn = old.left === null ? null : Temporal.PlainDate.from(old.left);
  await rewriteAdult(work, adult, old, { leftOn });
}

/** Ends the classes that came with an import, but those that somebody else is in or a group is for. */
async function endEmptyClasses(
  work: Work,
  classes: readonly Adult['places'][number]['classId'][],
): Promise<void> {
  const { queries, school } = work;
  const inPlaces = await queries
    .select({ id: adultClass.classId })
    .from(adultClass)
    .where(and(eq(adultClass.schoolId, school), isNull(adultClass.untilDay)));
  const inGroups = (await listGroups(work)).flatMap((group) => group.classes);
  const kept = new Set([...inPlaces.map((row) => row.id), ...inGroups]);
  await endClasses(
    work,
    classes.filter((each) => !kept.has(each)),
  );
}
