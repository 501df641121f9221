import { DATE_PATTERN, parsePartialDate } from '../dates.ts';
import type { Detail, DetailSlot } from './details.ts';

const BETWEEN = '[^.;]{0,60}?';
const MEANINGS: readonly (readonly [DetailSlot, RegExp])[] = [
  [
    'adopted',
    new RegExp(
      `\\b(?:adopted|approved|ratified|agreed)(?: by (?<by>(?:the |our )?[\\p{L} ]{3,50}?))?(?:,? (?:on|in|at)(?: (?:its|their|the) meeting (?:on|of|in))?)? (?<date>${DATE_PATTERN})`,
      'iu',
    ),
  ],
  [
    'effective',
    new RegExp(
      `\\b(?:comes? into (?:force|effect)|takes? effect|(?:is )?effective|applies) (?:(?:from|on|in) )?(?<date>${DATE_PATTERN})`,
      'iu',
    ),
  ],
  [
    'reviewed',
    new RegExp(
      `\\b(?:last (?:reviewed|updated|revised)|was reviewed)\\b${BETWEEN}(?<date>${DATE_PATTERN})`,
      'iu',
    ),
  ],
  [
    'review',
    new RegExp(
      `(?<!\\b(?:last|was) )\\b(?:review(?:ed)?|look at (?:this|it)(?: again)?|revisit(?:ed)?)\\b${BETWEEN}(?<date>${DATE_PATTERN})`,
      'iu',
    ),
  ],
];

/** Reads the dates in a sentence such as "adopted by the governors on 3 March 2025, to be reviewed in Spring 2027". */
export function proseDates(text: string): readonly Detail[] {
  return MEANINGS.flatMap(([slot, pattern]) => {
    const groups = pattern.exec(text)?.groups;
    const reading = groups && parsePartialDate(groups.date ?? '');
    if (!reading) return [];
    const by = groups.by?.trim();
    return [
      {
        slot,
        date: reading.date,
        ...(by === undefined ? {} : { by }),
        ...(reading.question === undefined ? {} : { question: reading.question }),
      },
    ];
  });
}

const EVERY =
  /\breviewed?\b[^.;]{0,40}?\b(annually|termly|yearly|every (?:\w+ )?(?:years?|months?|terms?)|each (?:year|term|autumn|spring|summer)(?: term)?|once a (?:year|term)|every other year)\b/iu;

/** How often a sentence says that the policy is reviewed, as written. */
export function proseCycle(text: string): Detail | undefined {
  const every = EVERY.exec(text)?.[1];
  return every === undefined ? undefined : { slot: 'every', every };
}
