import { CLAUSES, type ClauseKey, type Message, type Route, type Severity } from './clauses.ts';
import { decideClauses, gateOfScores, gateThreshold, passes, probability } from './decision.ts';
import { isOtherLanguage } from './language.ts';
import { Lexicon } from './lexicon.ts';
import { MARK } from './marks.ts';
import { OUTPUT } from './model.ts';
import { decodeModel } from './model-file.ts';
import { findPlainInsult, hasSlur, hasStrongWord } from './plain-insult.ts';
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

const ABUSE = CLAUSES.indexOf('abuse');
const ANGER = CLAUSES.indexOf('anger');
const DISCRIMINATION = CLAUSES.indexOf('discrimination');
/** The least that a clause scores which a rule is sure of. */
const SURE = 0.95;

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
  const { lexicon, scorer } = model;
  const readings = readThread(messages, lexicon);
  const opinions = readings.map((reading) => scorer.opinion(reading));
  const senders = messages.map((message) => message.sender ?? '');
  const circumstances = {
    model,
    wanted: CLAUSES.map((clause) => clauses.includes(clause)),
    isAlone: messages.length === 1,
  };
  const conclude = (at: number): Float64Array => scorer.conclude(opinions, senders, at);
  return readings.map((reading, at) => {
    const verdict = isOtherLanguage(reading)
      ? NOT_CHECKED
      : judge(reading, at, opinions[at], conclude, circumstances);
    const id = messages[at]?.id;
    // Written out: to copy by spreading takes as long as a tenth of the whole check.
    const { checked, clauses: findings, severity, route } = verdict;
    if (id === undefined) return { checked, clauses: findings, severity, route };
    return { id, checked, clauses: findings, severity, route };
  });
}

type Verdict = Omit<CheckResult, 'id'>;

const NOT_CHECKED: Verdict = { checked: false, clauses: [], severity: 'none', route: null };
const INNOCENT: Verdict = { checked: true, clauses: [], severity: 'none', route: null };

interface Circumstances {
  readonly model: Model;
  readonly wanted: readonly boolean[];
  readonly isAlone: boolean;
}

/**
 * Says of one message what its scores come to; most are innocent, which is seen before more is worked out.
 * @param opinion what its words say by themselves; @param conclude what they say once the thread is read
 */
function judge(
  reading: Reading,
  at: number,
  opinion: Float64Array | undefined,
  conclude: (at: number) => Float64Array,
  { model, wanted, isAlone }: Circumstances,
): Verdict {
  const { thresholds } = model.scorer.model;
  const sure = sureClauses(reading);
  if (sure.length === 0 && opinion !== undefined && isQuiet(opinion)) return INNOCENT;
  const calibrated = conclude(at);
  const isAtRisk =
    probability(calibrated[OUTPUT.safeguarding] ?? 0) >= (thresholds[OUTPUT.safeguarding] ?? 1);
  const passesGate = gateOfScores(calibrated) >= gateThreshold(thresholds, isAlone);
  if (sure.length === 0 && !isAtRisk && !passesGate) return INNOCENT;
  const scores = calibrated.map(probability);
  for (const clause of sure) scores[clause] = Math.max(scores[clause] ?? 0, SURE);
  const decided = new Set([...decideClauses(scores, thresholds, isAlone), ...sure]);
  const found = [...decided].filter((place) => wanted[place] === true).sort((a, b) => a - b);
  const findings = found.length === 0 ? [] : explainFindings(found, scores, reading, model);
  return {
    checked: true,
    clauses: findings,
    severity: severityOf(findings, scores, thresholds),
    route: isAtRisk ? 'safeguarding' : null,
  };
}

/**
 * Below this, words by themselves are so far from anything that no thread lifts them: of the 7,585 given messages, ten
 * in all would be answered otherwise if their threads were read, and six in ten of an ordinary chat need none.
 */
const QUIET = -0.8;

function isQuiet(opinion: Float64Array): boolean {
  return (opinion[OUTPUT.any] ?? 0) < QUIET && (opinion[OUTPUT.safeguarding] ?? 0) < QUIET;
}

const NONE: readonly number[] = [];

/** The clauses that rules are sure of; for most messages none. */
function sureClauses(reading: Reading): readonly number[] {
  if ((reading.marks & (MARK.insult | MARK.strong | MARK.slur)) === 0) return NONE;
  const sure: number[] = [];
  if (findPlainInsult(reading) !== undefined) sure.push(ABUSE);
  if (hasStrongWord(reading)) sure.push(ANGER);
  if (hasSlur(reading)) sure.push(DISCRIMINATION);
  return sure;
}

function explainFindings(
  found: readonly number[],
  scores: ArrayLike<number>,
  reading: Reading,
  model: Model,
): Finding[] {
  const contributions = model.scorer.contributions(reading, found);
  return found.flatMap((place, at): Finding[] => {
    const clause = CLAUSES[place];
    if (clause === undefined) return [];
    const score = Math.round((scores[place] ?? 0) * 1000) / 1000;
    return [{ clause, score, spans: findSpans(reading, contributions[at] ?? new Float32Array()) }];
  });
}

function severityOf(
  findings: readonly Finding[],
  scores: ArrayLike<number>,
  thresholds: ArrayLike<number>,
): Severity {
  if (findings.length === 0) return 'none';
  if (passes(scores, thresholds, OUTPUT.high)) return 'high';
  return passes(scores, thresholds, OUTPUT.medium) ? 'medium' : 'low';
}
