import { Temporal } from 'temporal-polyfill';
import { askContactHold } from '../cases/ask-hold.ts';
import type { CaseId } from '../cases/ids.ts';
import { type CaseFile, caseFor } from '../cases/read.ts';
import { isParent, mayWork, type Person } from '../cases/visibility.ts';
import { outrun } from '../people/last-change.ts';
import { changedMeanwhile, notAllowed, notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { mailNews } from '../subject/mail.ts';
import { countAsContact, tasksOfActions, tellStage } from './effects.ts';
import type { MeetingId } from './ids.ts';
import type { MeetingNotes } from './plan.ts';
import {
  MEETING_TEXT,
  MEETING_TRANSITIONS,
  type MeetingAct,
  type MeetingState,
  PARENT_ACTS,
} from './states.ts';
import { changeMeeting, findMeeting, keepMeeting, type Meeting, type NewMeeting } from './store.ts';

interface Found {
  readonly file: CaseFile;
  readonly was: Meeting;
  readonly to: MeetingState;
}

/** Which meeting, as its page showed it: when somebody was quicker, the other is told. */
export interface Which {
  readonly caseId: CaseId;
  readonly id: MeetingId;
  /** Left out for what the parent does: their page shows it as it is. */
  readonly version?: number | undefined;
}

/** Whoever looks into a case arranges its meetings, or the one who decides it. */
export function mayArrange(person: Person, { facts }: CaseFile): boolean {
  return mayWork(person, facts) || facts.decider === person.member;
}

const { compare } = Temporal.Instant;

/**
 * A meeting under its lock, and the case under its own, for an act that fits.
 * @throws Refusal 404 when there is none, 403 for somebody else's act, 409 when it has moved on
 */
async function take(
  work: Work,
  person: Person,
  which: Which,
  act: Exclude<MeetingAct, 'offer'>,
): Promise<Found> {
  const file = await caseFor(work, person, which.caseId, true);
  const was = await findMeeting(work, which.caseId, which.id, true);
  if (!was) throw notFound();
  const theirs = isParent(person) ? PARENT_ACTS.has(act) : act !== 'comment' && mayArrange(person, file);
  if (!theirs) throw notAllowed();
  const to = MEETING_TRANSITIONS[was.state][act];
  if (to === null || (which.version !== undefined && which.version !== was.version)) {
    const what = `Somebody else was quicker: the meeting stands at “${MEETING_TEXT[was.state].name}” now.`;
    throw await outrun(work, `case:${which.caseId}`, what);
  }
  return { file, was, to };
}

/** The meeting has not begun yet, so it was neither held nor missed. */
function begun({ startsAt }: Meeting, now: Temporal.Instant): void {
  if (startsAt && compare(startsAt, now) <= 0) return;
  throw new Refusal(409, 'This meeting has not begun yet.', 'Come back to this page once it has.');
}

/**
 * Offers a meeting: it stands on the parent's page from now on.
 * @throws Refusal 403 for somebody who does not work on the case, 409 while nothing may go to the parent
 */
export async function offerMeeting(
  work: Work,
  person: Person,
  caseId: CaseId,
  offered: NewMeeting,
  origin: string,
): Promise<{ readonly meeting: Meeting; readonly file: CaseFile }> {
  const file = await caseFor(work, person, caseId, true);
  if (!mayArrange(person, file)) throw notAllowed();
  askContactHold(file);
  const meeting = await keepMeeting(work, person, caseId, offered);
  await tellStage(work, person, file, 'begun');
  await mailNews(work, caseId, origin);
  return { meeting, file };
}

/**
 * Chooses one of the times, by the parent or as they told somebody.
 * @throws Refusal 409 when that time has passed or is offered no more
 */
export async function chooseTime(
  work: Work,
  person: Person,
  which: Which,
  slot: Temporal.Instant,
): Promise<Meeting> {
  const { file, was, to } = await take(work, person, which, 'choose');
  if (!was.slots.some((each) => each.equals(slot)) || compare(slot, work.now) <= 0) {
    throw changedMeanwhile('This time is not offered any more.');
  }
  await changeMeeting(work, person, was, 'choose', { state: to, startsAt: slot, remindedAt: null }, '');
  await tellStage(work, person, file, 'told');
  return { ...was, state: to, startsAt: slot };
}

/**
 * Offers other times instead, with the reason.
 * @throws Refusal 409 while nothing may go to the parent
 */
export async function moveMeeting(
  work: Work,
  person: Person,
  which: Which,
  { slots, replyBy, why }: Pick<NewMeeting, 'slots' | 'replyBy'> & { readonly why: string },
  origin: string,
): Promise<void> {
  const { file, was, to } = await take(work, person, which, 'move');
  askContactHold(file);
  const change = { state: to, slots, replyBy, startsAt: null, remindedAt: null };
  await changeMeeting(work, person, was, 'move', change, why);
  await mailNews(work, which.caseId, origin);
}

/** Calls it off, with the reason; while the matter is on hold it is called off too, and no mail goes. */
export async function cancelMeeting(
  work: Work,
  person: Person,
  which: Which,
  why: string,
  origin: string,
): Promise<void> {
  const { file, was, to } = await take(work, person, which, 'cancel');
  await changeMeeting(work, person, was, 'cancel', { state: to }, why);
  await tellStage(work, person, file, 'ended');
  await mailNews(work, which.caseId, origin);
}

/** Records that the parent did not come: a try to reach them, and nothing that is held against them. */
export async function missMeeting(work: Work, person: Person, which: Which, what: string): Promise<void> {
  const { file, was, to } = await take(work, person, which, 'miss');
  begun(was, work.now);
  await changeMeeting(work, person, was, 'miss', { state: to }, what);
  await countAsContact(work, person, file, was, { kind: 'attempt', ownWords: false, words: what });
}

/**
 * Writes the notes. The first time, that the meeting was held is recorded with them, and the parent counts as heard.
 * @param ownWords the parent says that the words are theirs
 */
export async function writeNotes(
  work: Work,
  person: Person,
  which: Which,
  notes: MeetingNotes,
  ownWords: boolean,
): Promise<void> {
  const before = await findMeeting(work, which.caseId, which.id);
  const first = before?.state === 'agreed';
  const { file, was, to } = await take(work, person, which, first ? 'hold' : 'write');
  if (first) begun(was, work.now);
  await changeMeeting(work, person, was, first ? 'hold' : 'write', { state: to, notes }, '');
  if (!first) return;
  await countAsContact(work, person, file, was, { kind: 'heard', ownWords, words: notes.account });
  await tellStage(work, person, file, 'settled');
}

/**
 * Shares the notes with the parent, who can comment; what somebody took on becomes their task.
 * @throws Refusal 409 while nothing may go to the parent
 */
export async function shareNotes(
  work: Work,
  person: Person,
  which: Which,
  origin: string,
): Promise<{ readonly meeting: Meeting; readonly file: CaseFile }> {
  const { file, was, to } = await take(work, person, which, 'share');
  askContactHold(file);
  await changeMeeting(work, person, was, 'share', { state: to }, '');
  await tasksOfActions(work, person, was);
  await mailNews(work, which.caseId, origin);
  return { meeting: { ...was, state: to }, file };
}

/** Keeps what the parent says about the notes beside them, in their words. */
export async function commentOnNotes(work: Work, person: Person, which: Which, words: string): Promise<void> {
  const { was, to } = await take(work, person, which, 'comment');
  await changeMeeting(work, person, was, 'comment', { state: to }, words);
}
