import { CLEAR_STEPS } from './codes.ts';
import type { CaseFacts } from './facts.ts';
import { hasNamedBasis, parentHeard } from './hearing.ts';
import { QUESTION_IDS } from './questions.ts';
import type { CaseRefusal } from './refusals.ts';
import type { Guard } from './request.ts';

/** What of the assessment still waits for an answer; feedback has steps of its own instead (rules 17, 20). */
export function unanswered({ answers, handling, clear }: CaseFacts): CaseRefusal | undefined {
  // Feedback is handled in its own steps, and holds nothing against anybody.
  if (handling === 'feedback') {
    const steps = CLEAR_STEPS.filter((step) => !clear.includes(step));
    return steps.length > 0 ? { code: 'clear-unfinished', steps } : undefined;
  }
  const questions = QUESTION_IDS.filter((id) => (answers[id]?.words ?? 0) < 1);
  return questions.length > 0 ? { code: 'unanswered', questions } : undefined;
}

/** Everything that must be so before anything is held against a parent, in the order a reader would ask. */
export const FAIRNESS: readonly Guard[] = [
  ({ facts }) => (facts.handling === 'feedback' ? { code: 'is-feedback' } : undefined),
  ({ facts }) =>
    facts.opening?.clauses.some(({ force }) => force === 'rule') ? undefined : { code: 'expectation-only' },
  ({ facts }) => (facts.sources.length > 0 ? undefined : { code: 'nothing-gathered' }),
  ({ facts, outside }) => (parentHeard(facts, outside) ? undefined : { code: 'parent-not-heard' }),
  ({ facts }) => unanswered(facts),
  ({ facts }) => (facts.answers.protected?.choice === 'wholly' ? { code: 'criticism-only' } : undefined),
  ({ facts }) =>
    facts.answers.equality?.choice === 'raised-not-checked' ? { code: 'equality-unchecked' } : undefined,
  ({ facts }) => (hasNamedBasis(facts) ? undefined : { code: 'anonymous-only' }),
];
