/** What a page and its worker say to each other: the name of each question with what it asks and what is answered. */
export type Talk = Readonly<Record<string, { readonly ask: unknown; readonly answer: unknown }>>;

/** A question on its way to the worker; the answer comes back through the port that travels with it. */
export interface Question<T extends Talk, Name extends keyof T> {
  readonly name: Name;
  readonly ask: T[Name]['ask'];
}

/** What comes back: an answer, a refusal in plain English, or how far it is (0 to 1). */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string }
  | { readonly progress: number };

/** How a worker answers each question. */
export type Answers<T extends Talk> = {
  readonly [Name in keyof T]: (
    ask: T[Name]['ask'],
    onProgress: (fraction: number) => void,
  ) => T[Name]['answer'] | Promise<T[Name]['answer']>;
};
