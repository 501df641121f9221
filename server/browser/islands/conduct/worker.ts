import { answerPage } from '../page/answer-page.ts';
import type { Judge } from './judge.ts';
import { CheckerMissing, loadJudge } from './load-judge.ts';
import type { CheckTalk } from './protocol.ts';

let judge: Judge | undefined;

const TROUBLE = 'Something went wrong while this was checked. Load the page again.';

answerPage<CheckTalk>(
  {
    start: async (clauses) => {
      judge = await loadJudge(clauses);
      return undefined;
    },
    check: (thread) => judge?.judge(thread) ?? [],
  },
  (error) => (error instanceof CheckerMissing ? error.message : TROUBLE),
);
