import { and, asc, eq, getTableColumns, isNotNull, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import type { Care } from '../care/rules.ts';
import { type DueDays, dueDays } from '../due.ts';
import { lastWrote } from '../events.ts';
import {
  type ConcernId,
  type ConcernRoute,
  type ConcernSight,
  type ConcernState,
  mayOpenConcern,
  type Sight,
} from '../rules.ts';
import { type Actor, SIGHT_COLUMNS, sightFacts, standingsOf } from '../standing.ts';
import { concern } from '../tables.ts';

/** A concern in a list: no words of it and nobody's name. */
export interface ListedConcern {
  readonly id: ConcernId;
  readonly reference: string;
  readonly state: ConcernState;
  readonly route: ConcernRoute;
  readonly sight: Exclude<Sight, 'nothing'>;
  readonly urgent: boolean;
  readonly receivedAt: Temporal.Instant;
  /** What is still due of it, and by when. */
  readonly due: DueDays;
  readonly screened: boolean;
  /** By when the council's designated officer must be told of an allegation (rule 13). */
  readonly officerBy: Temporal.PlainDate | undefined;
  /** The reference of the report that leads its matter, if another does. */
  readonly leadBy: string | undefined;
  readonly care: Care;
  readonly facts: ConcernSight;
  /** The reporter added something nobody has read yet. */
  readonly answered: boolean;
}

/** Which concerns a list shows. */
export const LIST_FILTERS = ['open', 'mine', 'new', 'sorting', 'held', 'case', 'late', 'ended'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

const STATES: Readonly<
  Record<Exclude<ListFilter, 'open' | 'mine' | 'late' | 'ended'>, readonly ConcernState[]>
> = {
  new: ['received'],
  sorting: ['triage'],
  held: ['held', 'case-held'],
  case: ['case-open', 'case-held'],
};

/** Whether a concern belongs in a list. The lists of ended and of open ones are told apart by the query already. */
function fits(each: ListedConcern, filter: ListFilter, staff: Actor, today: Temporal.PlainDate): boolean {
  if (filter === 'open' || filter === 'ended') return true;
  if (filter === 'mine') return each.care.owner === staff.member || each.care.deputy === staff.member;
  if (filter !== 'late') return STATES[filter].includes(each.state);
  return each.due.acknowledge !== undefined && Temporal.PlainDate.compare(each.due.acknowledge, today) < 0;
}

/** What a list reads: nothing that somebody wrote, so that thousands of concerns are light. */
const { account: _account, excerpt: _excerpt, codeHash: _code, ...LIST_COLUMNS } = getTableColumns(concern);

/** The concerns that a member of staff may see, oldest first. What is hidden from them leaves no trace in it. */
export async function listConcerns(
  work: Work,
  staff: Actor,
  filter: ListFilter,
): Promise<readonly ListedConcern[]> {
  const ended = filter === 'ended' ? isNotNull(concern.endedAt) : isNull(concern.endedAt);
  const rows = await work.queries
    .select(LIST_COLUMNS)
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), ended))
    .orderBy(asc(concern.receivedAt), asc(concern.id));
  const standings = await standingsOf(
    work,
    rows.map((row) => row.id),
  );
  const byConcern = Map.groupBy(standings, (standing) => standing.concernId);
  const today = schoolDay(work.now);
  const calendar = await schoolCalendar(work);
  const wrote = await lastWrote(work);
  const references = new Map(rows.map((row) => [row.id, row.reference]));
  return rows.flatMap((row) => {
    const facts = sightFacts(row, byConcern.get(row.id) ?? []);
    const sight = mayOpenConcern(staff, facts);
    if (sight === 'nothing') return [];
    const listed: ListedConcern = {
      id: row.id,
      reference: row.reference,
      state: row.state,
      route: row.route,
      sight,
      urgent: row.urgent,
      receivedAt: row.receivedAt,
      due: dueDays({ ...row, wroteAt: wrote.get(row.id), led: row.matterOf !== null }, calendar),
      screened: row.screenedAt !== null,
      officerBy: row.allegation === 'open' ? (row.officerBy ?? undefined) : undefined,
      care: { owner: row.owner, deputy: row.deputy },
      facts,
      answered: row.answeredAt !== null,
      leadBy: row.matterOf ? references.get(row.matterOf) : undefined,
    };
    return fits(listed, filter, staff, today) ? [listed] : [];
  });
}

/**
 * The concerns of which a member may not even know: for whoever shows records that name concerns by id (the audit
 * record, the mail tray), so that nothing tells the Head of one that goes past them (rule 10).
 */
export async function concernsHiddenFrom(work: Work, staff: Actor): Promise<ReadonlySet<ConcernId>> {
  const rows = await work.queries
    .select(SIGHT_COLUMNS)
    .from(concern)
    .where(eq(concern.schoolId, work.school));
  const byConcern = Map.groupBy(
    await standingsOf(
      work,
      rows.map((row) => row.id),
    ),
    (standing) => standing.concernId,
  );
  const hidden = rows.filter((row) => {
    // Whoever reads no concerns at all is kept only from those that go past somebody.
    const sight = mayOpenConcern(staff, sightFacts(row, byConcern.get(row.id) ?? []));
    return sight === 'nothing' && (row.route !== 'ordinary' || byConcern.has(row.id));
  });
  return new Set(hidden.map((row) => row.id));
}
