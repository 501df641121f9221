/**
 * A request that cannot be done, told to the person who made it: what happened, and what to do next.
 * Thrown anywhere below a route, shown once by the error page. It tells no content of a record, and names only who was quicker.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  /** What to do next, in a sentence. */
  readonly next: string;
  /** The words of the form that was refused, for whoever wrote them to copy: shown once, kept nowhere. */
  wrote: readonly string[] = [];

  constructor(status: RefusalStatus, what: string, next: string) {
    super(what);
    this.status = status;
    this.next = next;
  }
}

export type RefusalStatus = 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

/** There is no such page, or nobody who asks like this may know of it. */
export function notFound(): Refusal {
  return new Refusal(
    404,
    'There is nothing at this address.',
    'Check the address, or start again from the school’s page.',
  );
}

/** The signed-in person's roles do not include this act. */
export function notAllowed(): Refusal {
  return new Refusal(
    403,
    'Your role does not include this.',
    'Ask the Head Teacher or the school office if you need it.',
  );
}

/** Somebody else acted first; nothing of this request was saved. */
export function changedMeanwhile(what: string): Refusal {
  return new Refusal(409, what, 'Go back, load the page again and look at what changed.');
}

/** A link that was good once. */
export function linkUsed(what: string): Refusal {
  return new Refusal(410, what, 'Ask the person who sent it for a new one.');
}
