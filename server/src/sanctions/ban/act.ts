import { letterProblems } from '../../cases/case-letters.ts';
import type { CaseId } from '../../cases/ids.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import type { Person } from '../../cases/visibility.ts';
import { issueLetter } from '../../letters/issue.ts';
import type { LetterKind } from '../../letters/rules.ts';
import { outrun } from '../../people/last-change.ts';
import { listMembers } from '../../people/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { trackBan } from '../track.ts';
import { limitsOn } from './clock.ts';
import type { BanDeed } from './deeds.ts';
import { after } from './facts.ts';
import type { BanOutside } from './guards.ts';
import { letterFor } from './letters.ts';
import { type BanRefusal, banRefusalText } from './refusals.ts';
import { askBan } from './rules.ts';
import { appendBanEvent, type Ban, banOfCase, newBan } from './store.ts';

/** Something is still missing for an act; a form shows it beside its button. */
export class BanRefused extends Error {
  override readonly name = 'BanRefused';
  readonly refusals: readonly BanRefusal[];
  constructor(refusals: readonly BanRefusal[]) {
    super(refusals.map(({ code }) => code).join(' '));
    this.refusals = refusals;
  }
}

async function turnAway(work: Work, { id }: Ban, refusals: readonly BanRefusal[]): Promise<never> {
  const [first] = refusals;
  if (first?.code === 'not-yours' || first?.code === 'conflict') {
    throw new Refusal(403, banRefusalText(first), 'Go back to the case. Nothing was saved.');
  }
  if (first?.code === 'wrong-state') throw await outrun(work, `ban:${id}`, banRefusalText(first));
  throw new BanRefused(refusals);
}

const DRAFT_OF = (file: CaseFile, kind: LetterKind | undefined) =>
  file.letters.find((letter) => letter.kind === kind && letter.state === 'draft');

/** What the rules look at beside the ban's own chronology. */
export async function outsideOf(work: Work, file: CaseFile, ban: Ban, deed: BanDeed): Promise<BanOutside> {
  const draft = DRAFT_OF(file, letterFor(deed.act));
  const fit = draft && Object.keys(await letterProblems(work, file, draft)).length === 0;
  const named = deed.act === 'invite-review' ? deed.reviewer : undefined;
  const reviewer =
    named && (await listMembers(work)).find(({ id, state }) => id === named && state === 'active');
  return {
    case: file.facts,
    caseOutside: file.outside,
    plan: ban.plan,
    limits: limitsOn(await schoolCalendar(work), schoolDay(work.now)),
    letter: fit === undefined ? undefined : { fit },
    served: file.letters.some(
      ({ kind, state }) => (kind === 'ban-notice' || kind === 'ban-provisional') && state === 'given',
    ),
    reviewer: reviewer && { member: reviewer.id, roles: reviewer.roles },
  };
}

/** What an act writes with itself. */
interface ActOptions {
  readonly words?: string;
  /** The version of the letter that was looked at, for an act that a letter goes out with. */
  readonly letterVersion?: number | undefined;
}

/**
 * Does one thing with a case's ban: locks the case and the ban, asks the table, and writes the state, the entry, the
 * letter that goes out with it and the audit together.
 * @param make the deed, from the ban and its letter as they are under the lock
 * @throws Refusal 404, 403 or 409; BanRefused when a condition is not met
 */
export async function actOnBan(
  work: Work,
  person: Person,
  caseId: CaseId,
  make: (ban: Ban, file: CaseFile) => BanDeed,
  { words = '', letterVersion }: ActOptions = {},
): Promise<void> {
  const file = await caseFor(work, person, caseId, true);
  const ban = await banOfCase(work, caseId, true);
  if (!ban) throw notFound();
  await write(work, person, file, ban, make(ban, file), words, letterVersion);
}

/**
 * Begins to consider a ban for a case.
 * @throws Refusal 409 when one is under way; BanRefused when the policy has no such power (rule 3)
 */
export async function considerBan(work: Work, person: Person, caseId: CaseId): Promise<void> {
  const file = await caseFor(work, person, caseId, true);
  const before = await banOfCase(work, caseId, true);
  if (before && ['considered', 'notice-of-intent', 'provisional', 'active'].includes(before.standing)) {
    throw await outrun(work, `ban:${before.id}`, 'A ban is already being considered, or holds.');
  }
  await write(work, person, file, await newBan(work, caseId), { act: 'consider' }, '', undefined);
}

async function write(
  work: Work,
  person: Person,
  file: CaseFile,
  ban: Ban,
  deed: BanDeed,
  words: string,
  letterVersion: number | undefined,
): Promise<void> {
  const { facts } = ban;
  const answer = askBan({ person, deed, facts, outside: await outsideOf(work, file, ban, deed) });
  if (!answer.ok) return turnAway(work, ban, answer.refusals);
  const draft = DRAFT_OF(file, letterFor(deed.act));
  if (draft && letterVersion !== undefined) await issueLetter(work, draft, letterVersion, person.member);
  const next = after(facts, { deed, by: person.member, on: schoolDay(work.now) });
  await appendBanEvent(work, { ban, deed, person, to: answer.state, facts: next, words });
  await trackBan(work, person, file, deed);
}
