import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import { goesPastNobody, standingDecision } from './counted.ts';
import type { CaseId } from './ids.ts';
import { citedSchema } from './kinds.ts';
import { caseDecision, conductCase } from './tables.ts';

/** Fewer than this are never shown: a small number points at somebody. */
const SMALLEST = 5;

/** How earlier cases about a clause ended: counts of outcomes, no more. */
export interface ComparableClause {
  readonly ref: string;
  readonly text: string;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
}

interface Ended {
  readonly clauses: ReadonlySet<string>;
  readonly label: string;
}

/**
 * Counts how earlier cases about the same clauses ended, without anything that leads to one of them. It is for
 * consistency and never foretells anything; counts under five are left out (rules 20, 32, 33).
 * @param ended closed cases of the school, each with the clauses it cited and the outcome that stood
 * @param clauses the clauses of the case at hand
 */
export function countComparable(
  ended: readonly Ended[],
  clauses: readonly { readonly id: string; readonly ref: string; readonly text: string }[],
): readonly ComparableClause[] {
  return clauses.map(({ id, ref, text }) => {
    const counted = new Map<string, number>();
    for (const { clauses: cited, label } of ended) {
      if (cited.has(id)) counted.set(label, (counted.get(label) ?? 0) + 1);
    }
    const counts = [...counted]
      .map(([label, count]) => ({ label, count }))
      .filter(({ count }) => count >= SMALLEST)
      .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label));
    return { ref, text, counts };
  });
}

/**
 * How earlier cases about the clauses of a case ended. Cases that went past the Head or the governors are not counted,
 * so that nobody learns of one from a number (rule 10).
 */
export async function comparableTo(work: Work, id: CaseId): Promise<readonly ComparableClause[]> {
  const [own] = await work.queries
    .select({ cited: conductCase.cited })
    .from(conductCase)
    .where(and(eq(conductCase.schoolId, work.school), eq(conductCase.id, id)));
  if (!own) return [];
  const { clauses } = citedSchema.parse(own.cited);
  const rows = await work.queries
    .select({
      clauses: sql<string[]>`array(select jsonb_array_elements(${conductCase.cited} -> 'clauses') ->> 'id')`,
      label: caseDecision.label,
    })
    .from(conductCase)
    .innerJoin(caseDecision, standingDecision)
    .where(and(eq(conductCase.schoolId, work.school), isNotNull(conductCase.closedAt), goesPastNobody));
  const ended = rows.map(({ clauses: ids, label }) => ({ clauses: new Set(ids), label }));
  return countComparable(ended, clauses);
}
