import { issueLetter } from '../letters/issue.ts';
import type { LetterId, LetterKind, Signed } from '../letters/rules.ts';
import { LETTER_KINDS, SIDE_LETTERS } from '../letters/rules.ts';
import { withdrawDrafts } from '../letters/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { readSchedule } from '../privacy/retention/schedule.ts';
import { act } from './act.ts';
import { draftCaseLetter, letterProblems } from './case-letters.ts';
import { type DecisionText, keepDecision, setDecisionAside, signDecision } from './decisions.ts';
import { countWords } from './deeds.ts';
import type { CaseFacts } from './facts.ts';
import { isUntold } from './hearing.ts';
import type { CaseId } from './ids.ts';
import { findOutcome, NO_FURTHER_ACTION, type Outcome } from './outcomes.ts';
import type { CaseFile } from './read.ts';
import { sendReminder } from './reminder.ts';
import { keepUntil, LINE_OF } from './retention.ts';
import type { Person } from './visibility.ts';

const OUTCOME_LETTERS: readonly LetterKind[] = LETTER_KINDS.filter(
  (kind) => kind !== 'first-contact' && kind !== 'review' && !SIDE_LETTERS.has(kind),
);

/** What the decider writes. */
export interface Decision extends Omit<DecisionText, 'label' | 'expiresOn'> {
  /** How long a warning counts. */
  readonly months: number | undefined;
}

const wordsOf = ({ reasons, jumpReason, overrideReason }: Decision) => ({
  reasons: countWords(reasons),
  jump: countWords(jumpReason),
  override: countWords(overrideReason),
});

/**
 * Takes a decision, and begins its letter. It can be withdrawn until it is issued.
 * @param version the version the form was shown for: of two deciders at once, one is told what changed
 * @returns the letter's draft; nothing where no letter is due
 * @throws CaseRefused when a condition is not met
 */
export async function decideCase(
  work: Work,
  person: Person,
  caseId: CaseId,
  decision: Decision,
  version: number,
  origin: string,
): Promise<LetterId | undefined> {
  const words = wordsOf(decision);
  const { outcome: key, standing } = decision;
  const { file, facts } = await act(
    work,
    person,
    caseId,
    key === NO_FURTHER_ACTION
      ? { act: 'decide-nothing', words: { reasons: words.reasons, override: words.override } }
      : { act: 'decide', outcome: key, standing, months: decision.months ?? null, words },
    { version },
  );
  const outcome = findOutcome(file.cited.ladder, key);
  if (!outcome) throw new Error('The table let an outcome through that the policy does not have.');
  const today = schoolDay(work.now);
  const warns = outcome.letter === 'warning' && decision.months !== undefined;
  const expiresOn = warns ? today.add({ months: decision.months ?? 0 }) : undefined;
  const topic = outcome.kind === 'reminder' ? (decision.topic ?? 'purpose') : undefined;
  await keepDecision(work, caseId, person.member, { ...decision, label: outcome.label, expiresOn, topic });
  return draftOutcomeLetter(work, person, { ...file, facts }, outcome, origin);
}

async function draftOutcomeLetter(
  work: Work,
  person: Person,
  file: CaseFile,
  outcome: Outcome,
  origin: string,
): Promise<LetterId | undefined> {
  const { letter } = outcome;
  if (!letter || isUntold(outcome, file.facts, file.outside)) return undefined;
  const quiet = 'no-further-action';
  const { months } = (await readSchedule(work))[LINE_OF[quiet]];
  const until = letter === quiet ? { keptUntil: keepUntil(quiet, schoolDay(work.now), months) } : {};
  return draftCaseLetter(work, person, file, letter, origin, until);
}

/** Withdraws a decision before it is issued; its draft letter goes with it. */
export async function withdrawDecision(
  work: Work,
  person: Person,
  caseId: CaseId,
  version: number,
): Promise<void> {
  await act(work, person, caseId, { act: 'withdraw-decision' }, { version });
  await setDecisionAside(work, caseId);
  await withdrawDrafts(work, caseId, OUTCOME_LETTERS);
}

/** Clears away what a decision left when the rules undid it: its decider left the case. */
export async function clearUndone(work: Work, before: CaseFacts, now: CaseFacts, id: CaseId): Promise<void> {
  if (!before.decision || now.decision) return;
  await setDecisionAside(work, id);
  await withdrawDrafts(work, id, OUTCOME_LETTERS);
}

/** Signs beside an investigator who decided (rule 11). */
export async function countersign(
  work: Work,
  person: Person,
  caseId: CaseId,
  version: number,
): Promise<void> {
  await act(work, person, caseId, { act: 'countersign' }, { version });
  await signDecision(work, caseId, person.member);
}

/** What a letter must still be given before it can go out; a form shows it beside its button. */
export class LetterUnfit extends Error {
  override readonly name = 'LetterUnfit';
}

/**
 * Issues the outcome: the state, the letter's files and its hashes, together or not at all.
 * @param shown the versions of the case and of the letter that were looked at
 * @throws LetterUnfit when a part of the letter is missing or holds what it must not
 */
export async function issueOutcome(
  work: Work,
  person: Person,
  caseId: CaseId,
  shown: {
    readonly version: number;
    readonly letterVersion: number | undefined;
    readonly origin: string;
    readonly signed?: Signed;
  },
): Promise<void> {
  const { file } = await act(work, person, caseId, { act: 'issue' }, { version: shown.version });
  await sendReminder(work, person, file, shown.origin);
  const letter = outcomeDraft(file);
  if (!letter) return;
  const problems = await letterProblems(work, file, letter);
  if (Object.keys(problems).length > 0) throw new LetterUnfit();
  await issueLetter(work, letter, shown.letterVersion ?? letter.version, person.member, shown.signed);
}

/** The draft that tells the outcome. */
export function outcomeDraft({ letters, cited, facts }: Pick<CaseFile, 'letters' | 'cited' | 'facts'>) {
  const outcome = findOutcome(cited.ladder, facts.decision?.outcome ?? '');
  return letters.find(({ kind, state }) => kind === outcome?.letter && state === 'draft');
}

/** Issues a first-contact letter: it can go out as soon as it is fit to. */
export async function issueFirstLetter(
  work: Work,
  person: Person,
  caseId: CaseId,
  letterId: LetterId,
  letterVersion: number,
  signed?: Signed,
): Promise<void> {
  const find = ({ letters }: Pick<CaseFile, 'letters'>) =>
    letters.find(({ id, kind }) => id === letterId && kind === 'first-contact');
  const { file } = await act(work, person, caseId, (opened) => {
    const replyBy = find(opened)?.replyBy;
    if (!replyBy) throw notFound();
    return { act: 'write-first-letter', replyBy };
  });
  const letter = find(file);
  if (!letter) throw notFound();
  const problems = await letterProblems(work, file, letter);
  if (Object.keys(problems).length > 0) throw new LetterUnfit();
  await issueLetter(work, letter, letterVersion, person.member, signed);
}
