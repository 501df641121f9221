import { CLAUSES, type ClauseKey, type Message, type Route, type Severity } from './clauses.ts';
import { isOtherLanguage } from './language.ts';
import { Lexicon } from './lexicon.ts';
import { OUTPUT } from './model.ts';
import { decodeModel } from './model-file.ts';
import { type Reading, readThread } from './reading.ts';
import { Scorer } from './scorer.ts';
import { findSpans, type Span } from './spans.ts';

/** A model ready for use. */
export interface Model {
  readonly lexicon: Lexicon;
  readonly scorer: Scorer;
}

/** One clause that a message may touch. */
export interface Finding {
  readonly clause: ClauseKey;
  /** How likely, from 0 to 1: of messages scored 0.8, about eight in ten touch the clause. */
  readonly score: number;
  /** Where the words that led to it stand in the text. Empty when it was the messages around it. */
  readonly spans: readonly Span[];
}

/** What the checker says of one message. */
export interface CheckResult {
  readonly id?: string;
  /** False when the message is in a language the checker does not know: nothing was looked at. */
  readonly checked: boolean;
  readonly clauses: readonly Finding[];
  readonly severity: Severity;
  readonly route: Route | null;
}

/** Makes a model from the bytes of its file. @throws ModelFileError when they are something else */
export function loadModel(bytes: Uint8Array): Model {
  const data = decodeModel(bytes);
  return { lexicon: new Lexicon(data.lexicon), scorer: new Scorer(data) };
}

/**
 * Checks the messages of one thread against the clauses a policy has. Nothing leaves the device and nothing is kept.
 * @param messages a thread in order; one message alone is a thread of one
 * @param options.clauses what the policy's clauses are about; anything else is never reported
 */
export function check(
  messages: readonly Message[],
  { clauses, model }: { clauses: readonly ClauseKey[]; model: Model },
): CheckResult[] {
  const readings = readThread(messages, model.lexicon);
  const opinions = readings.map((reading) => model.scorer.opinion(reading));
  const senders = messages.map((message) => message.sender ?? '');
  return messages.map((message, at) => {
    const named = message.id === undefined ? {} : { id: message.id };
    const reading = readings[at];
    if (reading === undefined || isOtherLanguage(message.text, reading)) {
      return { ...named, checked: false, clauses: [], severity: 'none', route: null };
    }
    const scores = model.scorer.conclude(opinions, senders, at);
    const found = findClauses(scores, model).filter((clause) => clauses.includes(clause));
    const findings = found.map((clause): Finding => finding(clause, scores, reading, model));
    const route = passes(scores, OUTPUT.safeguarding, model) ? 'safeguarding' : null;
    return {
      ...named,
      checked: true,
      clauses: findings,
      severity: severityOf(findings, scores, model),
      route,
    };
  });
}

function threshold(output: number, model: Model): number {
  return model.scorer.model.thresholds[output] ?? 1;
}

function passes(scores: Float32Array, output: number, model: Model): boolean {
  return (scores[output] ?? 0) >= threshold(output, model);
}

/** The clauses that count: those likely enough, or the likeliest when the message as a whole is a breach. */
function findClauses(scores: Float32Array, model: Model): ClauseKey[] {
  if (!passes(scores, OUTPUT.any, model)) return [];
  const found = CLAUSES.filter((_, output) => passes(scores, output, model));
  if (found.length > 0) return found;
  let best: ClauseKey = 'grievance';
  let nearest = 0;
  CLAUSES.forEach((clause, output) => {
    const near = (scores[output] ?? 0) / threshold(output, model);
    if (near > nearest) {
      nearest = near;
      best = clause;
    }
  });
  return [best];
}

function finding(clause: ClauseKey, scores: Float32Array, reading: Reading, model: Model): Finding {
  const output = CLAUSES.indexOf(clause);
  const score = Math.round((scores[output] ?? 0) * 1000) / 1000;
  return { clause, score, spans: findSpans(reading, model.scorer.contributions(reading, output)) };
}

function severityOf(findings: readonly Finding[], scores: Float32Array, model: Model): Severity {
  if (findings.length === 0) return 'none';
  if (passes(scores, OUTPUT.high, model)) return 'high';
  return passes(scores, OUTPUT.medium, model) ? 'medium' : 'low';
}
