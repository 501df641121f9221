import type { Message } from '@handbell/conduct';
import { WorkerLine } from '../page/ask-worker.ts';
import type { Judged } from './judge.ts';
import { pageClauses } from './page-clauses.ts';
import type { CheckTalk } from './protocol.ts';

const TROUBLE = 'This browser cannot run the checker. The code below says in plain words what to look for.';

/** The checker of a page: a worker with the model, and the clauses that stand on the page. */
export class Checker {
  private readonly line: WorkerLine<CheckTalk>;
  private readonly ready: Promise<undefined>;

  constructor(clauses: ParentNode) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.line = new WorkerLine<CheckTalk>(worker, TROUBLE);
    this.ready = this.line.ask('start', pageClauses(clauses));
  }

  /**
   * Waits until it can check.
   * @throws Error in words for the person at the page
   */
  async start(): Promise<void> {
    await this.ready;
  }

  /** Checks a thread of messages. */
  async check(thread: readonly Message[]): Promise<readonly Judged[]> {
    await this.ready;
    return this.line.ask('check', thread);
  }
}
