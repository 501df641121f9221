import type { Clause, ResponseKind, ResponseStep } from '../document.ts';

const KINDS: readonly (readonly [ResponseKind, RegExp])[] = [
  [
    'site-ban',
    /\b(?:ban|bar|prohibit|exclud|restrict)\w*\b.*\b(?:site|premises|grounds|school)\b|\bbanned\b|\bsite ban\b/iu,
  ],
  ['group-removal', /\bremov\w+\b.*\bgroups?\b|\bgroups?\b.*\bremov\w+/iu],
  [
    'warning-letter',
    /\b(?:warning|formal|written)\b.*\b(?:letters?|warnings?)\b|\bwarning\b|\bwrite to\b|\bletter\b/iu,
  ],
  ['legal-advice', /\blegal (?:team|advice|action|adviser|support)\b|\bsolicitors?\b/iu],
  ['authorities', /\bauthorit(?:y|ies)\b|\bpolice\b|\bsocial (?:care|services)\b/iu],
  ['meeting', /\bmeet(?:ing)?\b|\binvit\w+\b|\bcome in(?:to)? (?:the )?school\b/iu],
  ['advice', /\b(?:remind|advice|advis|speak|talk|conversation|informal|verbal|word with)\w*/iu],
];

/** The kind of response a step of the ladder is (S54-S58), from its words. */
export function responseKind(text: string): ResponseKind {
  return KINDS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

/** Makes a clause a step of the ladder: its words without the bracketed limit and the list's punctuation. */
export function responseStep(clause: Pick<Clause, 'id' | 'text'>): ResponseStep {
  const bracket = /\s*\(([^()]+)\)\s*[.;]?$/u.exec(clause.text);
  const words = bracket ? clause.text.slice(0, bracket.index) : clause.text;
  const text = words.replace(/[\s.;,]+$/u, '').replace(/[.;,]? (?:and|or)$/u, '');
  const condition = bracket?.[1]?.trim();
  return {
    kind: responseKind(text),
    text,
    ...(condition === undefined ? {} : { condition }),
    clauseId: clause.id,
  };
}
