import { draftCaseLetter } from '../cases/case-letters.ts';
import { answerBy } from '../cases/deadlines.ts';
import type { NameOf } from '../cases/names.ts';
import type { CaseFile } from '../cases/read.ts';
import type { Person } from '../cases/visibility.ts';
import type { LetterId } from '../letters/rules.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { formatDateTime } from '../ui/index.ts';
import { MEETING_WAY_TEXT } from './plan.ts';
import type { Meeting } from './store.ts';

/** Where a meeting is: a room, or how to join. */
export function whereOf({ plan: { how, place } }: Pick<Meeting, 'plan'>): string {
  return place === '' ? MEETING_WAY_TEXT[how] : `${MEETING_WAY_TEXT[how]}: ${place}`;
}

/** "About 45 minutes". */
export const lengthOf = ({ minutes }: Pick<Meeting, 'minutes'>): string => `About ${minutes} minutes`;

/** Begins the letter that invites to a meeting (D4). */
export async function draftInvitation(
  work: Work,
  person: Person,
  file: CaseFile,
  meeting: Meeting,
  origin: string,
): Promise<LetterId> {
  const [first, ...others] = meeting.slots.map((slot) => formatDateTime(slot));
  const { purpose, agenda, attendees, papers } = meeting.plan;
  return draftCaseLetter(work, person, file, 'meeting-invitation', origin, {
    replyBy: meeting.replyBy,
    meeting: {
      purpose,
      agenda,
      attendees,
      papers,
      when: first ?? '',
      where: whereOf(meeting),
      length: lengthOf(meeting),
      otherTimes: others,
    },
  });
}

/** Begins the copy of the notes for the parent (D5), with room for their corrections. */
export async function draftNotes(
  work: Work,
  person: Person,
  file: CaseFile,
  { notes, startsAt }: Meeting,
  name: NameOf,
  origin: string,
): Promise<LetterId | undefined> {
  if (!notes || !startsAt) return undefined;
  const commentBy = answerBy(await schoolCalendar(work), schoolDay(work.now));
  return draftCaseLetter(work, person, file, 'meeting-notes', origin, {
    meetingNotes: {
      heldOn: schoolDay(startsAt),
      attendees: notes.attended,
      began: notes.began,
      ended: notes.ended,
      schoolPoints: notes.school,
      parentPoints: notes.parent,
      account: notes.account,
      agreed: notes.agreed,
      disagreed: notes.disagreed,
      actions: notes.actions.map(({ what, owner, by }) => ({ what, owner: owner ? name(owner) : 'You', by })),
      corrections: '',
      commentBy,
    },
  });
}
