import { addClass, saveClassYears } from '../../groups/classes-store.ts';
import type { ClassId } from '../../groups/rules.ts';
import { schoolDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import { inOrder, readYears } from '../../schools/years.ts';
import type { Adult, AdultEntry, HouseholdId, PlaceEntry } from '../adult.ts';
import { rosterHashes } from '../hashes.ts';
import { CHUNK, insertAdults, lastDay, rewriteAdult } from '../store.ts';
import { rosterChange } from '../tables.ts';
import { type ImportId, moveDraft } from './drafts.ts';
import { foldClass } from './match.ts';
import type { Change, PlannedClass } from './plan.ts';
import type { Preview } from './preview.ts';
import { sealBefore } from './undo.ts';

/** Makes the classes that come with a list; gives their ids by folded name. */
async function makeClasses(
  work: Work,
  { changes, unknownClasses }: Preview,
): Promise<ReadonlyMap<string, ClassId>> {
  const { profile } = await currentSchool(work);
  const wanted = new Set(
    changes.flatMap(({ places }) => places.flatMap(({ at }) => (typeof at === 'string' ? [] : [at.add]))),
  );
  const made = new Map<string, ClassId>();
  for (const { name, years } of unknownClasses) {
    if (!wanted.has(foldClass(name))) continue;
    const all = inOrder(profile.nation, [...readYears(profile.nation, name), ...years]);
    made.set(foldClass(name), await addClass(work, name, all));
  }
  return made;
}

/**
 * Does what a preview showed, in one transaction. The list itself is forgotten with it.
 * @throws Refusal 409 when the import was confirmed or thrown away already
 */
export async function confirmImport(work: Work, id: ImportId, preview: Preview): Promise<void> {
  const made = await makeClasses(work, preview);
  const classId = (at: PlannedClass) => (typeof at === 'string' ? at : made.get(at.add));
  const homes = new Map<string, HouseholdId>();
  const household = ({ household: known, family }: Change): HouseholdId => {
    const home = known ?? homes.get(family) ?? newId<'household'>();
    homes.set(family, home);
    return home;
  };
  const count = (...kinds: Change['kind'][]) =>
    preview.changes.filter((change) => kinds.includes(change.kind)).length;
  const counts = { joined: count('joins', 'returns'), changed: count('changes'), leftCount: count('leaves') };
  // Before the changes, which name it.
  await moveDraft(work, id, {
    state: 'done',
    content: null,
    doneAt: work.now,
    classes: [...made.values()],
    ...counts,
  });
  const entries = preview.changes.map((change) => ({ change, ...entryOf(work, change, classId) }));
  const fresh = entries.filter(({ change }) => !change.before);
  const ids = await insertAdults(
    work,
    fresh.map(({ change, ...each }) => ({ ...each, household: household(change), joined: change.joined })),
  );
  const born = new Map(fresh.map(({ change }, index) => [change, ids[index]]));
  for (const { change, entry, sourceHash } of entries) {
    if (change.before) await rewrite(work, change, change.before, entry, sourceHash);
  }
  const rows = preview.changes.flatMap((change) => {
    const adultId = change.before?.id ?? born.get(change);
    if (!adultId) return [];
    const before = change.before ? sealBefore(work, id, change.before) : null;
    const version = (change.before?.version ?? 0) + 1;
    return [{ schoolId: work.school, importId: id, adultId, kind: change.kind, before, version }];
  });
  for (let at = 0; at < rows.length; at += CHUNK) {
    await work.queries.insert(rosterChange).values(rows.slice(at, at + CHUNK));
  }
  if (preview.classYears.size > 0) await saveClassYears(work, preview.classYears);
  work.audit({
    act: 'roster-import.confirmed',
    object: `import:${id}`,
    detail: { joined: counts.joined, changed: counts.changed, left: counts.leftCount, classes: made.size },
  });
}

function entryOf(work: Work, change: Change, classId: (at: PlannedClass) => ClassId | undefined) {
  const { name, email, phone } = change;
  const places = change.places.flatMap(({ at, year }): readonly PlaceEntry[] => {
    const own = classId(at);
    return own ? [{ classId: own, year }] : [];
  });
  return { entry: { name, email, phone, places }, sourceHash: rosterHashes(work.keys).source(change.source) };
}

async function rewrite(
  work: Work,
  { kind }: Change,
  before: Adult,
  entry: AdultEntry,
  sourceHash: Buffer | null,
): Promise<void> {
  const leftOn = kind === 'leaves' ? lastDay(before, schoolDay(work.now)) : null;
  await rewriteAdult(work, before, entry, { leftOn, ...(sourceHash ? { sourceHash } : {}) });
}
