import { act } from '../../cases/act.ts';
import { answerQuestion } from '../../cases/assess.ts';
import { draftCaseLetter } from '../../cases/case-letters.ts';
import { answerBy } from '../../cases/deadlines.ts';
import { type Decision, decideCase, issueFirstLetter, issueOutcome } from '../../cases/decide.ts';
import { type Contact, recordAccount, recordContact } from '../../cases/gather.ts';
import type { CaseId } from '../../cases/ids.ts';
import { citableClauses, openCase } from '../../cases/open-case.ts';
import { type Choice, QUESTION_IDS, type QuestionId } from '../../cases/questions.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import { channelOf } from '../../cases/where-it-was.tsx';
import type { ConcernId } from '../../concerns/rules.ts';
import type { Actor } from '../../concerns/standing.ts';
import { concernForCase } from '../../concerns/store.ts';
import { giveLetter } from '../../letters/delivery.ts';
import type { GivenBy, LetterKind } from '../../letters/rules.ts';
import { findLetter, issuedLetters } from '../../letters/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { policyInForceOn } from '../../policies/store.ts';
import type { CastKey } from '../people.ts';
import type { Stage } from './stage.ts';

/** What a case is opened with, beside its concern. */
export interface DemoMatter {
  readonly parent: {
    readonly name: string;
    readonly address: string;
    readonly email?: string;
    readonly phone?: string;
  };
  readonly affected?: { readonly sort: 'parent' | 'pupil' | 'other'; readonly name: string };
  /** Words of the clauses that are cited. */
  readonly clauses: readonly RegExp[];
  readonly allegation: string;
  /** The parent's own words, where no excerpt holds them. */
  readonly quoted?: string;
  readonly place: string;
}

/** Somebody opens a case from a concern. */
export function openFrom(stage: Stage, who: CastKey, id: ConcernId, matter: DemoMatter): Promise<CaseId> {
  return stage.as(who, async (work, staff) => {
    const concern = await concernForCase(work, staff, id);
    const policy = await policyInForceOn(work, concern.messageDay);
    const clauses = policy ? citableClauses(policy) : [];
    const { parent, affected, allegation, quoted, place } = matter;
    const own = concern.transcript.filter(({ bySubject }) => bySubject).map(({ text }) => text);
    return openCase(work, staff, {
      concern,
      messageDay: concern.messageDay,
      policy,
      clauseIds: clauses
        .filter(({ text }) => matter.clauses.some((words) => words.test(text)))
        .map((each) => each.id),
      subject: { part: 'subject', sort: 'parent', ...parent },
      affected,
      targets: [],
      interested: [],
      allegation,
      quoted: quoted ?? own.join('\n'),
      channel: channelOf(concern.place),
      place,
      safeguarding: false,
    });
  });
}

/** Somebody does something with a case, with the case as it stands on their page. */
export function onCase<T>(
  stage: Stage,
  who: CastKey,
  id: CaseId,
  doing: (work: Work, staff: Actor, file: CaseFile) => Promise<T>,
): Promise<T> {
  return stage.as(who, async (work, staff) => doing(work, staff, await caseFor(work, staff, id)));
}

/** Records what somebody involved told today. */
export function hear(
  stage: Stage,
  who: CastKey,
  id: CaseId,
  account: Omit<Parameters<typeof recordAccount>[3], 'givenOn'>,
): Promise<void> {
  return stage.as(who, (work, staff) =>
    recordAccount(work, staff, id, { ...account, givenOn: schoolDay(work.now) }),
  );
}

/** Begins to speak to the parent. */
export async function turnToParent(stage: Stage, who: CastKey, id: CaseId): Promise<void> {
  await stage.as(who, (work, staff) => act(work, staff, id, { act: 'start-contact' }));
}

/** Records a contact with the parent today, or a try. */
export function meet(
  stage: Stage,
  who: CastKey,
  id: CaseId,
  contact: Pick<Contact, 'kind' | 'how' | 'words'> & Partial<Contact>,
): Promise<void> {
  return stage.as(who, (work, staff) =>
    recordContact(work, staff, id, {
      happenedOn: schoolDay(work.now),
      replyBy: undefined,
      ownWords: false,
      ...contact,
    }),
  );
}

