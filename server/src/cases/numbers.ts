import { and, asc, eq, gte, lt, min } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { goesPastNobody, standingDecision } from './counted.ts';
import { type CitedClause, citedSchema } from './kinds.ts';
import { findOutcome, type Outcome } from './outcomes.ts';
import type { CaseState } from './states.ts';
import { caseContact, caseDecision, conductCase } from './tables.ts';

/** One case as a row of a count: no reference, no person, no word of it. */
export interface CountedCase {
  readonly openedOn: Temporal.PlainDate;
  readonly firstContactOn: Temporal.PlainDate | undefined;
  readonly state: CaseState;
  readonly clauses: readonly CitedClause[];
  /** What was decided, once it was issued. */
  readonly outcome: Pick<Outcome, 'kind' | 'label'> | undefined;
}

const ISSUED: ReadonlySet<CaseState> = new Set([
  'outcome-issued',
  'follow-up',
  'closed',
  'review',
  'reviewed',
  'retained',
]);

/**
 * The cases opened in a stretch of time, for whoever counts them. Cases that go past the Head or the governors are left
 * out: a number must not tell of one (rules 10, 40). Whoever shows counts hides the small ones.
 * @param from the first moment, @param to the first moment after
 */
export async function casesCounted(
  work: Work,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly CountedCase[]> {
  const first = work.queries
    .select({ caseId: caseContact.caseId, on: min(caseContact.happenedOn).as('first_on') })
    .from(caseContact)
    .where(eq(caseContact.schoolId, work.school))
    .groupBy(caseContact.caseId)
    .as('first');
  const rows = await work.queries
    .select({
      openedAt: conductCase.openedAt,
      state: conductCase.state,
      cited: conductCase.cited,
      outcome: caseDecision.outcome,
      firstOn: first.on,
    })
    .from(conductCase)
    .leftJoin(first, eq(first.caseId, conductCase.id))
    .leftJoin(caseDecision, standingDecision)
    .where(
      and(
        eq(conductCase.schoolId, work.school),
        gte(conductCase.openedAt, from),
        lt(conductCase.openedAt, to),
        goesPastNobody,
      ),
    )
    .orderBy(asc(conductCase.openedAt), asc(conductCase.id));
  return rows.map(({ openedAt, state, cited, outcome, firstOn }) => {
    const { clauses, ladder } = citedSchema.parse(cited);
    const found = outcome && ISSUED.has(state) ? findOutcome(ladder, outcome) : undefined;
    return {
      openedOn: schoolDay(openedAt),
      firstContactOn: firstOn ?? undefined,
      state,
      clauses,
      outcome: found && { kind: found.kind, label: found.label },
    };
  });
}
