import {
  type CheckResult,
  type ClauseKey,
  check,
  explain,
  isClauseKey,
  type Message,
  type Model,
  type PolicyClause,
} from '@handbell/conduct';
import { mayNameAccusedTeacher } from './restriction.ts';

/** One thing the checker says of a message, in words for a person. */
export interface Remark {
  readonly topic: ClauseKey;
  readonly sentence: string;
  /** The words that led to it; none when it was the messages around. */
  readonly quotes: readonly string[];
}

/** What the checker says of a message. */
export interface Judged {
  /** False when the message is in a language the checker does not know. */
  readonly checked: boolean;
  /** One remark for each clause subject it may touch, in the order of likelihood. */
  readonly remarks: readonly Remark[];
  /** What to say when somebody may be at risk; empty otherwise. */
  readonly safeguarding: string;
  /** Whether it may name a teacher whom a pupil, or somebody for a pupil, accuses (rule 41). */
  readonly restriction: boolean;
  /** The sentence for a message without remarks: nothing found, or not checked. */
  readonly otherwise: string;
}

/** Checks messages against the clauses of one policy. */
export class Judge {
  private readonly model: Model;
  private readonly clauses: readonly PolicyClause[];
  private readonly keys: readonly ClauseKey[];

  /** @param clauses the clauses of the adopted policy; what they are not about is never reported */
  constructor(model: Model, clauses: readonly PolicyClause[]) {
    this.model = model;
    this.clauses = clauses;
    this.keys = [...new Set(clauses.flatMap(({ topics }) => topics).filter(isClauseKey))];
  }

  /** Checks the messages of one thread, in order. */
  results(thread: readonly Message[]): CheckResult[] {
    return check(thread, { clauses: this.keys, model: this.model });
  }

  /** Puts what was found in a message into words. */
  inWords(result: CheckResult, text: string): Judged {
    const { checked, clauses, route } = result;
    const likeliest = clauses.toSorted((one, other) => other.score - one.score);
    const say = (part: Partial<CheckResult>) =>
      explain({ ...result, clauses: [], route: null, ...part }, this.clauses, text).join(' ');
    return {
      checked,
      remarks: likeliest.map((finding) => ({
        topic: finding.clause,
        sentence: say({ clauses: [finding] }),
        quotes: finding.spans.map(([start, end]) => text.slice(start, end).trim()),
      })),
      safeguarding: route === null ? '' : say({ route }),
      restriction: checked && mayNameAccusedTeacher(text, result),
      otherwise: clauses.length > 0 || route !== null ? '' : say({}),
    };
  }

  /** Checks one thread and says of each message what was found. */
  judge(thread: readonly Message[]): Judged[] {
    return this.results(thread).map((result, at) => this.inWords(result, thread[at]?.text ?? ''));
  }
}
