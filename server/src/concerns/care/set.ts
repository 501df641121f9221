import { listMembers } from '../../people/store.ts';
import type { MemberId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import { type Attempt, seen } from '../desk/attempt.ts';
import { tell } from '../events.ts';
import { refusedBecause } from '../obstacles.ts';
import { sightFacts } from '../standing.ts';
import { change } from '../store.ts';
import { mayCare } from './rules.ts';

/**
 * Names who looks after a concern and its dates, and who instead when they are away or late.
 * @throws Refusal 404 when this person may not read it, 409 for somebody who may not, or once it has ended
 */
export async function setCare(
  attempt: Attempt,
  owner: MemberId,
  deputy: MemberId | undefined,
): Promise<void> {
  const { work, staff, id } = attempt;
  const { row, standings, sight } = await seen(attempt);
  if (sight !== 'read') throw notFound();
  if (row.endedAt) throw refusedBecause('over');
  const facts = sightFacts(row, standings);
  const members = await listMembers(work);
  for (const each of deputy ? [owner, deputy] : [owner]) {
    const person = members.find((member) => member.id === each && member.state === 'active');
    if (person && mayCare({ member: person.id, roles: person.roles }, facts)) continue;
    throw new Refusal(
      409,
      'This person may not read the concern, so they cannot look after it.',
      'Nothing was saved. Go back and choose somebody who may.',
    );
  }
  await change(work, row, { owner, deputy: deputy ?? null });
  await tell(work, id, { kind: 'cared', member: staff.member });
  work.audit({ act: 'concern.care-set', object: `concern:${id}`, detail: { owner, deputy: deputy ?? null } });
}
