import type { Clause, ClauseKind, ClauseRule, SourceSpan } from '../document.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { textAt, trimSpan } from '../text/spans.ts';
import { type ClauseWords, polarityOf, saysNot, strengthOf } from './strength.ts';
import { CONDUCT_KINDS, topicsOf } from './topics.ts';

/** No clause holds more rules than this in earnest. */
const MOST_READ = 4000;
const COMMAND =
  "(?:please|do not|don['’]t|never|always|no |avoid|refrain|only|keep|be|use|think|respect|treat|remember|check|ask|reply|share|post|send|leave|mute|make sure|ensure|parents? (?:must|should|may)|members? (?:must|should|may)|you (?:must|should|may)|peidiwch)";
const BEGINS_RULE = new RegExp(`^${COMMAND}\\b`, 'iu');
const HOLDS_RULE =
  /\b(?:must|should|shall|never|please|do not|don['’]t|may not|may only|can only|not allowed|not permitted|will not|cannot|are asked to|need to)\b/iu;
/** Where one sentence turns to another rule: a semicolon, or "and", "but" or a comma before a new command. */
const TURN =
  /;\s+|,?\s+(?:and|but)\s+(?=(?:please |do not |don['’]t |never |must |should |always |avoid ))|,\s+(?=(?:do not|don['’]t|never|please do) )/giu;
const LISTING = /,\s+(?:and |or )?|\s+(?:or|and)\s+/giu;

function cutAt(source: string, [start, end]: SourceSpan, pattern: RegExp): readonly SourceSpan[] {
  const spans: SourceSpan[] = [];
  let from = start;
  for (const match of source.slice(start, end).matchAll(pattern)) {
    spans.push(trimSpan(source, [from, start + match.index]));
    from = start + match.index + match[0].length;
  }
  spans.push(trimSpan(source, [from, end]));
  return spans.filter(([a, b]) => a < b);
}

/** Whether a sentence asks something by its own words. */
export function holdsRule(text: string): boolean {
  return BEGINS_RULE.test(text) || HOLDS_RULE.test(text);
}

/** The rules of one sentence: one, or several where it turns to another command, or forbids several things in a row. */
function rulesOfSentence(source: string, span: SourceSpan, kind: ClauseKind): readonly SourceSpan[] {
  const turns = cutAt(source, span, TURN);
  if (turns.length > 1 && turns.every((one) => holdsRule(textAt(source, one)))) return turns;
  const text = textAt(source, span);
  if (!saysNot(text) && kind !== 'inappropriate-activity') return [span];
  const listed = cutAt(source, span, LISTING);
  const topics = listed.map((one) => topicsOf(textAt(source, one), kind));
  const first = new Set(topics.map(([one]) => one));
  // Only a list whose every part has a subject of its own is several rules; "rude or unkind comments" is one.
  return listed.length > 1 && topics.every((one) => one.length > 0) && first.size === listed.length
    ? listed
    : [span];
}

/** Joins to a rule the sentences after it that ask nothing of their own: reasons, examples, exceptions. */
function withReasons(source: string, sentences: readonly SourceSpan[]): readonly SourceSpan[] {
  const joined: SourceSpan[] = [];
  for (const span of sentences) {
    const text = textAt(source, span);
    const last = joined.at(-1);
    const own = holdsRule(text) && !/^(?:this|these|that|it|exception)\b/iu.test(text);
    if (last !== undefined && (!own || !holdsRule(textAt(source, last))))
      joined[joined.length - 1] = [last[0], span[1]];
    else joined.push(span);
  }
  return joined;
}

/**
 * The rules that stand in one clause of conduct, when they are several and differ: in what they are about, in whether the
 * thing is wanted, or in how strongly it is asked. The clause itself stays whole.
 */
export function rulesOf(
  source: string,
  clause: Pick<Clause, 'kind' | 'span'>,
  words: ClauseWords,
): readonly ClauseRule[] | undefined {
  const { kind, span } = clause;
  if (!CONDUCT_KINDS.includes(kind) || kind === 'agreement' || span[1] - span[0] > MOST_READ)
    return undefined;
  const spans = withReasons(source, sentenceSpans(source, span)).flatMap((one) =>
    rulesOfSentence(source, one, kind),
  );
  if (spans.length < 2) return undefined;
  const whole = polarityOf(words, kind);
  const rules = spans.map((at): ClauseRule => {
    const text = textAt(source, at);
    const own = { ...words, text };
    const strength = strengthOf(own, kind);
    const polarity = holdsRule(text) ? polarityOf(own, kind) : whole;
    return {
      text,
      span: at,
      topics: topicsOf(text, kind),
      ...(strength === undefined ? {} : { strength }),
      ...(polarity === undefined ? {} : { polarity }),
    };
  });
  const differ = new Set(
    rules.map(({ topics, polarity, strength }) => JSON.stringify([topics, polarity, strength])),
  );
  return differ.size > 1 ? rules : undefined;
}
