import type { Temporal } from 'temporal-polyfill';
import { countWords } from '../../cases/deeds.ts';
import type { Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { after } from '../ban/facts.ts';
import { appendBanEvent, bansInForce, openBans } from '../ban/store.ts';
import type { BanId } from '../ids.ts';

/**
 * Writes down that somebody whom a ban holds was seen on site. Nothing follows by itself: the decider reads it.
 * @throws Refusal 404 when the ban does not hold today
 */
export async function logBreach(
  work: Work,
  person: Person,
  id: BanId,
  day: Temporal.PlainDate,
  words: string,
): Promise<void> {
  const ban = (await openBans(work, true)).find((each) => each.id === id);
  const holds = (await bansInForce(work)).some((each) => each.id === id);
  if (!ban || !holds) throw notFound();
  const deed = { act: 'log-breach' as const, day, words: countWords(words) };
  const facts = after(ban.facts, { deed, by: person.member, on: schoolDay(work.now) });
  await appendBanEvent(work, { ban, deed, person, to: ban.standing, facts, words });
}
