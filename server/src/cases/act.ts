import { and, eq } from 'drizzle-orm';
import type { LetterAccess } from '../letters/access.ts';
import { setLetterAccess } from '../letters/change.ts';
import { outrun } from '../people/last-change.ts';
import { listMembers } from '../people/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { changedMeanwhile, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { formatDateTime } from '../ui/index.ts';
import { nextDue } from './deadlines.ts';
import type { Deed } from './deeds.ts';
import type { CaseFacts } from './facts.ts';
import type { CaseId } from './ids.ts';
import { namesOf } from './names.ts';
import { type CaseFile, caseFor, noteCell } from './read.ts';
import { type CaseRefusal, type RefusalCode, refusalText } from './refusals.ts';
import { after } from './replay.ts';
import { ask } from './rules.ts';
import { writeSight } from './sight.ts';
import { deedText } from './story.ts';
import { caseEvent, conductCase } from './tables.ts';
import { conflictOf, isRestricted, memberOf, type Person, seesCase } from './visibility.ts';

/** An act that something is still missing for; a form shows it beside its button. */
export class CaseRefused extends Error {
  override readonly name = 'CaseRefused';
  readonly refusals: readonly CaseRefusal[];
  constructor(refusals: readonly CaseRefusal[]) {
    super(refusals.map(({ code }) => code).join(' '));
    this.refusals = refusals;
  }
}

/** Turns away what cannot be mended on the form: another's step, or a case that has moved on. */
async function turnAway(work: Work, { id }: CaseFile, refusals: readonly CaseRefusal[]): Promise<never> {
  const [first] = refusals;
  if (first?.code === 'not-yours' || first?.code === 'conflict') {
    throw new Refusal(403, refusalText(first), 'Go back to the case. Nothing was saved.');
  }
  if (first?.code === 'wrong-state' || first?.code === 'decided-already') {
    throw await outrun(work, `case:${id}`, refusalText(first));
  }
  throw new CaseRefused(refusals);
}

/** What an act writes with itself. */
export interface ActOptions {
  /** The version the form was shown for, where two people could act at once. */
  readonly version?: number | undefined;
  /** Words that belong to the entry itself. */
  readonly note?: string | undefined;
  /** How the case is found: by whoever may see it, unless somebody keeps its record. */
  readonly find?: ((work: Work, person: Person, id: CaseId) => Promise<CaseFile>) | undefined;
  /** What else of the case's own row changes with it. */
  readonly row?: ((file: CaseFile) => Partial<typeof conductCase.$inferInsert>) | undefined;
}

/** The deed, or how it is made from the case as it is under the lock. */
type Make = Deed | ((file: CaseFile) => Deed | Promise<Deed>);

/** What an act found, and what it left. */
export interface Acted {
  readonly file: CaseFile;
  readonly facts: CaseFacts;
  readonly seq: number;
}

/** Somebody did something else meanwhile, and the act can still be done: its form says what changed, and asks again. */
export class CaseMoved extends Refusal {
  /** The version that the person has been told of with this. */
  readonly version: number;
  constructor(since: string, version: number) {
    super(409, since, 'Go back to the case and look at what changed.');
    this.version = version;
  }
}

/**
 * What somebody does not know of who opened a case's page before: each thing that was done since, by whom, and when.
 * @param possible whether what they want to do can still be done
 */
async function movedOn(
  work: Work,
  { version, events }: CaseFile,
  shown: number,
  possible: boolean,
): Promise<Refusal> {
  const name = await namesOf(work);
  const since = events
    .filter(({ seq }) => seq > shown)
    .map(({ deed, by, at }) => `${deedText(deed)} (${name(by)}, ${formatDateTime(at)})`);
  const what = `Somebody else was quicker. Since you opened the page: ${since.join('; ') || 'the case changed'}.`;
  return possible ? new CaseMoved(what, version) : changedMeanwhile(what);
}

/** Whether the table lets somebody do something with a case as it stands, whatever else is missing. */
async function fitsState(person: Person, file: CaseFile, make: Make): Promise<boolean> {
  const deed = typeof make === 'function' ? await make(file) : make;
  const answer = ask({ person, deed, facts: file.facts, outside: file.outside });
  return answer.ok || !answer.refusals.some(({ code }) => STATE_REFUSALS.has(code));
}

const STATE_REFUSALS: ReadonlySet<RefusalCode> = new Set([
  'wrong-state',
  'decided-already',
  'not-yours',
  'conflict',
]);

/** Who may print the letters of a case: nobody with a conflict; past the Head or governors, and after a quiet end, only its own people. */
export async function letterAccess(work: Work, facts: CaseFacts): Promise<LetterAccess> {
  const members = await listMembers(work);
  const people = members.map(({ id, roles }): Person => ({ member: id, roles }));
  return {
    hiddenFrom: people.filter((person) => conflictOf(person, facts)).map(({ member }) => member),
    openTo: people.filter((person) => seesCase(person, facts)).map(({ member }) => member),
    restricted: facts.opening?.route !== 'ordinary' || isRestricted(facts),
  };
}

