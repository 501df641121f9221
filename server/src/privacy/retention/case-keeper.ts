import type { CaseId } from '../../cases/ids.ts';
import { eraseCase, retainCase } from '../../cases/keeping.ts';
import { countKept, type KeptCase, type KeptFilter, keptCases, letGoOfConcern } from '../../cases/kept.ts';
import type { Person } from '../../cases/visibility.ts';
import { destroyLetters } from '../../letters/keeping.ts';
import { destroyMeetings } from '../../meetings/keeping.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { destroySanctions, type SanctionsEnd, sanctionsEnded } from '../../sanctions/keeping.ts';
import { destroyOwnPage } from '../../subject/keeping.ts';
import type { RetentionClass } from './classes.ts';
import { endConcern } from './concern-keeper.ts';
import type { KeptRecord } from './kept-record.ts';
import { latest } from './rules.ts';
import { readSchedule } from './schedule.ts';

/** A case goes with its letters and its concern; codes, days and counts stay, so that numbers stay true. */
async function eraseWhole(work: Work, person: Person, kept: KeptCase): Promise<void> {
  if (kept.state === 'closed') await retainCase(work, person, kept.id);
  await eraseCase(work, person, kept.id, { holds: 0, early: 0 });
  await destroyLetters(work, kept.id);
  await destroySanctions(work, kept.id);
  await destroyOwnPage(work, kept.id);
  await destroyMeetings(work, kept.id);
  await letGoOfConcern(work, kept.id);
  if (kept.concern) await endConcern(work, kept.concern);
}

/** A case with a ban or a plan is kept as long as both need, and has not ended while one goes on. */
function ofCase(kept: KeptCase, end: SanctionsEnd | undefined, banMonths: number): readonly KeptRecord[] {
  if (end === 'open') return [];
  const shared = {
    object: `case:${kept.id}`,
    label: kept.reference,
    since: kept.closedOn,
    erase: (work: Work, by: Person) => eraseWhole(work, by, kept),
  };
  if (end) {
    return [{ ...shared, class: 'ban', until: latest(kept.keepUntil, end.add({ months: banMonths })) }];
  }
  const name = kept.retention === 'outcome' ? 'case-outcome' : 'case-nothing';
  return [{ ...shared, class: name, until: kept.keepUntil }];
}

/** The classes of cases without a ban or a plan: there can be thousands, so the database counts and pages them. */
export const PLAIN_CASES = { 'case-nothing': 'no-further-action', 'case-outcome': 'outcome' } as const;
export type PlainCases = keyof typeof PLAIN_CASES;

export const isPlainCases = (name: RetentionClass): name is PlainCases => Object.hasOwn(PLAIN_CASES, name);

/** The ended cases with a ban or a plan: a few, each with the day on which the last of it ended. */
export async function casesWithSanction(
  work: Work,
  person: Person,
  only?: readonly CaseId[],
): Promise<readonly KeptRecord[]> {
  const [ends, schedule] = [await sanctionsEnded(work), await readSchedule(work)];
  const ids = [...ends.keys()].filter((id) => only === undefined || only.includes(id));
  if (ids.length === 0) return [];
  const kept = await keptCases(work, person, { only: ids });
  return kept.flatMap((each) => ofCase(each, ends.get(each.id), schedule.ban.months));
}

/** The ended cases without a ban or a plan, what goes first first. */
export async function plainCases(
  work: Work,
  person: Person,
  filter: KeptFilter,
  part?: { readonly limit: number; readonly offset: number },
): Promise<readonly KeptRecord[]> {
  const except = [...(filter.except ?? []), ...(await sanctionsEnded(work)).keys()];
  const kept = await keptCases(work, person, { ...filter, except }, part);
  return kept.flatMap((each) => ofCase(each, undefined, 0));
}

/** How many plain cases of each class are due, due but held, and not due yet. */
export async function countPlainCases(
  work: Work,
  person: Person,
  held: ReadonlySet<string>,
): Promise<ReadonlyMap<PlainCases, { readonly due: number; readonly held: number; readonly later: number }>> {
  const today = schoolDay(work.now);
  const except = [...(await sanctionsEnded(work)).keys()];
  const only = casesIn(held);
  const all = await countKept(work, person, { except }, today);
  const stopped = only.length > 0 ? await countKept(work, person, { only, except }, today) : [];
  const counts = (name: PlainCases) => {
    const own = all.find((each) => each.retention === PLAIN_CASES[name]);
    const onHold = stopped.find((each) => each.retention === PLAIN_CASES[name])?.before ?? 0;
    return { due: (own?.before ?? 0) - onHold, held: onHold, later: own?.later ?? 0 };
  };
  return new Map([
    ['case-nothing', counts('case-nothing')],
    ['case-outcome', counts('case-outcome')],
  ]);
}

const caseId = idSchema<'case'>();

/** The cases among some records, as the audit names them. */
export function casesIn(objects: Iterable<string>): readonly CaseId[] {
  return [...objects].flatMap((object) => {
    const id = caseId.safeParse(object.startsWith('case:') ? object.slice('case:'.length) : '');
    return id.success ? [id.data] : [];
  });
}
