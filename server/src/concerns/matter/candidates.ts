import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { findGroup } from '../../groups/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { openAccount } from '../account.ts';
import { type ConcernAbout, type ConcernId, type ConcernState, mayOpenConcern } from '../rules.ts';
import { type Actor, type ConcernRow, findMatter, sightFacts, standingsOf } from '../standing.ts';
import { concern } from '../tables.ts';

/** A report as whoever puts reports together needs to know it again: where, when and about whom, no word of it. */
export interface ReportLine {
  readonly id: ConcernId;
  readonly reference: string;
  readonly state: ConcernState;
  readonly received: Temporal.PlainDate;
  readonly messageDay: Temporal.PlainDate | undefined;
  readonly where: string;
  readonly about: ConcernAbout;
  readonly leads: boolean;
}

async function lineOf(work: Work, row: ConcernRow): Promise<ReportLine> {
  const group = row.groupId ? await findGroup(work, row.groupId) : undefined;
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    received: schoolDay(row.receivedAt),
    messageDay: row.messageDay ?? undefined,
    where: group?.name ?? openAccount(work, row.id, row.account).placeName,
    about: row.about,
    leads: row.matterOf === null,
  };
}

async function linesOf(work: Work, rows: readonly ConcernRow[]): Promise<readonly ReportLine[]> {
  const lines: ReportLine[] = [];
  for (const row of rows) lines.push(await lineOf(work, row));
  return lines;
}

/** The reports of one matter, the one that leads first. Whoever reads one reads all: what keeps from one keeps from all. */
export async function reportsTogether(work: Work, id: ConcernId): Promise<readonly ReportLine[]> {
  return linesOf(work, await findMatter(work, id, false));
}

/**
 * The reports that a member could put together with one, in the order in which they came: those they read, sorted and
 * not in a matter yet. Nothing suggests which belong together (rule 33).
 */
export async function candidatesFor(work: Work, staff: Actor, id: ConcernId): Promise<readonly ReportLine[]> {
  const rows = await work.queries
    .select()
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), isNull(concern.endedAt)))
    .orderBy(asc(concern.receivedAt), asc(concern.id));
  const leading = new Set(rows.map(({ matterOf }) => matterOf));
  const alone = rows.filter(
    (row) => row.id !== id && row.state === 'triage' && row.matterOf === null && !leading.has(row.id),
  );
  const standings = await standingsOf(
    work,
    alone.map((row) => row.id),
  );
  const read = alone.filter((row) => mayOpenConcern(staff, sightFacts(row, standings)) === 'read');
  return linesOf(work, read);
}
