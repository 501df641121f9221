import type { Answer, AskName, Asks, Choice, Made, Opened, Row } from './protocol.ts';

interface Waiting {
  readonly done: (value: Asks[AskName]['answer']) => void;
  readonly failed: (error: Error) => void;
}

/** The page's side of the worker. */
export class ReaderClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;

  constructor(onProgress: (fraction: number) => void) {
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      const answer = event.data;
      if ('progress' in answer) return onProgress(answer.progress);
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if (answer.ok) waiting?.done(answer.value);
      else waiting?.failed(new Error(answer.message));
    });
    this.worker.addEventListener('error', () => {
      const error = new Error('This browser cannot open the file. Type the words instead.');
      for (const waiting of this.waiting.values()) waiting.failed(error);
      this.waiting.clear();
    });
  }

  private ask(message: object): Promise<Asks[AskName]['answer']> {
    const id = this.next;
    this.next += 1;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, ...message });
    });
  }

  async open(file: File): Promise<Opened> {
    const value = await this.ask({ name: 'open', file });
    if (typeof value === 'object' && 'total' in value) return value;
    throw new TypeError('open');
  }

  async filter(text: string, day: string): Promise<number> {
    const value = await this.ask({ name: 'filter', text, day });
    if (typeof value === 'number') return value;
    throw new TypeError('filter');
  }

  async rows(from: number, count: number): Promise<readonly Row[]> {
    const value = await this.ask({ name: 'rows', from, count });
    if (typeof value === 'object' && 'length' in value) return value;
    throw new TypeError('rows');
  }

  async make(choice: Choice): Promise<Made> {
    const value = await this.ask({ name: 'make', ...choice });
    if (typeof value === 'object' && 'json' in value) return value;
    throw new TypeError('make');
  }

  /** Ends the worker; the chat is gone from memory with it. */
  close(): void {
    this.worker.terminate();
  }
}
