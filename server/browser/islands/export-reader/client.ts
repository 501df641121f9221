import { WorkerLine } from '../page/ask-worker.ts';
import type { Asks, Choice, Made, Opened, Row } from './protocol.ts';

const TROUBLE = 'This browser cannot open the file. Type the words instead.';

/** The page's side of the worker. */
export class ReaderClient {
  private readonly line: WorkerLine<Asks>;
  private readonly onProgress: (fraction: number) => void;

  constructor(onProgress: (fraction: number) => void) {
    this.onProgress = onProgress;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.line = new WorkerLine<Asks>(worker, TROUBLE);
  }

  open(file: File): Promise<Opened> {
    return this.line.ask('open', { file }, this.onProgress);
  }

  filter(text: string, day: string): Promise<number> {
    return this.line.ask('filter', { text, day });
  }

  rows(from: number, count: number): Promise<readonly Row[]> {
    return this.line.ask('rows', { from, count });
  }

  make(choice: Choice): Promise<Made> {
    return this.line.ask('make', choice);
  }

  /** Ends the worker; the chat is gone from memory with it. */
  close(): void {
    this.line.close();
  }
}
