import type { CaseId } from '../cases/ids.ts';
import { caseColleagues } from '../cases/people-acts.ts';
import { type CaseFile, findCase } from '../cases/read.ts';
import { addTask } from '../cases/tasks/store.ts';
import { mayWork } from '../cases/visibility.ts';
import { schoolDay } from '../platform/clock.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { addSchoolDays } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { SENT_TEXT, type SentKind } from './kinds.ts';

/** Within how many school days somebody reads what a parent sent. The parent is told this day. */
const READ_WITHIN = 2;

/** By when somebody reads what a parent sends today. */
export async function readBy(work: Work) {
  return addSchoolDays(await schoolCalendar(work), schoolDay(work.now), READ_WITHIN);
}

/** Whose it is to read: the decider's once it bears on a decision, otherwise the handler's, or whoever may take it. */
async function ownerOf(work: Work, { facts }: CaseFile, kind: SentKind): Promise<MemberId | undefined> {
  const people = await caseColleagues(work, facts);
  const decides = kind === 'representation' || (kind === 'account' && facts.decision !== undefined);
  const first = decides ? [facts.decider, facts.handler] : [facts.handler, facts.decider];
  const there = first.find((member) => people.some((each) => each.member === member));
  return there ?? people.find((person) => mayWork(person, facts))?.member;
}

/** Gives somebody the task that follows from what a parent sent. */
export async function askHandler(work: Work, caseId: CaseId, kind: SentKind): Promise<void> {
  if (kind === 'no-needs') return;
  const file = await findCase(work, caseId);
  const owner = file && (await ownerOf(work, file, kind));
  if (!owner) return;
  await addTask(work, null, caseId, {
    what: SENT_TEXT[kind].task,
    reason: 'It came in on their own page, or on paper. The words are on “The parent’s own page”.',
    owner,
    deputy: undefined,
    due: await readBy(work),
  });
}
