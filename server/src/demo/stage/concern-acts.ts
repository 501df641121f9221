import {
  acknowledge,
  answerAboutUs,
  ask,
  declareClear,
  endConcern,
  screen,
} from '../../concerns/desk/acts.ts';
import type { Attempt } from '../../concerns/desk/attempt.ts';
import { acknowledgementText, EXIT_WORDS } from '../../concerns/desk/wording.ts';
import { newsBy } from '../../concerns/due.ts';
import type { ConcernExit, ConcernId } from '../../concerns/rules.ts';
import { type ConcernRow, findRow } from '../../concerns/standing.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import { type CastKey, DEMO_PROFILE } from '../people.ts';
import type { Stage } from './stage.ts';

async function rowOf(work: Work, id: ConcernId): Promise<ConcernRow> {
  const row = await findRow(work, id, false);
  if (!row) throw notFound();
  return row;
}

/** Somebody of the school does something with a concern, as it stands on their page. */
export function onConcern<T>(
  stage: Stage,
  who: CastKey,
  id: ConcernId,
  act: (attempt: Attempt, row: ConcernRow) => Promise<T>,
): Promise<T> {
  return stage.as(who, async (work, staff) => {
    const row = await rowOf(work, id);
    return act({ work, staff, id, version: row.version, origin: stage.services.origin }, row);
  });
}

/** The safeguarding question is answered with no. */
export function screenClear(stage: Stage, who: CastKey, id: ConcernId, note: string): Promise<void> {
  return onConcern(stage, who, id, (attempt) => screen(attempt, 'no', note));
}

/** Somebody says that they have no interest, and whether it is a complaint about the school. */
export async function sort(
  stage: Stage,
  who: CastKey,
  id: ConcernId,
  aboutUs: 'no' | 'partly' | 'yes',
  why: string,
): Promise<void> {
  await onConcern(stage, who, id, declareClear);
  await onConcern(stage, who, id, (attempt) => answerAboutUs(attempt, aboutUs, why));
}

/** The reporter is told that their concern was read, in the words that the desk proposes. */
export function thank(stage: Stage, who: CastKey, id: ConcernId): Promise<void> {
  return onConcern(stage, who, id, async (attempt, { reference, mode, receivedAt }) => {
    const next = newsBy(stage.days.calendar, schoolDay(attempt.work.now));
    const lead = DEMO_PROFILE.safeguardingLead;
    const { slug } = await currentSchool(attempt.work);
    const address = `${attempt.origin}/s/${slug}`;
    const facts = { reference, mode, received: schoolDay(receivedAt), next, lead, address };
    await acknowledge(attempt, await acknowledgementText(attempt.work, facts));
  });
}

const STILL_AT_IT =
  'We are still looking into what you told us. We write to you here when it has been dealt with. Please tell us if something new happens.';

/** The reporter hears how it stands, as the acknowledgement promised. */
export function keepPosted(stage: Stage, who: CastKey, id: ConcernId): Promise<void> {
  return onConcern(stage, who, id, (attempt) => ask(attempt, STILL_AT_IT));
}

/** A concern ends without a case, in the words that the desk proposes. */
export function endWith(
  stage: Stage,
  who: CastKey,
  id: ConcernId,
  exit: ConcernExit,
  reason: string,
): Promise<void> {
  return onConcern(stage, who, id, (attempt) => endConcern(attempt, exit, reason, EXIT_WORDS[exit].message));
}
