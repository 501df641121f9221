import { caseFor } from '../cases/read.ts';
import { HANDBELL } from '../cases/visibility.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { after, standingOn } from './ban/facts.ts';
import { appendBanEvent, openBans } from './ban/store.ts';
import { changePlan, openPlans } from './contact/store.ts';
import { trackBan, trackMove } from './track.ts';

/**
 * Writes down what has ended by itself: provisional bans that were not confirmed in time (rule 2), bans and plans past
 * their last day. Pages and lists count these ends whether or not this has run.
 * @returns how many ended
 */
export async function endWhatIsOver(work: Work): Promise<number> {
  const today = schoolDay(work.now);
  let ended = 0;
  for (const ban of await openBans(work, true)) {
    const to = standingOn(ban.facts, today);
    if (to !== 'lapsed' && to !== 'expired') continue;
    const deed = { act: to === 'lapsed' ? ('lapse' as const) : ('expire' as const) };
    const facts = after(ban.facts, { deed, by: undefined, on: today });
    await appendBanEvent(work, { ban, deed, person: undefined, to, facts, words: '' });
    await trackBan(work, HANDBELL, await caseFor(work, HANDBELL, ban.caseId), deed);
    ended += 1;
  }
  for (const plan of await openPlans(work)) {
    if (plan.state !== 'active' || plan.standing !== 'ended') continue;
    await changePlan(work, plan, { act: 'ran-out', state: 'ended', endedHow: 'by-itself' });
    const file = await caseFor(work, HANDBELL, plan.caseId);
    await trackMove(work, HANDBELL, file, { instrument: 'communication-plan', stage: 'ended' });
    ended += 1;
  }
  return ended;
}
