import type { Id } from '../../platform/ids.ts';

export type AnswerId = Id<'answer'>;

/** What somebody may say instead of signing: that they would rather not, or that they want to talk first (D20). */
export const ANSWER_KINDS = ['declined', 'talk'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** A refusal is noted and nothing more happens. A wish to talk waits, is somebody's, and ends with an outcome. */
export const ANSWER_STATES = ['noted', 'waiting', 'taken', 'ended'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** How a talk ended. */
export const TALK_OUTCOMES = ['talked', 'not-reached', 'passed-on'] as const;
export type TalkOutcome = (typeof TALK_OUTCOMES)[number];

export const OUTCOME_TEXT: Readonly<Record<TalkOutcome, string>> = {
  talked: 'We talked',
  'not-reached': 'We could not reach them',
  'passed-on': 'Passed on to somebody else',
};

/** How many school days the office has for a talk: the page tells the parent the day. */
export const TALK_DAYS = 5;

export const ANSWER_ACTS = ['take', 'end'] as const;
export type AnswerAct = (typeof ANSWER_ACTS)[number];

/** An act that does not fit where an answer stands. The message is for the office. */
export class AnswerStepRefused extends Error {
  override readonly name = 'AnswerStepRefused';
}

const NOTED = 'This is a refusal. It is noted, and nothing follows from it.';
const OVER = 'This talk has ended.';

type Step = { readonly to: AnswerState } | { readonly refused: string };
const STEPS: Readonly<Record<AnswerState, Readonly<Record<AnswerAct, Step>>>> = {
  noted: { take: { refused: NOTED }, end: { refused: NOTED } },
  waiting: { take: { to: 'taken' }, end: { refused: 'Say first who talks to them.' } },
  // Somebody else may take it over.
  taken: { take: { to: 'taken' }, end: { to: 'ended' } },
  ended: { take: { refused: OVER }, end: { refused: OVER } },
};

/** Where an answer stands when it has just come. */
export function firstState(kind: AnswerKind): AnswerState {
  return kind === 'declined' ? 'noted' : 'waiting';
}

/**
 * Where an answer stands after an act.
 * @throws AnswerStepRefused when the act does not fit
 */
export function answerAfter(state: AnswerState, act: AnswerAct): AnswerState {
  const step = STEPS[state][act];
  if ('refused' in step) throw new AnswerStepRefused(step.refused);
  return step.to;
}
