import type { CaseId } from '../../cases/ids.ts';
import { MEETING_WAY_TEXT, type MeetingNotes } from '../../meetings/plan.ts';
import { MEETING_ACT_TEXT } from '../../meetings/states.ts';
import { type Meeting, type MeetingEvent, meetingEvents, meetingsOf } from '../../meetings/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { formatDateTime, formatShortDate } from '../../ui/index.ts';
import { type PartOf, tagFor } from './case-part.ts';
import { linesOf, type Passage, passageOf } from './passage.ts';

const list = (points: readonly string[]): string => points.join('; ');

function invitation({ startsAt, replyBy, plan }: Meeting): string {
  return linesOf([
    [
      'When',
      startsAt
        ? formatDateTime(startsAt)
        : `not agreed; an answer was asked for by ${formatShortDate(replyBy)}`,
    ],
    ['How', MEETING_WAY_TEXT[plan.how]],
    ['Where', plan.place],
    ['What for', plan.purpose],
    ['What to talk about', list(plan.agenda)],
    ['Who was to come', list(plan.attendees)],
    ['Papers', list(plan.papers)],
  ]);
}

function notesText(notes: MeetingNotes): string {
  return linesOf([
    ['Who was there', list(notes.attended)],
    ['From', notes.began],
    ['Until', notes.ended],
    ['What the school said', list(notes.school)],
    ['What the parent said', list(notes.parent)],
    ['The parent’s account', notes.account],
    ['Agreed', list(notes.agreed)],
    ['Not agreed', list(notes.disagreed)],
    ['To be done', list(notes.actions.map(({ what, by }) => `${what} (by ${formatShortDate(by)})`))],
  ]);
}

/** A meeting as passages: the invitation (D4), the notes (D5) and what was written about it, the parent's comments too. */
export function meetingPassages(
  meeting: Meeting,
  story: readonly MeetingEvent[],
  part: PartOf,
): readonly Passage[] {
  const about = tagFor(part);
  const key = `meeting:${meeting.id}`;
  return [
    ...passageOf(key, 'Invitation to a meeting', invitation(meeting), about),
    ...(meeting.notes
      ? passageOf(`${key}:notes`, 'Notes of a meeting', notesText(meeting.notes), about)
      : []),
    ...story.flatMap(({ seq, at, act, words }) =>
      passageOf(`${key}:${seq}`, `${formatShortDate(schoolDay(at))}: ${MEETING_ACT_TEXT[act]}`, words, about),
    ),
  ];
}

/** The meetings of a case, passage by passage. */
export async function metPassages(work: Work, id: CaseId, part: PartOf): Promise<readonly Passage[]> {
  const passages: Passage[] = [];
  for (const meeting of await meetingsOf(work, id)) {
    passages.push(...meetingPassages(meeting, await meetingEvents(work, meeting.id), part));
  }
  return passages;
}
