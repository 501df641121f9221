import { outrun } from '../../people/last-change.ts';
import { findMember } from '../../people/store.ts';
import type { MemberId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { tell } from '../events.ts';
import { carryOver } from '../matter/carry.ts';
import { refusedBecause } from '../obstacles.ts';
import { alertSafeguarding, peopledRoute, readersOf, tellReaders } from '../readers.ts';
import { mailReporter } from '../reporter-mail.ts';
import {
  type ConcernAbout,
  type ConcernExit,
  type ConcernRoute,
  mayBeAppointed,
  routeFor,
  strictest,
  tryAct,
} from '../rules.ts';
import { type Actor, findFor, findMatter, sightFacts } from '../standing.ts';
import { change, inMatter } from '../store.ts';
import { type Attempt, stand, type Taken, take } from './attempt.ts';

/**
 * Answers the safeguarding question (rule 12). "Yes" and "I am not sure" put the hold on and alert the safeguarding
 * lead at once, in the same transaction.
 */
export async function screen(attempt: Attempt, answer: 'no' | 'yes' | 'unsure', note: string): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, standings, state } = await take(attempt, answer === 'no' ? 'screen-clear' : 'screen-hold');
  await change(work, row, { state, screenedAt: work.now });
  await tell(work, id, { kind: answer === 'no' ? 'screened-clear' : 'held', member: staff.member, note });
  if (answer !== 'no') await alertSafeguarding(work, sightFacts(row, standings), origin);
  work.audit({ act: 'concern.screened', object: `concern:${id}`, detail: { answer } });
}

/** Puts the safeguarding hold on later, by anybody who handles the concern. */
export async function hold(attempt: Attempt, note: string): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, standings, state } = await take(attempt, 'hold');
  await change(work, row, { state });
  await tell(work, id, { kind: 'held', member: staff.member, note });
  await alertSafeguarding(work, sightFacts(row, standings), origin);
  work.audit({ act: 'concern.held', object: `concern:${id}` });
}

/** Takes the hold off: the safeguarding lead's decision alone, with why, also when it was nothing. */
export async function release(attempt: Attempt, rationale: string): Promise<void> {
  const { work, staff, id } = attempt;
  const { row, state } = await take(attempt, 'release');
  await change(work, row, { state });
  await tell(work, id, { kind: 'released', member: staff.member, note: rationale });
  work.audit({ act: 'concern.released', object: `concern:${id}` });
}

/** Says that they have no interest in the concern and are not its target (rule 8). */
export async function declareClear(attempt: Attempt): Promise<void> {
  const { work, staff, id } = attempt;
  const { row, state } = await take(attempt, 'declare');
  await stand(work, id, staff.member, { declaredClear: true });
  // Whoever takes it on first looks after it, until somebody says otherwise.
  const owner = row.owner ?? (row.deputy === staff.member ? null : staff.member);
  await change(work, row, { state, owner });
  await tell(work, id, { kind: 'declared', member: staff.member });
  work.audit({ act: 'concern.declared-clear', object: `concern:${id}` });
}

/** Whether somebody is left who may take a concern, and a safeguarding lead where one goes, once a member is out. */
async function leftFor(work: Work, { row, standings }: Taken, { member, roles }: Actor): Promise<boolean> {
  const sight = sightFacts(row, standings);
  // The safeguarding lead's sight of a held concern ends with the hold: it is no one to hand over to.
  const rest = { ...sight, safeguarding: false, excluded: [...sight.excluded, member] };
  const readers = await readersOf(work, rest);
  if (row.route !== 'ordinary' || !roles.includes('safeguarding')) return readers.length > 0;
  return readers.some((reader) => reader.roles.includes('safeguarding'));
}

/** Why somebody hands a concern over: all that is written down of it. */
export type HandOverReason = 'own-child';

/**
 * Hands the concern over: from now on it is hidden from this member everywhere (rule 8).
 * @throws Refusal 409 when nobody would be left to take it
 */
export async function handOver(attempt: Attempt, why?: HandOverReason): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const taken = await take(attempt, 'hand-over');
  if (!(await leftFor(work, taken, staff))) {
    throw new Refusal(
      409,
      'Nobody else at the school could take your place in this concern.',
      'Nothing was saved. Have somebody named for it first, or invite another case handler or a deputy safeguarding lead.',
    );
  }
  await stand(work, id, staff.member, { excluded: true, declaredClear: false });
  await change(work, taken.row, { state: taken.state });
  const note = why === 'own-child' ? 'A child of theirs is in the class.' : '';
  await tell(work, id, { kind: 'handed-over', member: staff.member, note });
  await carryOver(work, id, { route: taken.row.route, excluded: [staff.member] }, origin);
  work.audit({ act: 'concern.handed-over', object: `concern:${id}`, detail: { excluded: staff.member } });
}

/**
 * The route a concern takes from here.
 * @throws Refusal 409 when the school has nobody who could read it then
 */
