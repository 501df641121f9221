import type { Stage } from '../cases/codes.ts';
import { contactHold } from '../cases/contact-hold.ts';
import { type Contact, recordContact } from '../cases/gather.ts';
import type { ContactHow } from '../cases/kinds.ts';
import type { CaseFile } from '../cases/read.ts';
import { addTask } from '../cases/tasks/store.ts';
import { TRANSITIONS } from '../cases/transitions.ts';
import type { Person } from '../cases/visibility.ts';
import { schoolDay } from '../platform/clock.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { trackMove } from '../sanctions/track.ts';
import { addSchoolDays } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import type { MeetingWay } from './plan.ts';
import type { Meeting } from './store.ts';

const HOW: Readonly<Record<MeetingWay, ContactHow>> = {
  school: 'in-person',
  online: 'video',
  phone: 'phone',
};

/** Whether the machine takes a contact with the parent now: before a decision, and while nothing is on hold. */
function takesContact(file: CaseFile): boolean {
  const { facts, state } = file;
  const { from } = TRANSITIONS['record-contact'];
  return from !== 'nothing' && from.includes(state) && facts.decision === undefined && !contactHold(file);
}

/** How far an outcome that is a meeting has come, while there is one. */
export async function tellStage(work: Work, person: Person, file: CaseFile, stage: Stage): Promise<void> {
  await trackMove(work, person, file, { instrument: 'meeting', stage });
}

/**
 * A meeting held counts as hearing the parent, and one they did not come to as a try to reach them, wherever the machine
 * asks for that (rule 7). What was said after a decision goes to the decider instead, before anything goes out.
 */
export async function countAsContact(
  work: Work,
  person: Person,
  file: CaseFile,
  { plan, startsAt }: Meeting,
  { kind, ownWords, words }: Pick<Contact, 'kind' | 'ownWords' | 'words'>,
): Promise<void> {
  if (takesContact(file)) {
    const happenedOn = schoolDay(startsAt ?? work.now);
    const contact = { kind, how: HOW[plan.how], happenedOn, replyBy: undefined, ownWords, words };
    await recordContact(work, person, file.id, contact);
  } else if (kind === 'heard' && file.state === 'decision' && file.facts.decider) {
    await taskFor(
      work,
      file,
      file.facts.decider,
      'Read the notes of the meeting before the outcome goes out',
    );
  }
}

const SOON = 2;

async function taskFor(work: Work, file: CaseFile, owner: MemberId, what: string): Promise<void> {
  const due = addSchoolDays(await schoolCalendar(work), schoolDay(work.now), SOON);
  await addTask(work, null, file.id, {
    what,
    reason: 'The parent was heard after the decision was taken.',
    owner,
    deputy: undefined,
    due,
  });
}

/** Actions that somebody of the school took on become their tasks. */
export async function tasksOfActions(
  work: Work,
  { member }: Person,
  { caseId, notes }: Meeting,
): Promise<void> {
  for (const { what, owner, by } of notes?.actions ?? []) {
    if (!owner) continue;
    await addTask(work, member, caseId, {
      what,
      reason: 'Agreed in a meeting with the parent.',
      owner,
      deputy: undefined,
      due: by,
    });
  }
}
