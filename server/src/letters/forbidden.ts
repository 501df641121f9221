import type { DocumentKind } from './rules.ts';

/** Words that no letter may hold, with what to say of them. */
export interface Forbidden {
  readonly pattern: RegExp;
  readonly message: string;
  /** The parts it does not count in. */
  readonly except?: readonly string[];
}

/** Rule 16: no letter threatens with police, courts or lawyers; those outcomes have procedures of their own. */
const THREAT: Forbidden = {
  pattern:
    /\b(?:police|arrest(?:ed)?|prosecut\w*|criminal|court|solicitors?|lawyers?|legal action|sue|suing|injunction)\b/iu,
  message: 'Take out words about police, courts or lawyers: a letter never uses them to press somebody.',
  // What the parent said in a meeting is noted as they said it.
  except: ['theirs', 'happened'],
};

/** Words that say why somebody did it. A letter says what was written and its effect. */
const MOTIVE: Forbidden = {
  pattern:
    /\b(?:malicious\w*|vindictive\w*|spiteful\w*|deliberate(?:ly)?|on purpose|intend(?:ed)? to|you wanted to|your (?:aim|motive|intention) was|out to get|vendetta|trouble-?maker|bully|obsess\w*|unstable|paranoid|aggressive (?:person|parent|nature)|typical of you)\b/iu,
  message: 'Say what was written and what it did, not why: nobody can know what another person meant.',
  // What the parent said of themselves may be told as they said it.
  except: ['account', 'theirs', 'happened'],
};

/** Words that point to who told the school (rules 27, 30). */
const SOURCE: Forbidden = {
  pattern:
    /\b(?:reported by|complaint (?:from|by)|complained to us|told to us by|passed on by|sent to us by|screenshots?|screen ?grabs?|(?:another|other|fellow) parents? (?:told|has told|have told|reported|complained|showed|sent|informed))\b/iu,
  message: 'Take out what could show who told the school or how.',
};

const FINDING: Forbidden = {
  pattern:
    /\b(?:we (?:have )?found|investigation|you (?:did|posted|wrote|sent|breached|broke)|guilty|warning)\b/iu,
  message: 'Nothing has been found yet: write “we have been told” or “we understand that”.',
};

const FINALITY: Forbidden = {
  pattern: /\b(?:final|last (?:chance|time)|warn(?:ing|ed)?|next time|further action|consequences)\b/iu,
  message: 'This is advice: take out words that sound like a warning.',
};

const GUILT: Forbidden = {
  pattern:
    /\b(?:on this occasion|this time|however|although|even though|in future|should (?:not )?have|warning|remind(?:er)?|benefit of the doubt)\b/iu,
  message: 'Nothing is held against the parent: take out words that hint at fault.',
};

/** D9: what is only proposed, or holds for now, is not told as if it were decided for good. */
const FINAL_BAN: Forbidden = {
  pattern:
    /\b(?:indefinite(?:ly)?|permanent(?:ly)?|for good|until further notice|final decision|never again)\b/iu,
  message: 'Nothing is decided for good: take out words that sound final.',
};

/** D1: an acknowledgement takes no side. */
const MERITS: Forbidden = {
  pattern:
    /\b(?:unacceptable|appalling|disgraceful|clearly|obviously|breach(?:ed|es)?|guilty|upheld|we agree|you (?:are|were) (?:right|wrong)|shocked|serious(?:ly)?)\b/iu,
  message: 'Nothing has been looked into yet: take out words that judge.',
};

/** D2, D15: what came of it for somebody else is not told, nor what they said. */
const OTHERS: Forbidden = {
  pattern:
    /\b(?:warn(?:ed|ing)|bann?(?:ed)?|sanction(?:s|ed)?|punish\w*|disciplin\w*|(?<!\bwe )apologi[sz]\w*|(?:the|other|that) (?:parent|family|person)s? (?:said|told|replied|answered|admitted|denied|agreed|was|were|has been))\b/iu,
  message: 'Take out what was decided about somebody else or what they said.',
};

/** D14: no name, no number, no matter of anybody. */
const PERSONAL: Forbidden = {
  pattern:
    /(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.?\s+\p{Lu}|\b[A-Z]-?\d{4}-[A-Z0-9]{4}\b|\b(?:\+44|0)\d[\d ]{8,}\b|\bconcern about\b|\byesterday\b|\blast week\b)/u,
  message: 'A note to moderators is about nobody: take out names, numbers and what happened.',
};

/** D14, rule 25: a moderator is advised and never told what to do. */
const ORDER: Forbidden = {
  pattern:
    /\b(?:you must|you have to|remove (?:the|a|this|that|them|him|her)\b|delete (?:the|this|that)|block (?:the|this|them|him|her))\b/iu,
  message: 'What a moderator does is their own choice: take out what sounds like an instruction.',
};

/** D16: what is told to an outside body is facts. */
const COMMENTARY: Forbidden = {
  pattern:
    /\b(?:in my (?:opinion|view)|I (?:think|feel|believe|suspect)|as usual|known for|always been|typical|once again|no surprise)\b/iu,
  message: 'Write facts: take out opinions and history that has nothing to do with it.',
};

/** D4: an invitation, not an ultimatum. */
const ULTIMATUM: Forbidden = {
  pattern:
    /\b(?:last (?:chance|time)|final|must attend|required to attend|failure to|if you do not (?:come|attend)|fail to attend|consequences|warning|disciplin\w*)\b/iu,
  message: 'It is an invitation: take out words that sound like a last demand.',
};

const ALWAYS: readonly Forbidden[] = [THREAT, MOTIVE, SOURCE];

/** What each document must not hold (domain 4, "must not contain"). */
export const FORBIDDEN: Readonly<Record<DocumentKind, readonly Forbidden[]>> = {
  'first-contact': [...ALWAYS, FINDING],
  'no-further-action': [...ALWAYS, GUILT],
  advice: [...ALWAYS, FINALITY],
  warning: ALWAYS,
  outcome: ALWAYS,
  review: ALWAYS,
  'ban-notice': [...ALWAYS, FINAL_BAN],
  'ban-provisional': [...ALWAYS, FINAL_BAN],
  'ban-confirmed': ALWAYS,
  'ban-ended': [...ALWAYS, GUILT],
  'ban-review': ALWAYS,
  'ban-extended': ALWAYS,
  'communication-plan': ALWAYS,
  'meeting-invitation': [...ALWAYS, ULTIMATUM],
  'meeting-notes': ALWAYS,
  'support-note': [...ALWAYS, OTHERS],
  acknowledgement: [...ALWAYS, MERITS, OTHERS],
  'closure-note': [...ALWAYS, OTHERS],
  'moderator-notice': [...ALWAYS, PERSONAL, ORDER],
  'referral-record': [COMMENTARY],
  'legal-request': [],
  'decision-record': [MOTIVE, SOURCE],
};
