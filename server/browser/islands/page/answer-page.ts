import type { Answers, Question, Reply, Talk } from './worker-talk.ts';

/**
 * The worker's end of the line: answers what the page asks.
 * @param explain what to tell a person of an error
 */
export function answerPage<T extends Talk>(answers: Answers<T>, explain: (error: unknown) => string): void {
  self.addEventListener('message', ({ data, ports }: MessageEvent<Question<T, keyof T>>) => {
    const [port] = ports;
    const say = (reply: Reply<T[keyof T]['answer']>) => port?.postMessage(reply);
    const answer = async () => answers[data.name](data.ask, (progress) => say({ progress }));
    answer().then(
      (value) => say({ ok: true, value }),
      (error: unknown) => say({ ok: false, message: explain(error) }),
    );
  });
}
