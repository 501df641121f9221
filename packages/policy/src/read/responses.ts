import type { Clause, ResponseKind, ResponseStep } from '../document.ts';
import { gist } from '../text/spans.ts';

const SITE = '(?:site|premises|grounds|school|playground)';
const KINDS: readonly (readonly [ResponseKind, RegExp])[] = [
  [
    'site-ban',
    new RegExp(
      `\\b(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|prohibit\\w*|exclu(?:de|ded|ding|sion)|restrict\\w*)\\b.*\\b${SITE}\\b|\\b(?:withdraw\\w*|remov\\w*)\\b.*\\b(?:permission|licen[cs]e)\\b.*\\b${SITE}\\b|\\bnot (?:to )?(?:come|be|enter|return)\\b.*\\b${SITE}\\b|\\bsite ban\\b|\\bgwahardd\\w*\\b.*\\b(?:safle|tir)\\b`,
      'iu',
    ),
  ],
  ['group-removal', /\b(?:remov\w+|exclu\w+)\b.*\bgroups?\b|\bgroups?\b.*\bremov\w+/iu],
  ['legal-advice', /\blegal (?:team|advice|action|adviser|support|help)\b|\bsolicitors?\b/iu],
  ['authorities', /\bauthorit(?:y|ies)\b|\bpolice\b|\bsocial (?:care|services)\b|\bheddlu\b/iu],
  [
    'warning-letter',
    /\b(?:warning|formal|written)\b.*\b(?:letters?|warnings?)\b|\bwarning\b|\bwrite to\b|\bletter\b|\bllythyr\b/iu,
  ],
  [
    'meeting',
    /\bmeet(?:ing)?\b|\binvit\w+\b|\bg?wahodd\b|\bgyfarfod\b|\bcome in(?:to)? (?:the )?school\b|\bcyfarfod\b/iu,
  ],
  [
    'advice',
    /\b(?:remind|advice|advise|speak|talk|chat|conversation|informal|verbal|(?:quiet )?word|siarad)\w*/iu,
  ],
];
/** "The school cannot ban" gives no power. */
const DENIED = /\b(?:not|never|cannot|can['’]t|won['’]t|no power|unable)\b/iu;
const CUT = /[,;] (?:and\/or |and |or )?|(?: and\/or | or | and )(?=\p{Ll})/u;

/** The kind of response a step of the ladder is (S54-S58), from its words; what it denies it does not give. */
export function responseKind(text: string): ResponseKind {
  return DENIED.test(text.replace(/\bnot (?:to )?(?:come|enter|return)\b/iu, ' '))
    ? 'other'
    : (KINDS.find(([, sign]) => sign.test(text))?.[0] ?? 'other');
}

/** A limit in brackets at the end of a step, or after a comma: "(in cases of crime)", ", where it is repeated". */
const LIMIT = /\s*\(([^()]+)\)\s*[.;]?$|,\s+((?:where|if|when|for|in cases?) [^,]+?)[.;]?$/u;

/** What brings a step on, at the head of its words ("After a second warning, ...") or, without a comma, at their end. */
const TRIGGER =
  /^((?:if|after|where|when|on|for|following|upon|should|as soon as|in the event of|(?:first|second|third|fourth|final|repeated|further|minor|serious|persistent) \p{L}+|(?:1st|2nd|3rd|4th) \p{L}+)\b[^,:;–—\t]{0,120}?)(?:[,:;]| [–—|-])\s+(?=\S)/iu;
const LATE_TRIGGER =
  /\s((?:if (?:the|this|it|they|there|a|any)|after (?:a|the|two|three|one)|following (?:a|the)|where the)\b(?=.*\b(?:continu\w+|repeat\w*|persist\w*|again|warning|second|third|further|occasion|breach\w*|incident|ignored?|behaviou?r|serious)\b)[^,;()]{3,120}?)[.;]?$/iu;

interface Cause {
  readonly words: string;
  readonly trigger?: string;
}

