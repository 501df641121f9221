import type { Temporal } from 'temporal-polyfill';
import type { LetterKind, LetterState } from '../letters/rules.ts';
import type { Deed } from './deeds.ts';
import { type CaseFacts, ladderOf } from './facts.ts';
import { findOutcome, type Outcome } from './outcomes.ts';
import type { CaseRefusal } from './refusals.ts';
import type { Person } from './visibility.ts';

/** What the rules look at beside the case's own chronology. */
export interface Outside {
  readonly today: Temporal.PlainDate;
  /** The safeguarding hold is on (rule 12). */
  readonly held: boolean;
  /** The concern is about a group on the register, so that its moderators can be written to. */
  readonly hasGroup: boolean;
  readonly letters: readonly {
    readonly kind: LetterKind;
    readonly state: LetterState;
    readonly replyBy: Temporal.PlainDate | undefined;
  }[];
}

/** One question to the table: who wants to do what, with the case as it is. */
export interface Request {
  readonly person: Person;
  readonly deed: Deed;
  readonly facts: CaseFacts;
  readonly outside: Outside;
}

/** A condition: its refusal, or nothing when it is met. */
export type Guard = (request: Request) => CaseRefusal | undefined;
/** A condition as the table asks it: everything that is missing. */
export type Condition = (request: Request) => readonly CaseRefusal[];

/** A condition that has one thing to say. */
export function one(guard: Guard): Condition {
  return (request) => {
    const refusal = guard(request);
    return refusal ? [refusal] : [];
  };
}

/** The outcome that a decision is about: the one asked for, or the one recorded. */
export function outcomeOf({ deed, facts }: Request): Outcome | undefined {
  if (deed.act === 'decide-nothing') return findOutcome(ladderOf(facts), 'no-further-action');
  const names = deed.act === 'decide' || deed.act === 'decide-review';
  const key = names ? deed.outcome : facts.decision?.outcome;
  return key === undefined ? undefined : findOutcome(ladderOf(facts), key);
}
