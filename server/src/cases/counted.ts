import { and, eq, isNull, sql } from 'drizzle-orm';
import { caseDecision, conductCase } from './tables.ts';

/** Whether a case goes past neither the Head nor the governors: a number must not tell of any other (rules 10, 40). */
export const goesPastNobody = sql`${conductCase.sight} -> 'opening' ->> 'route' = 'ordinary'`;

/** The decision of a case that stands, for a join from the cases: one that was withdrawn counts nowhere. */
export const standingDecision = and(
  eq(caseDecision.schoolId, conductCase.schoolId),
  eq(caseDecision.caseId, conductCase.id),
  isNull(caseDecision.withdrawnAt),
);