/** A trigger without a comma, before whoever acts: "If it happens again we will write". */
const BEFORE_ACTOR =
  /^((?:if|after|where|when|as a last resort)\b[^.;]{3,120}?),? (?=(?:we|they|you|the \p{L}+(?: \p{L}+)?) (?:will|may|can|might|could)\b)/iu;

function withoutTrigger(words: string): Cause {
  const acted = BEFORE_ACTOR.exec(words);
  if (acted?.[1] !== undefined) return { words: words.slice(acted[0].length), trigger: acted[1] };
  const early = TRIGGER.exec(words);
  if (early?.[1] !== undefined) return { words: words.slice(early[0].length), trigger: early[1] };
  const late = LATE_TRIGGER.exec(words);
  if (late && words[late.index - 1] === ',')
    return { words, ...(late[1] === undefined ? {} : { trigger: late[1] }) };
  return late?.[1] === undefined ? { words } : { words: words.slice(0, late.index), trigger: late[1] };
}

function stageOf(marker: string | undefined): number | undefined {
  const found = /(?:stage|step|level|cam)\s*(\d{1,2})/iu.exec(marker ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function step(clauseId: string, whole: string, marker?: string): ResponseStep {
  const { words, trigger } = withoutTrigger(whole);
  const stage = stageOf(marker);
  const limit = LIMIT.exec(words);
  const text = (limit ? words.slice(0, limit.index) : words)
    .replace(/[\s.;,]+$/u, '')
    .replace(/[.;,]? (?:and|or|and\/or)$/u, '');
  const condition = (limit?.[1] ?? limit?.[2])?.trim();
  const kind = responseKind(text);
  return {
    kind: kind === 'other' ? responseKind(whole) : kind,
    text,
    ...(condition === undefined ? {} : { condition }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(stage === undefined ? {} : { stage }),
    clauseId,
  };
}

const CIRCUMSTANCE = /^(?:in|where|if|when|for|as)\b/iu;

/**
 * A sentence's parts that each name another response. A part that names none belongs to the part before it, or, when it
 * tells a circumstance ("in the most serious cases"), to the part that it limits.
 */
function parts(text: string): readonly string[] {
  if (DENIED.test(text) && !/\bnot (?:to )?come\b/iu.test(text)) return [text];
  const found: string[] = [];
  let limit = '';
  for (const part of text.split(CUT)) {
    const last = found.at(-1);
    const kind = responseKind(part);
    if (last === undefined) found.push(part);
    else if (responseKind(last) === 'other') found[found.length - 1] = `${last}, ${part}`;
    else if (kind === 'other') limit = CIRCUMSTANCE.test(part) ? part : limit;
    else if (kind !== responseKind(last)) {
      found.push(limit === '' ? part : `${part.replace(/[.;]$/u, '')} (${limit})`);
      limit = '';
    }
  }
  return found;
}

const SENTENCE = /(?<=[.!?])\s+(?=\p{Lu})/u;

/** The parts of an item between semicolons, when each names a response of another kind. */
function itemParts(text: string): readonly string[] {
  const cut = text.split(/;\s+(?:and\/or |and |or )?(?=\S)/u);
  const kinds = cut.map(responseKind);
  return kinds.includes('other') || new Set(kinds).size < kinds.length ? [text] : cut;
}

/**
 * The steps of the ladder that a response clause gives, in the order of its words: an item of a list gives one (or
 * one for each part between semicolons that names another), without its bracketed limit and the list's punctuation; a
 * sentence gives one for each response it names.
 */
export function responseSteps(
  clause: Pick<Clause, 'id' | 'text' | 'stem' | 'marker'>,
): readonly ResponseStep[] {
  const whole = gist(clause.text);
  const loose = clause.stem === undefined && clause.marker === undefined;
  const words =
    DENIED.test(whole) && !loose ? [whole] : loose ? whole.split(SENTENCE).flatMap(parts) : itemParts(whole);
  return words.map((one) => step(clause.id, one, clause.marker));
}
