import type { Clause, ResponseKind, ResponseStep } from '../document.ts';

const SITE = '(?:site|premises|grounds|school|playground)';
const KINDS: readonly (readonly [ResponseKind, RegExp])[] = [
  [
    'site-ban',
    new RegExp(
      `\\b(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|prohibit\\w*|exclu(?:de|ded|ding|sion)|restrict\\w*)\\b.*\\b${SITE}\\b|\\b(?:withdraw\\w*|remov\\w*)\\b.*\\b(?:permission|licen[cs]e)\\b.*\\b${SITE}\\b|\\bsite ban\\b|\\bgwahardd\\w*\\b.*\\b(?:safle|tir)\\b`,
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
  ['meeting', /\bmeet(?:ing)?\b|\binvit\w+\b|\bcome in(?:to)? (?:the )?school\b|\bcyfarfod\b/iu],
  ['advice', /\b(?:remind|advice|advise|speak|talk|conversation|informal|verbal|word with|siarad)\w*/iu],
];
/** "The school cannot ban" gives no power. */
const DENIED = /\b(?:not|never|cannot|can['’]t|won['’]t|no power|unable)\b/iu;
const CUT = /[,;] (?:and\/or |and |or )?|(?: and\/or | or | and )(?=\p{Ll})/u;

/** The kind of response a step of the ladder is (S54-S58), from its words; what it denies it does not give. */
export function responseKind(text: string): ResponseKind {
  return DENIED.test(text) ? 'other' : (KINDS.find(([, sign]) => sign.test(text))?.[0] ?? 'other');
}

function step(clauseId: string, words: string): ResponseStep {
  const bracket = /\s*\(([^()]+)\)\s*[.;]?$/u.exec(words);
  const text = (bracket ? words.slice(0, bracket.index) : words)
    .replace(/[\s.;,]+$/u, '')
    .replace(/[.;,]? (?:and|or|and\/or)$/u, '');
  const condition = bracket?.[1]?.trim();
  return { kind: responseKind(words), text, ...(condition === undefined ? {} : { condition }), clauseId };
}

/** A sentence's parts that each name another response; a part that names none belongs to the part before it. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  for (const part of text.split(CUT)) {
    const last = found.at(-1);
    const kind = responseKind(part);
    if (last === undefined) found.push(part);
    else if (responseKind(last) === 'other') found[found.length - 1] = `${last}, ${part}`;
    else if (kind !== 'other' && kind !== responseKind(last)) found.push(part);
  }
  return found;
}

/**
 * The steps of the ladder that a response clause gives, in the order of its words: an item of a list gives one, without
 * its bracketed limit and the list's punctuation; a sentence gives one for each response it names.
 */
export function responseSteps(clause: Pick<Clause, 'id' | 'text' | 'stem'>): readonly ResponseStep[] {
  const words = clause.stem === undefined && !DENIED.test(clause.text) ? parts(clause.text) : [clause.text];
  return words.map((one) => step(clause.id, one));
}
