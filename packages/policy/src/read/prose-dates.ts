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
  ['review', new RegExp(`\\breview(?:ed)?\\b${BETWEEN}(?<date>${DATE_PATTERN})`, 'iu')],
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
