import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import { REVIEW_RESULTS, type ReviewResult } from './codes.ts';
import { goesPastNobody } from './counted.ts';
import type { Choice } from './questions.ts';
import { caseAnswer, caseEvent, conductCase } from './tables.ts';

/** What reviews decided in a stretch of time came to, one entry a review. Of matters that go past nobody (rule 10). */
export async function reviewsCounted(
  work: Work,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly ReviewResult[]> {
  const rows = await work.queries
    .select({ result: sql<string>`${caseEvent.deed} ->> 'result'` })
    .from(caseEvent)
    .innerJoin(
      conductCase,
      and(eq(conductCase.schoolId, caseEvent.schoolId), eq(conductCase.id, caseEvent.caseId)),
    )
    .where(
      and(
        eq(caseEvent.schoolId, work.school),
        gte(caseEvent.at, from),
        lt(caseEvent.at, to),
        sql`${caseEvent.deed} ->> 'act' = 'decide-review'`,
        goesPastNobody,
      ),
    );
  return rows.flatMap(({ result }) => REVIEW_RESULTS.filter((known) => known === result));
}

/** What was answered to the question about equality in cases opened in a stretch of time, one entry a case. */
export async function equalityCounted(
  work: Work,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly Choice[]> {
  const rows = await work.queries
    .select({ choice: caseAnswer.choice })
    .from(caseAnswer)
    .innerJoin(
      conductCase,
      and(eq(conductCase.schoolId, caseAnswer.schoolId), eq(conductCase.id, caseAnswer.caseId)),
    )
    .where(
      and(
        eq(caseAnswer.schoolId, work.school),
        eq(caseAnswer.question, 'equality'),
        gte(conductCase.openedAt, from),
        lt(conductCase.openedAt, to),
        goesPastNobody,
      ),
    );
  return rows.map(({ choice }) => choice);
}
