import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import { type Attempt, seen } from '../desk/attempt.ts';
import { tell } from '../events.ts';
import { refusedBecause } from '../obstacles.ts';
import { mailReporter } from '../reporter-mail.ts';
import { type ConcernRow, declaredClear } from '../standing.ts';
import { change } from '../store.ts';
import { type Ground, isEnough, isSafeguarding, type MarkDays } from './rules.ts';
import { agreeMark, dropMark, keepMark, markOn } from './store.ts';

/** What somebody says who wants a reporter marked. */
export interface MarkAnswer {
  readonly ground: Ground;
  readonly note: string;
  readonly message: string;
  readonly days: MarkDays;
}

async function taken(attempt: Attempt): Promise<ConcernRow> {
  const { row, standings, sight } = await seen(attempt);
  if (sight !== 'read') throw notFound();
  if (!declaredClear(standings, attempt.staff.member)) throw refusedBecause('declare-first');
  return row;
}

/**
 * Marks the reporter of a concern as one who used reports to abuse. It counts at once where the Head asks, and once a
 * second person agrees where somebody else does. It stops and delays nothing; whoever reads the next report from the same
 * address may see it, and the reporter reads why, until when, and how to complain.
 * @throws Refusal 409 for a report that tells of a child at risk, or one that is marked already
 */
export async function mark(attempt: Attempt, { ground, note, message, days }: MarkAnswer): Promise<void> {
  const { work, staff, id } = attempt;
  const row = await taken(attempt);
  if (isSafeguarding({ ...row, screened: row.screenedAt !== null, allegation: row.allegation !== null })) {
    throw new Refusal(
      409,
      'Nobody is marked for a report that may be about a child at risk.',
      'Nothing was saved. Answer it as a report like any other.',
    );
  }
  if (await markOn(work, id)) throw await outrun(work, `concern:${id}`, 'This concern is marked already.');
  const agreed = isEnough(staff.roles, row.route);
  const expiresOn = schoolDay(work.now).add({ days });
  await keepMark(work, row, { ground, note, message, expiresOn, askedBy: staff.member, agreed });
  await told(attempt, row, agreed ? 'marked' : 'mark-asked', note);
}

/**
 * Agrees to a mark that somebody else asked for.
 * @throws Refusal 409 when they asked for it themselves
 */
export async function agree(attempt: Attempt): Promise<void> {
  const { work, staff, id } = attempt;
  const row = await taken(attempt);
  const found = await markOn(work, id);
  if (!found || found.agreed)
    throw await outrun(work, `concern:${id}`, 'No mark waits for a second person here.');
  if (found.askedBy === staff.member) {
    throw new Refusal(409, 'You asked for this mark yourself.', 'Somebody else has to agree to it.');
  }
  await agreeMark(work, found.id, staff.member);
  await told(attempt, row, 'marked', '');
}

/** Takes a mark off, or turns down one that was asked for. */
export async function unmark(attempt: Attempt, why: string): Promise<void> {
  const { work, id } = attempt;
  const row = await taken(attempt);
  if (!(await markOn(work, id)))
    throw await outrun(work, `concern:${id}`, 'There is no mark on this concern any more.');
  await dropMark(work, id);
  await told(attempt, row, 'unmarked', why);
}

async function told(
  { work, staff, id, origin }: Attempt,
  row: ConcernRow,
  kind: 'mark-asked' | 'marked' | 'unmarked',
  note: string,
): Promise<void> {
  await change(work, row, {});
  await tell(work, id, { kind, member: staff.member, note });
  if (kind !== 'mark-asked') await mailReporter(work, id, origin);
  work.audit({ act: `concern.${kind}`, object: `concern:${id}` });
}
