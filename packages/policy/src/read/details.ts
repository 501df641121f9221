import { DATE_PATTERN, parsePartialDate } from '../dates.ts';
import type { PartialDate, PolicyDates } from '../document.ts';

/** What a line of particulars tells: a date's meaning, or something else that is kept as written. */
export type DetailSlot = 'adopted' | 'review' | 'issued' | 'other';

/** One particular: "Date of review: Spring 2027". */
export interface Detail {
  readonly slot: DetailSlot;
  readonly by?: string;
  readonly date?: PartialDate;
  readonly question?: string;
}

const APPROVED = '(?:formally |first )?(?:adopted|approved|ratified|agreed|mabwysiadwyd|cymeradwywyd)';
const LABELS: readonly (readonly [DetailSlot, string])[] = [
  [
    'review',
    '(?:date (?:of|for) )?(?:the )?next review(?: date| due)?(?: date)?|(?:date (?:of|for) )?review(?: date| due)?(?: date)?|(?:date )?(?:to be|due to be) reviewed(?: by| on| in)?|review by|dyddiad (?:yr )?adolyg(?:u|iad)(?: nesaf)?',
  ],
  [
    'adopted',
    `(?:(?:the|this) )?(?:policy |document |code )?(?:was |has been )?${APPROVED}(?: on| in| date)?|date(?: of)? (?:adopted|adoption|approved|approval|ratified|ratification|agreed)|(?:adoption|approval) date`,
  ],
  [
    'issued',
    'date of (?:issue|policy|publication)|(?:issue|policy|publication) date|date issued|issued|published|(?:date )?effective(?: from| date)?|dated?|(?:date )?last (?:updated|reviewed|review)|reviewed|updated|dyddiad',
  ],
  [
    'other',
    '(?:policy )?(?:version|minute|owner|author|lead|status|reference|ref)(?: (?:no\\.?|number))?|written by|prepared by|responsib(?:le|ility)(?: person| for)?|approved by|published at|signed on|review (?:cycle|frequency|period)',
  ],
];

const ANY_LABEL = LABELS.map(([, words]) => `(?:${words})`).join('|');
const LABEL_AT = new RegExp(
  `(?<=^|\\s|\\|)(?:${ANY_LABEL})(?=\\s*(?::|[–-]\\s|$|\\||${DATE_PATTERN}))\\s*(?:[:|]|[–-](?=\\s))?`,
  'giu',
);
const BY_LINE = new RegExp(
  `^(?:(?:the|this) )?(?:policy |document |code (?:of conduct )?)?(?:was |has been )?${APPROVED} by:?\\s*(?<by>[^:.]{2,60}?)(?:[,;]|\\s+(?:on|in|at|during))?\\s*:?\\s*(?:date\\s*:?)?\\s*(?<date>${DATE_PATTERN})?$`,
  'iu',
);

function slotOf(label: string): DetailSlot {
  const bare = label.replace(/[\s:|–-]+$/u, '');
  return LABELS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(bare))?.[0] ?? 'other';
}

function readValue(slot: DetailSlot, value: string): Detail {
  const found = new RegExp(DATE_PATTERN, 'iu').exec(value);
  const reading = found ? parsePartialDate(found[0]) : undefined;
  if (!reading) return { slot };
  return {
    slot,
    date: reading.date,
    ...(reading.question === undefined ? {} : { question: reading.question }),
  };
}

/**
 * Reads a line of a policy's particulars: dates with their meanings, the adopting body, version, owner.
 * @param text the line with single spaces
 * @returns what it tells, or undefined when the line is anything else (a sentence, a clause, a heading)
 */
export function readDetails(text: string): readonly Detail[] | undefined {
  if (text.length > 200) return undefined;
  const plain = text
    .replace(/[*_]+/gu, '')
    .replace(/[.…]{3,}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const byLine = BY_LINE.exec(plain)?.groups;
  if (byLine) {
    const by = byLine.by?.trim();
    return [{ ...readValue('adopted', byLine.date ?? ''), ...(by === undefined ? {} : { by }) }];
  }
  if (/[.!?]$/u.test(plain) && plain.split(' ').length > 8) return undefined;
  const labels = [...plain.matchAll(LABEL_AT)];
  if (labels[0]?.index !== 0) return undefined;
  const details = labels.map((label, index) => {
    const value = plain.slice(label.index + label[0].length, labels[index + 1]?.index ?? plain.length);
    return { value: value.trim(), detail: readValue(slotOf(label[0]), value) };
  });
  const sound = details.every(({ value, detail }) => detail.date !== undefined || value.length <= 60);
  return sound ? details.map(({ detail }) => detail) : undefined;
}

/**
 * A date that stands alone near the head of a document, as on a letter: the day it was issued.
 * @param text a block's words
 */
export function readBareDate(text: string): Detail | undefined {
  const reading = parsePartialDate(text);
  if (!reading) return undefined;
  return {
    slot: 'issued',
    date: reading.date,
    ...(reading.question === undefined ? {} : { question: reading.question }),
  };
}

/** A date that stands alone on its line, as in a table's cell beside its label. */
export function isBareDate(text: string): boolean {
  return parsePartialDate(text) !== undefined;
}

/** Gathers the particulars into a policy's dates; the first of each meaning wins. */
export function datesOf(details: readonly Detail[]): PolicyDates {
  const first = (slot: DetailSlot) => details.find((detail) => detail.slot === slot && detail.date)?.date;
  const [adopted, issued, review] = [first('adopted'), first('issued'), first('review')];
  const adoptedBy = details.find((detail) => detail.by !== undefined)?.by;
  return {
    ...(adopted ? { adopted } : {}),
    ...(adoptedBy === undefined ? {} : { adoptedBy }),
    ...(issued ? { issued } : {}),
    ...(review ? { review } : {}),
  };
}
