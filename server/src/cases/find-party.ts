import { and, eq, ne } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import type { CaseId } from './ids.ts';
import { openParty, type Party } from './parties.ts';
import { readSight } from './sight.ts';
import { caseParty, conductCase } from './tables.ts';
import { conflictOf, type Person } from './visibility.ts';

/** A case in which somebody is a party. */
export interface CaseOfParty {
  readonly id: CaseId;
  readonly reference: string;
}

/**
 * The cases with a party that fits, for whoever answers a request for somebody's own data: parties are sealed, so each is
 * opened and held against what is looked for. Cases that go past whoever looks are left out (rules 8, 10).
 */
export async function casesOfParty(
  work: Work,
  person: Person,
  fits: (party: Party) => boolean,
): Promise<readonly CaseOfParty[]> {
  const rows = await work.queries
    .select({ party: caseParty, reference: conductCase.reference, sight: conductCase.sight })
    .from(caseParty)
    .innerJoin(
      conductCase,
      and(eq(conductCase.schoolId, caseParty.schoolId), eq(conductCase.id, caseParty.caseId)),
    )
    .where(and(eq(caseParty.schoolId, work.school), ne(conductCase.state, 'erased')));
  const found = new Map<CaseId, CaseOfParty>();
  for (const { party, reference, sight } of rows) {
    if (found.has(party.caseId) || !fits(openParty(work, party))) continue;
    if (conflictOf(person, readSight(sight))) continue;
    found.set(party.caseId, { id: party.caseId, reference });
  }
  return [...found.values()];
}