export async function routeFrom(work: Work, wanted: ConcernRoute): Promise<ConcernRoute> {
  const route = await peopledRoute(work, wanted);
  if (route !== undefined) return route;
  throw new Refusal(
    409,
    'Nobody at the school could read this concern if it goes past them.',
    'Nothing was saved. A Chair of Governors or a clerk must be on the list of people first. Call the local council if it cannot wait.',
  );
}

/**
 * Notes that it is about the Head or the governors after all: it goes past them from now on, and those who take it
 * instead are told (rule 10).
 * @throws Refusal 409 when the school has nobody who could read it then
 */
export async function reroute(attempt: Attempt, about: ConcernAbout): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, standings, state } = await take(attempt, 'hand-over');
  const route = await routeFrom(work, strictest(row.route, routeFor(about)));
  if (route === row.route) return;
  const sight = { ...sightFacts(row, standings), route, safeguarding: false };
  await change(work, row, { state, route, about });
  await tell(work, id, { kind: 'rerouted', member: staff.member });
  await carryOver(work, id, { route, excluded: [] }, origin);
  await tellReaders(work, sight, origin);
  work.audit({ act: 'concern.rerouted', object: `concern:${id}`, detail: { route } });
}

/**
 * Names somebody to take the concern in another's place (rule 9).
 * @throws Refusal 409 when it would go to somebody it goes past or who is out of it
 */
export async function appoint(attempt: Attempt, member: MemberId): Promise<void> {
  const { work, staff, id } = attempt;
  const { row, standings, state } = await take(attempt, 'appoint');
  const person = await findMember(work, member);
  const taking = person?.state === 'active' ? { member, roles: person.roles } : undefined;
  if (!taking || !mayBeAppointed(taking, sightFacts(row, standings))) {
    throw new Refusal(
      409,
      'This person cannot take the concern.',
      'Go back and name somebody it does not go past.',
    );
  }
  for (const each of await findMatter(work, id, true))
    await stand(work, each.id, member, { appointed: true });
  await change(work, row, { state });
  await tell(work, id, { kind: 'appointed', member: staff.member });
  work.audit({ act: 'concern.appointed', object: `concern:${id}`, detail: { member } });
}

/** Answers "is this a complaint about us?" (rule 17). */
export async function answerAboutUs(
  attempt: Attempt,
  aboutUs: 'no' | 'partly' | 'yes',
  note: string,
): Promise<void> {
  const { work, staff, id } = attempt;
  const { row, state } = await take(attempt, 'answer-about-us');
  await change(work, row, { state, aboutUs });
  await tell(work, id, { kind: 'about-us', member: staff.member, note });
  work.audit({ act: 'concern.about-us', object: `concern:${id}`, detail: { answer: aboutUs } });
}

/** Acknowledges the concern: on the reporter's page, and by mail where there is an address (D1). */
export async function acknowledge(attempt: Attempt, message: string): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, state } = await take(attempt, 'acknowledge');
  if (row.acknowledgedAt)
    throw await outrun(work, `concern:${id}`, 'This concern has been acknowledged already.');
  await change(work, row, { state, acknowledgedAt: work.now });
  await tell(work, id, { kind: 'acknowledged', member: staff.member, message });
  const mailed = await mailReporter(work, id, origin);
  work.audit({ act: 'concern.acknowledged', object: `concern:${id}`, detail: { mailed } });
}

/** Asks the reporter something, on their page. */
export async function ask(attempt: Attempt, question: string): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, state } = await take(attempt, 'ask');
  await change(work, row, { state });
  await tell(work, id, { kind: 'question', member: staff.member, message: question });
  await mailReporter(work, id, origin);
  work.audit({ act: 'concern.asked', object: `concern:${id}` });
}

/** Notes that what the reporter added was read: it no longer waits for anybody. */
export async function markSeen({ work, staff, id }: Attempt): Promise<void> {
  const found = await findFor(work, staff, id, true);
  if (found?.sight !== 'read') throw notFound();
  await change(work, found.row, { answeredAt: null });
  work.audit({ act: 'concern.reply-read', object: `concern:${id}` });
}

/**
 * Ends a concern without a case, and every report of its matter with it, with why and with words for the reporter: each
 * reads them on their own page alone (S45).
 */
export async function endConcern(
  attempt: Attempt,
  exit: ConcernExit,
  reason: string,
  message: string,
): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row: lead } = await take(attempt, 'exit', exit);
  for (const row of await findMatter(work, id, true)) {
    const facts = { ...inMatter(row, lead), exit, roles: staff.roles, declaredClear: true };
    const result = tryAct(facts, 'exit');
    if (!result.ok) throw refusedBecause(result.obstacle);
    await change(work, row, { state: result.state, exit, endedAt: work.now, answeredAt: null });
    await tell(work, row.id, { kind: 'exited', member: staff.member, note: reason, message });
    await mailReporter(work, row.id, origin);
    work.audit({ act: 'concern.exited', object: `concern:${row.id}`, detail: { exit } });
  }
}
