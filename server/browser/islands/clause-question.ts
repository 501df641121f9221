import { startClauseQuestion } from './clause-question/question.ts';

/** Answers "which clauses might this touch?" on the desk, when somebody asks, on their own computer. */
for (const root of document.querySelectorAll<HTMLElement>('[data-clause-question]'))
  startClauseQuestion(root);
