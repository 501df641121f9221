import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { stand } from '../desk/attempt.ts';
import { tellReaders } from '../readers.ts';
import { type ConcernId, type ConcernRoute, strictest } from '../rules.ts';
import { findMatter, sightFacts, standingsOf } from '../standing.ts';
import { change } from '../store.ts';

/** A conflict that one report of a matter brought to light. */
export interface Conflict {
  readonly route: ConcernRoute;
  readonly excluded: readonly MemberId[];
}

/**
 * Carries a conflict from one report to all others of its matter: whoever is kept from one is kept from all, and stays so
 * when they are taken apart again, since they have been worked on together (rules 8, 10).
 * @param origin the address that people use, for the link in a mail to those who read it from now on
 */
export async function carryOver(
  work: Work,
  from: ConcernId,
  { route, excluded }: Conflict,
  origin: string,
): Promise<void> {
  const others = (await findMatter(work, from, true)).filter(({ id }) => id !== from);
  for (const each of others) {
    const past = strictest(each.route, route);
    for (const member of excluded)
      await stand(work, each.id, member, { excluded: true, declaredClear: false });
    if (past === each.route) continue;
    await change(work, each, { route: past });
    const sight = sightFacts({ ...each, route: past }, await standingsOf(work, [each.id]));
    await tellReaders(work, { ...sight, safeguarding: false }, origin);
  }
}
