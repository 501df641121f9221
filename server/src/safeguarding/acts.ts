import type { Temporal } from 'temporal-polyfill';
import { release } from '../concerns/desk/acts.ts';
import type { Attempt } from '../concerns/desk/attempt.ts';
import { allege } from '../concerns/desk/safety.ts';
import type { MemberId } from '../platform/ids.ts';
import { Refusal } from '../platform/web/refusal.ts';
import { openWorkspace } from './access.ts';
import { type ActionId, DECISION_NAMES, type Decision, type RecordSystem, SYSTEM_NAMES } from './kinds.ts';
import { addAction, finishAction, keepDecision, keepPointer, writeEntry } from './store.ts';

/**
 * Keeps what was decided and why, and takes the hold off when that is wanted.
 * @throws Refusal 409 when the hold is not on, or an allegation has not been told to the designated officer
 */
export async function decide(
  attempt: Attempt,
  decision: Decision,
  rationale: string,
  releases: boolean,
): Promise<void> {
  const { work, staff, id } = attempt;
  await openWorkspace(work, staff, id);
  await writeEntry(work, id, staff.member, 'decision', `${DECISION_NAMES[decision]}\n\n${rationale}`);
  await keepDecision(work, id, decision);
  if (releases) await release(attempt, rationale);
}

/** Writes into the chronology. */
export async function note({ work, staff, id }: Attempt, words: string): Promise<void> {
  await openWorkspace(work, staff, id);
  await writeEntry(work, id, staff.member, 'note', words);
}

/** Keeps where the child's own record is. */
export async function point(
  { work, staff, id }: Attempt,
  system: RecordSystem,
  number: string,
): Promise<void> {
  await openWorkspace(work, staff, id);
  await writeEntry(work, id, staff.member, 'pointer', `${SYSTEM_NAMES[system]}: ${number}`);
  await keepPointer(work, id, system, number);
}

/**
 * Gives somebody something to do.
 * @throws Refusal 409 when they do not share this room
 */
export async function giveToDo(
  { work, staff, id }: Attempt,
  action: { readonly what: string; readonly member: MemberId; readonly due: Temporal.PlainDate },
): Promise<void> {
  const { people } = await openWorkspace(work, staff, id);
  if (!people.some((each) => each.id === action.member)) {
    throw new Refusal(409, 'This person does not share this room.', 'Go back and choose somebody who does.');
  }
  await writeEntry(work, id, staff.member, 'action', action.what);
  await addAction(work, id, action);
}

/** Marks something as done. */
export async function finish({ work, staff, id }: Attempt, action: ActionId): Promise<void> {
  await openWorkspace(work, staff, id);
  await writeEntry(work, id, staff.member, 'done', await finishAction(work, id, action));
}

/** Marks it as an allegation about an adult who works with children (rule 13). */
export async function markAllegation(attempt: Attempt, why: string): Promise<void> {
  const { work, staff, id } = attempt;
  await openWorkspace(work, staff, id);
  await writeEntry(work, id, staff.member, 'allegation', why);
  await allege(attempt, why);
}