const lockedCase = (work: Work, person: Person, id: CaseId) => caseFor(work, person, id, true);

/** Acts that change who has a part in the case. */
const CHANGES_PEOPLE: ReadonlySet<Deed['act']> = new Set([
  'declare-interest',
  'name-decider',
  'appoint',
  'ask-review',
  'name-reviewer',
  'reopen',
]);

/** Whether an act changes who sees the case: naming who reviews a ban does, and a quiet end; other such steps do not. */
const changesPeople = (deed: Deed): boolean =>
  CHANGES_PEOPLE.has(deed.act) ||
  (deed.act === 'track' && deed.reviewer !== undefined) ||
  (deed.act === 'close' && deed.retention === 'no-further-action');

/**
 * Does one thing with a case: locks it, asks the table, and writes the new state, the entry of the chronology and the
 * audit together.
 * @param make the deed, from the case as it is under the lock
 * @throws Refusal 404, 403 or 409; CaseRefused when a condition is not met
 */
export async function act(
  work: Work,
  person: Person,
  id: CaseId,
  make: Make,
  { version, note, row, find = lockedCase }: ActOptions = {},
): Promise<Acted> {
  const file = await find(work, person, id);
  if (version !== undefined && version !== file.version) {
    // What cannot be made any more cannot be done any more.
    const possible = await fitsState(person, file, make).catch(() => false);
    throw await movedOn(work, file, version, possible);
  }
  const deed = typeof make === 'function' ? await make(file) : make;
  const answered = ask({ person, deed, facts: file.facts, outside: file.outside });
  if (!answered.ok) return turnAway(work, file, answered.refusals);
  const facts = after(file.facts, { deed, by: person.member, on: schoolDay(work.now) });
  const seq = file.version + 1;
  await appendEvent(work, id, { seq, deed, person, from: file.state, to: answered.state, note });
  const due = nextDue(facts, await schoolCalendar(work), schoolDay(work.now));
  await work.queries
    .update(conductCase)
    .set({ ...row?.(file), state: answered.state, version: seq, due: due ?? null, sight: writeSight(facts) })
    .where(and(eq(conductCase.schoolId, work.school), eq(conductCase.id, id)));
  if (changesPeople(deed) && file.letters.length > 0) {
    await setLetterAccess(work, id, await letterAccess(work, facts));
  }
  return { file, facts, seq };
}

interface NewEvent {
  readonly seq: number;
  readonly deed: Deed;
  readonly person: Person;
  readonly from: CaseFile['state'] | null;
  readonly to: CaseFile['state'];
  readonly note?: string | undefined;
}

/** Writes one entry of a chronology, with its audit. */
export async function appendEvent(work: Work, id: CaseId, event: NewEvent): Promise<void> {
  const { seq, deed, person, from, to, note = '' } = event;
  await work.queries.insert(caseEvent).values({
    schoolId: work.school,
    caseId: id,
    seq,
    at: work.now,
    memberId: memberOf(person),
    deed,
    fromState: from,
    toState: to,
    note: note === '' ? null : work.keys.seal(noteCell(id, seq), note),
  });
  work.audit({ act: `case.${PAST[deed.act]}`, object: `case:${id}`, detail: { seq, state: to } });
}

/** What the audit calls each act: a verb in the past. */
const PAST: Readonly<Record<Deed['act'], string>> = {
  open: 'opened',
  'record-account': 'account-recorded',
  'start-contact': 'contact-started',
  'write-first-letter': 'first-letter-issued',
  'record-contact': 'contact-recorded',
  'start-assessment': 'assessment-started',
  answer: 'question-answered',
  'hand-over': 'handed-over',
  'send-back': 'sent-back',
  decide: 'decided',
  'decide-nothing': 'decided',
  'withdraw-decision': 'decision-withdrawn',
  countersign: 'countersigned',
  issue: 'outcome-issued',
  'tell-affected': 'affected-told',
  'set-follow-up': 'follow-up-set',
  close: 'closed',
  'declare-interest': 'interest-declared',
  'name-decider': 'decider-named',
  appoint: 'appointed',
  'choose-handling': 'handling-chosen',
  'take-clear-step': 'clear-step-taken',
  'record-needs': 'needs-recorded',
  'offer-support': 'support-recorded',
  'ask-referral': 'referral-prepared',
  'approve-referral': 'referral-approved',
  'decline-referral': 'referral-given-up',
  'make-referral': 'referral-made',
  'hold-for-police': 'police-hold-begun',
  'release-police-hold': 'police-hold-ended',
  'ask-lawyer': 'legal-advice-asked',
  'record-advice': 'legal-advice-recorded',
  track: 'instrument-moved',
  'ask-review': 'review-asked',
  'name-reviewer': 'reviewer-named',
  'decide-review': 'review-decided',
  reopen: 'reopened',
  'parent-wrote': 'parent-wrote',
  'parent-asked': 'parent-asked',
  retain: 'retained',
  erase: 'erased',
};
