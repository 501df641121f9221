import type { Question, Reply, Talk } from './worker-talk.ts';

/** The page's end of the line to a worker. */
export class WorkerLine<T extends Talk> {
  private readonly worker: Worker;
  private readonly waiting = new Set<(error: Error) => void>();

  /** @param trouble what to say when the worker itself cannot run */
  constructor(worker: Worker, trouble: string) {
    this.worker = worker;
    worker.addEventListener('error', () => {
      for (const failed of this.waiting) failed(new Error(trouble));
      this.waiting.clear();
    });
  }

  /**
   * Asks the worker something.
   * @throws Error with the worker's refusal, in words for the person at the page
   */
  ask<Name extends keyof T>(
    name: Name,
    ask: T[Name]['ask'],
    onProgress?: (fraction: number) => void,
  ): Promise<T[Name]['answer']> {
    const { port1, port2 } = new MessageChannel();
    const question: Question<T, Name> = { name, ask };
    return new Promise((done, failed) => {
      this.waiting.add(failed);
      port1.onmessage = ({ data }: MessageEvent<Reply<T[Name]['answer']>>) => {
        if ('progress' in data) return onProgress?.(data.progress);
        this.waiting.delete(failed);
        port1.close();
        if (data.ok) done(data.value);
        else failed(new Error(data.message));
      };
      this.worker.postMessage(question, [port2]);
    });
  }

  /** Ends the worker; what it held in memory is gone with it. */
  close(): void {
    this.worker.terminate();
  }
}
