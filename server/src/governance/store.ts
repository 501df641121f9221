import { and, desc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { casesCounted } from '../cases/numbers.ts';
import { equalityCounted, reviewsCounted } from '../cases/term-numbers.ts';
import { concernsCounted } from '../concerns/numbers.ts';
import { outrun } from '../people/last-change.ts';
import { schoolDay } from '../platform/clock.ts';
import { type Id, type MemberId, newId } from '../platform/ids.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { versionDates } from '../policies/store.ts';
import { bansCounted } from '../sanctions/numbers.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { makeReport, reportSchema, type ShownReport } from './report.ts';
import { governorReport } from './tables.ts';
import { isOver, momentsOf, type ReportTerm, reportTerms } from './term.ts';

export type ReportId = Id<'report'>;

/** A report as the governors have it. */
export interface Report {
  readonly id: ReportId;
  readonly term: Pick<ReportTerm, 'from' | 'to'>;
  readonly shown: ShownReport;
  /** What the school learned, in the Head's words. */
  readonly learning: string;
  readonly publishedAt: Temporal.Instant;
}

const cell = (row: ReportId) => ({ table: 'governor_report', column: 'learning', row });

/**
 * The terms of the school's calendar that have begun, the newest first. Of those before its first policy came into force
 * there is nothing to tell.
 */
export async function termsOf(work: Work): Promise<readonly ReportTerm[]> {
  const [first] = (await versionDates(work)).map(({ from }) => from).toSorted(Temporal.PlainDate.compare);
  const terms = reportTerms(await schoolCalendar(work), schoolDay(work.now));
  return terms.filter(({ to }) => first === undefined || Temporal.PlainDate.compare(first, to) <= 0);
}

/** The numbers of a term as they would be shown now. */
export async function countTerm(work: Work, term: ReportTerm): Promise<ShownReport> {
  const { from, to } = momentsOf(term);
  const facts = {
    concerns: await concernsCounted(work, from, to),
    cases: await casesCounted(work, from, to),
    equality: await equalityCounted(work, from, to),
    reviews: await reviewsCounted(work, from, to),
    bans: await bansCounted(work, from, to, term.to),
  };
  return makeReport(facts, await schoolCalendar(work));
}

function opened(work: Work, row: typeof governorReport.$inferSelect): Report {
  return {
    id: row.id,
    term: { from: row.termFrom, to: row.termTo },
    shown: reportSchema.parse(row.shown),
    learning: work.keys.open(cell(row.id), row.learning),
    publishedAt: row.publishedAt,
  };
}

/** The reports that were published, the newest term first. */
export async function listReports(work: Work): Promise<readonly Report[]> {
  const rows = await work.queries
    .select()
    .from(governorReport)
    .where(eq(governorReport.schoolId, work.school))
    .orderBy(desc(governorReport.termFrom));
  return rows.map((row) => opened(work, row));
}

/** One report; undefined when there is none. */
export async function findReport(work: Work, id: ReportId): Promise<Report | undefined> {
  const [row] = await work.queries
    .select()
    .from(governorReport)
    .where(and(eq(governorReport.schoolId, work.school), eq(governorReport.id, id)));
  return row && opened(work, row);
}

/**
 * Publishes a term's report to the governors: once, when the term and its holidays are over, since the difference of two
 * reports about one term would tell what each hides.
 * @throws Refusal 409 when the term is not over, or has its report: by whom, and when
 */
export async function publishReport(
  work: Work,
  term: ReportTerm,
  learning: string,
  by: MemberId,
): Promise<ReportId> {
  if (!isOver(term, schoolDay(work.now))) {
    throw new Refusal(
      409,
      'This term is not over yet, so its numbers are not whole.',
      'Publish the report when the next term has begun.',
    );
  }
  const id = newId<'report'>();
  const made = await work.queries
    .insert(governorReport)
    .values({
      schoolId: work.school,
      id,
      termFrom: term.from,
      termTo: term.to,
      shown: await countTerm(work, term),
      learning: work.keys.seal(cell(id), learning),
      publishedBy: by,
      publishedAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ id: governorReport.id });
  if (made.length === 0) throw await publishedBefore(work, term);
  work.audit({
    act: 'governor-report.published',
    object: `report:${id}`,
    detail: { from: term.from.toString(), to: term.to.toString() },
  });
  return id;
}

async function publishedBefore(work: Work, term: ReportTerm): Promise<Refusal> {
  const before = (await listReports(work)).find(({ term: { from } }) => from.equals(term.from));
  const asked = { act: 'governor-report.published', did: 'published it' };
  return outrun(work, `report:${before?.id}`, 'This term has its report already.', asked);
}