/** Writes the first letter to the parent, with times to choose from, and issues it. */
export async function inviteByLetter(
  stage: Stage,
  who: CastKey,
  id: CaseId,
  times: readonly string[],
): Promise<void> {
  const { origin } = stage.services;
  const letter = await onCase(stage, who, id, (work, staff, file) => {
    const replyBy = answerBy(stage.days.calendar, schoolDay(work.now));
    return draftCaseLetter(work, staff, file, 'first-contact', origin, { times, replyBy });
  });
  await stage.as(who, async (work, staff) => {
    const { version } = (await findLetter(work, letter)) ?? { version: 1 };
    await issueFirstLetter(work, staff, id, letter, version);
  });
}

/** The office records how an issued letter reached the parent. */
export function handOn(stage: Stage, id: CaseId, kind: LetterKind, how: GivenBy): Promise<void> {
  return stage.as('office', async (work, { member }) => {
    const issued = await issuedLetters(work, 'issued');
    const letter = issued.find((each) => each.caseId === id && each.kind === kind);
    if (!letter) throw notFound();
    await giveLetter(work, letter, how, schoolDay(work.now), member);
  });
}

/** Answers to all questions of an assessment; two of them have a choice beside their words. */
export type DemoAssessment = Readonly<Record<QuestionId, string>> & {
  readonly choices?: { readonly protected?: Choice; readonly equality?: Choice };
};

/** Assesses the case, question by question, and hands it over for a decision. */
export async function assess(
  stage: Stage,
  who: CastKey,
  id: CaseId,
  { choices, ...words }: DemoAssessment,
): Promise<void> {
  const chosen: Readonly<Partial<Record<QuestionId, Choice>>> = {
    protected: choices?.protected ?? 'none',
    equality: choices?.equality ?? 'nothing-raised',
  };
  await stage.as(who, (work, staff) => act(work, staff, id, { act: 'start-assessment' }));
  await stage.as(who, (work, staff) =>
    act(work, staff, id, { act: 'choose-handling', handling: 'conduct', words: 12 }),
  );
  for (const question of QUESTION_IDS) {
    await stage.as(who, (work, staff) =>
      answerQuestion(work, staff, id, question, {
        choice: chosen[question] ?? 'written',
        words: words[question],
      }),
    );
  }
}

/** The case goes to whoever decides it. */
export async function handOver(stage: Stage, who: CastKey, id: CaseId): Promise<void> {
  await stage.as(who, (work, staff) => act(work, staff, id, { act: 'hand-over' }));
}

/** What is decided: an outcome of the school's own policy, with reasons. */
export type DemoDecision = Pick<Decision, 'reasons'> &
  Partial<Pick<Decision, 'expected' | 'months'>> & {
    readonly outcome: 'no-further-action' | 'advice' | 'warning-letter';
  };

/** The Head decides. */
export async function decide(
  stage: Stage,
  id: CaseId,
  { outcome, ...decision }: DemoDecision,
): Promise<void> {
  await onCase(stage, 'head', id, (work, staff, { cited, version }) => {
    const step = cited.ladder.find(({ kind }) => kind === outcome);
    const key = step ? `step:${step.clauseId}` : outcome;
    const words = { expected: '', jumpReason: '', overrideReason: '', standing: 'none', months: undefined };
    return decideCase(
      work,
      staff,
      id,
      { ...words, ...decision, outcome: key },
      version,
      stage.services.origin,
    );
  });
}

/** The Head issues the outcome with its letter. */
export async function issue(stage: Stage, id: CaseId): Promise<void> {
  await onCase(stage, 'head', id, (work, staff, { version }) =>
    issueOutcome(work, staff, id, { version, letterVersion: undefined, origin: stage.services.origin }),
  );
}

/** It is recorded that the person the words were about was told that the matter was dealt with. */
export async function tellAffected(stage: Stage, who: CastKey, id: CaseId, note: string): Promise<void> {
  await stage.as(who, (work, staff) =>
    act(work, staff, id, { act: 'tell-affected', answer: 'told' }, { note }),
  );
}
