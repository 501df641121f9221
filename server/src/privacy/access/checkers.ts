import { activeStaff, type Candidate } from '../../cases/people-acts.ts';
import { may } from '../../people/permissions.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { recordsOf } from './records-store.ts';
import { openRecords } from './search.ts';
import type { AccessRequest } from './store.ts';

/**
 * Who may be asked to check a pack: somebody in an office that may, who did not make it, and whom none of its records
 * goes past (rules 8, 10).
 */
export async function checkersOf(
  work: Work,
  request: AccessRequest,
  by: MemberId,
): Promise<readonly Candidate[]> {
  const objects = (await recordsOf(work, request.id))
    .filter(({ included }) => included !== false)
    .map(({ object }) => object);
  const able: Candidate[] = [];
  for (const person of await activeStaff(work)) {
    if (person.member === by || !may(person.roles, 'data.check')) continue;
    const seen = await openRecords(work, person, request, objects, new Map());
    if (seen.length === objects.length) able.push(person);
  }
  return able;
}
