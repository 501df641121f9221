import type { ClauseKind, Polarity, Strength } from '../document.ts';
import { gist } from '../text/spans.ts';
import { CONDUCT_KINDS } from './topics.ts';

/** What a clause's strength and polarity are read from. */
export interface ClauseWords {
  readonly text: string;
  /** The sentence or sentences that lead to it. */
  readonly lead?: string;
  /** The school's own sign before it: a tick or a cross says as much as a word. */
  readonly marker?: string;
  readonly heading?: string;
}

const FREE =
  /\b(?:if you (?:wish|like|want|prefer)|free to|optional(?:ly)?|welcome to|need(?: not|n['’]t)|(?:do|does) not (?:need|have) to|don['’]t (?:need|have) to|not (?:required|obliged|expected) to|is up to you|your choice|os (?:dymunwch|hoffech)|nid oes (?:rhaid|angen))\b/iu;
const MAY = /\b(?:may|can|could|cewch|gallwch|caiff)\b(?! (?:not|only|never)\b)/iu;
const ONLY = /\bonly\b/iu;
const ASKS =
  /\b(?:please|kindly|should(?:n['’]t)?|ought to|(?:are|is) (?:kindly |politely )?asked|we (?:would )?(?:also )?(?:ask|encourage|suggest|request|like|recommend|prefer)|try (?:not )?to|(?:would be|is) (?:helpful|appreciated)|encouraged to|os gwelwch yn dda|dylai\w*|dylid|dylech)\b/iu;
const BINDS =
  /\b(?:must(?:n['’]t)?|never|shall|will(?: not)?|won['’]t|(?:is|are) (?:strictly )?(?:required|forbidden|prohibited|banned|not (?:allowed|permitted|acceptable|tolerated))|not be (?:allowed|tolerated|permitted)|cannot|can['’]t|can not|(?:may|can) (?:not|only)|do not|don['’]ts?|have to|has to|always|no longer|unacceptable|inappropriate|prohibited|expect\w*|undertake|promise|agree to|rhaid|ni (?:chaniateir|ddylid)|peidiwch)\b/iu;

/** How strongly a sentence asks, by its own words; undefined when it asks nothing. */
function ownStrength(text: string): Strength | undefined {
  if (FREE.test(text)) return 'optional';
  if (/\b(?:never|must(?:n['’]t)?|rhaid)\b/iu.test(text)) return 'must';
  if (ASKS.test(text)) return 'please';
  if (BINDS.test(text)) return 'must';
  return MAY.test(text) && !ONLY.test(text) ? 'optional' : undefined;
}

const ASKING_KINDS: readonly ClauseKind[] = [...CONDUCT_KINDS, 'moderator-duty', 'moderator-right'];

/**
 * How strongly a clause asks (must, please, optional): by its own words, then by the sentence that leads it, then by its
 * heading. A bare command or a bare noun under "not acceptable" binds. Undefined for clauses that ask nothing.
 */
export function strengthOf(words: ClauseWords, kind: ClauseKind): Strength | undefined {
  if (!ASKING_KINDS.includes(kind)) return undefined;
  if (kind === 'moderator-right') return 'optional';
  const own = ownStrength(gist(words.text));
  const led = words.lead === undefined ? undefined : ownStrength(gist(words.lead));
  // An item's "may" or "can" is mostly a possibility ("comments that may upset"): what leads the list tells more.
  if (own === 'optional' && led !== undefined && !FREE.test(words.text)) return led;
  return own ?? led ?? (words.heading === undefined ? undefined : ownStrength(words.heading)) ?? 'must';
}

const CROSS = /^[([]?(?:✗|✘|❌|✖|✕|×|🚫|⛔|🛑|🔴|🙅|👎|❎|☒|\uf0fb|[xX])\ufe0f?[)\]]?$/u;
const TICK = /^[([]?(?:✓|✔|✅|☑|👍|🟢|√|\uf0fc)\ufe0f?[)\]]?$/u;

/** What a tick or a cross before a clause says; undefined for any other mark. */
export function polarityOfMark(marker: string | undefined): Polarity | undefined {
  const mark = marker?.replace(/^[-–—•*·▪] /u, '');
  if (mark === undefined) return undefined;
  if (CROSS.test(mark)) return 'do-not';
  return TICK.test(mark) ? 'do' : undefined;
}

const HARMLESS =
  /\b(?:do |does |need |should |must )?not (?:only|just|forget|hesitate|be afraid|have to|need to)\b|n['’]t (?:forget|hesitate|be afraid|have to|need to)\b|\bneed(?: not|n['’]t)\b/giu;
/** "We ask that you do not": the "that" begins no side remark. */
const ASKED = /\b(?:ask|request|expect|insist|require|agree|promise)\w* that\b/giu;
const NOT =
  /\b(?:(?:will|must|should|may|shall|do|does|are|is|can|ought|could|would|need) not|not be|(?:try|asked|agree|promise|remind(?:ed)?|careful|expect(?:ed)?|request(?:ed)?|told|undertake) not to|^not to|nobody|no[- ]one|no (?:member|parent|carer|person|user|family)|(?:must|should|do|does|did|is|are|wo|ca|could|would)n['’]?t|don['’]ts?|can(?:no|['’]?)t|never|avoid\w*|refrain\w*|prohibit\w*|forbid\w*|forbidden|banned|unacceptable|inappropriate|unsuitable|unwelcome|off[- ]limits|out of bounds|zero tolerance|not (?:for|allowed|permitted|acceptable|tolerated?|appropriate|suitable|welcome|ok(?:ay)?|fine|want\w*|a place)|without|rather than|instead of|peidio|peidiwch|ni (?:ddylid|chaniateir))\b|^(?:no|not|nobody|nothing|stop|dim)\b/iu;
/** Negatives inside a wanted act ("keep messages free of...", "check that you are not...") follow other words. */
const LATE = /\b(?:without|rather than|instead of)\b/iu;

/** Whether words name something unwanted; "do not forget" does not. */
export function saysNot(text: string): boolean {
  const plain = text.replace(HARMLESS, ' ').replace(ASKED, ' ');
  const found = NOT.exec(plain);
  if (!found) return false;
  return (
    !LATE.test(found[0]) &&
    !/\b(?:if|when|where|that|who|which|because|unless)\b/iu.test(plain.slice(0, found.index))
  );
}

/**
 * Whether a clause of conduct is wanted or unwanted: by a tick or a cross before it, by its kind, by what leads its list,
 * and by its own words. Undefined for clauses that are no conduct.
 */
export function polarityOf(words: ClauseWords, kind: ClauseKind): Polarity | undefined {
  const marked = polarityOfMark(words.marker);
  if (!CONDUCT_KINDS.includes(kind) && kind !== 'moderator-duty') return marked;
  if (kind === 'agreement') return undefined;
  if (marked !== undefined) return marked;
  if (kind === 'inappropriate-activity') return 'do-not';
  return saysNot(gist(words.text)) || (words.lead !== undefined && saysNot(gist(words.lead)))
    ? 'do-not'
    : 'do';
}
