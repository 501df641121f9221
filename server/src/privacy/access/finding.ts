import type { Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { liftHold, openHolds, placeHold } from '../retention/holds.ts';
import { allowed, done } from './allowed.ts';
import { keepFound, neededElsewhere, recordsOf } from './records-store.ts';
import { searchFor } from './search.ts';
import { findRequest, insertRequest, type NewRequest, type RequestId } from './store.ts';

/** Looks for what names whoever asked, and holds what is found: none of it is destroyed while the request is open. */
async function search(work: Work, person: Person, id: RequestId): Promise<void> {
  const request = await findRequest(work, id);
  const found = await searchFor(work, person, request);
  await keepFound(work, id, found);
  for (const { object } of found) {
    await placeHold(work, {
      object,
      reason: 'data-request',
      words: 'Held by itself while a request for somebody’s own data is open.',
      reviewOn: schoolDay(work.now).add({ months: 1 }),
      madeBy: person.member,
    });
  }
}

/** Lets go of what was held for a request that is over, unless another one needs it. */
export async function letGo(work: Work, person: Person, id: RequestId): Promise<void> {
  const objects = (await recordsOf(work, id)).map(({ object }) => object);
  const needed = await neededElsewhere(work, id, objects);
  for (const hold of await openHolds(work)) {
    if (hold.reason !== 'data-request' || !objects.includes(hold.object) || needed.has(hold.object)) continue;
    await liftHold(work, hold.id, person.member);
  }
}

/** Writes a request down and searches for it at once. */
export async function addRequest(work: Work, person: Person, entry: NewRequest): Promise<RequestId> {
  const id = await insertRequest(work, entry, person.member);
  await search(work, person, id);
  return id;
}

/** Searches once more; what was decided about records stays. */
export async function searchAgain(work: Work, person: Person, id: RequestId): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  await search(work, person, id);
  await done(work, request, 'work');
}
