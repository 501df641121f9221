import { DATE_PATTERN, parsePartialDate } from '../dates.ts';
import type { PartialDate, PolicyDates } from '../document.ts';

/** What a line of particulars tells: a date's meaning, or something else that is kept as written. */
export type DetailSlot =
  | 'adopted'
  | 'approved'
  | 'review'
  | 'reviewed'
  | 'effective'
  | 'issued'
  | 'every'
  | 'by'
  | 'other';

/** One particular: "Date of review: Spring 2027". */
export interface Detail {
  readonly slot: DetailSlot;
  readonly by?: string;
  readonly date?: PartialDate;
  readonly question?: string;
  /** How often the policy is reviewed, as written. */
  readonly every?: string;
}

const APPROVED = '(?:formally |first )?(?:adopted|approved|ratified|agreed|mabwysiadwyd|cymeradwywyd)';
const NOUN = '(?:(?:the|this|our) )?(?:policy |document |code (?:of conduct )?|guidance |agreement )?';
const LABELS: readonly (readonly [DetailSlot, string])[] = [
  [
    'by',
    `${NOUN}(?:formally )?(?:adopted|approved|ratified|agreed|signed off) by|(?:approving|adopting) body|(?:mabwysiadwyd|cymeradwywyd) gan`,
  ],
  [
    'every',
    'review (?:cycle|frequency|period|schedule|interval)|frequency of review|reviewed every|cylch adolygu',
  ],
  [
    'review',
    "(?:date (?:of|for) )?(?:the )?next (?:policy |scheduled |planned )?review(?: date| due)?(?: date)?|(?:date (?:of|for) )?(?:policy )?review(?: date| due| by)?(?: date)?|(?:date )?(?:to be|due to be|due for) review(?:ed)?(?: by| on| in)?|due for (?:renewal|review)|renewal date|expir(?:y|es)(?: date)?|dyddiad (?:yr )?adolyg(?:u|iad)(?: nesaf)?|adolygiad nesaf|i[’']w adolygu",
  ],
  [
    'adopted',
    `${NOUN}(?:was |has been )?(?:formally |first )?(?:adopted|mabwysiadwyd)(?: on| in| date)?|date(?: of)? (?:adopted|adoption)|adoption date|dyddiad mabwysiadu`,
  ],
  [
    'approved',
    `${NOUN}(?:was |has been )?(?:formally |first )?(?:approved|ratified|agreed|cymeradwywyd)(?: on| in| date)?|date(?: of)? (?:approved|approval|ratified|ratification|agreed)|(?:approval|ratification) date|dyddiad cymeradwyo`,
  ],
  [
    'reviewed',
    `${NOUN}(?:was |has been )?(?:date )?(?:last|most recently) (?:updated|reviewed|revised|review|amended)(?: on| in)?|date (?:of )?(?:last )?(?:review|updat|revis)ed|(?:date of )?(?:last|previous) (?:review|update|revision)(?: date)?|date updated|reviewed|updated|revised|amended|adolygwyd|diweddarwyd`,
  ],
  [
    'effective',
    `${NOUN}(?:comes? into (?:force|effect)|(?:in force|takes effect|effective|valid|implemented|applies))(?: from| on| date)?|(?:effective|implementation|start|commencement) date|date (?:effective|implemented|in force)|dyddiad gweithredu|yn weithredol o`,
  ],
  [
    'issued',
    'date of (?:issue|policy|publication|document|creation)|(?:issue|policy|publication|document) date|date (?:issued|created|written|published)|issued|published|created|written|dated?|dyddiad',
  ],
  [
    'other',
    '(?:policy |document )?(?:version|minute|owner|author|lead|status|reference|ref|type|category|title|audience|number)(?: (?:no\\.?|number))?|written by|prepared by|produced by|reviewed by|(?:person |staff )?responsib(?:le|ility)(?: person| for| of| officer)?|published (?:at|on)|signed on|linked (?:policies|documents)|related (?:policies|documents)|statutory|fersiwn|awdur|perchennog',
  ],
];

const ANY_LABEL = LABELS.map(([, words]) => `(?:${words})`).join('|');
const LABEL_AT = new RegExp(
  `(?<=^|\\s|\\|)(?:${ANY_LABEL})(?=\\s*(?::|[–-]\\s|$|\\||${DATE_PATTERN}))\\s*(?:[:|]|[–-](?=\\s))?`,
  'giu',
);
const BY_LINE = new RegExp(
  `^(?:(?:the|this) )?(?:policy |document |code (?:of conduct )?)?(?:(?:was |has been )?${APPROVED} by|(?:mabwysiadwyd|cymeradwywyd) gan):?\\s*(?<by>[^:.]{2,60}?)(?:[,;]|\\s+(?:on|in|at|during))?\\s*:?\\s*(?:date\\s*:?)?\\s*(?<date>${DATE_PATTERN})?$`,
  'iu',
);

function slotOf(label: string): DetailSlot {
  const bare = label.replace(/[\s:|–-]+$/u, '');
  return LABELS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(bare))?.[0] ?? 'other';
}

/** "Full Governing Board on 4 March 2026": who approved the policy, and when, if that is said. */
function approvedBy(value: string, found: RegExpExecArray | null): Detail {
  const by = (found ? value.slice(0, found.index) : value)
    .replace(/[\s,;:.|]+(?:(?:on|in|at|during)(?: its meeting (?:on|of))?|date:?)?[\s:]*$/iu, '')
    .replace(/^[\s:|]+/u, '');
  const reading = found ? parsePartialDate(found[0]) : undefined;
  return { slot: 'approved', ...(by === '' ? {} : { by }), ...(reading ? { date: reading.date } : {}) };
}

function readValue(slot: DetailSlot, value: string): Detail {
  if (slot === 'every') return { slot, every: value.replace(/[.;,]+$/u, '').trim() };
  const found = new RegExp(DATE_PATTERN, 'iu').exec(value);
  if (slot === 'by') return approvedBy(value, found);
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
  const byLine = BY_LINE.exec(plain.replaceAll(' | ', ' '))?.groups;
  if (byLine) {
    const by = byLine.by?.trim();
    return [{ ...readValue('adopted', byLine.date ?? ''), ...(by === undefined ? {} : { by }) }];
  }
  const labels = [...plain.matchAll(LABEL_AT)];
  if (/[.!?]$/u.test(plain) && plain.split(' ').length > 8 && labels.length < 2) return undefined;
  if (labels[0]?.index !== 0) return undefined;
  const details = labels.map((label, index) => {
    const value = plain.slice(label.index + label[0].length, labels[index + 1]?.index ?? plain.length);
    return { value: value.trim(), detail: readValue(slotOf(label[0]), value) };
  });
  const sound = details.every(({ value, detail }) => detail.date !== undefined || value.length <= 80);
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

const DATES = ['adopted', 'approved', 'issued', 'effective', 'reviewed', 'review'] as const;

/**
 * Gathers the particulars into a policy's dates; the first of each meaning wins. A day of approval alone is the day of
 * adoption: schools use the two words for one act, and only a policy that gives both means two.
 */
export function datesOf(details: readonly Detail[]): PolicyDates {
  const found = new Map<DetailSlot, PartialDate>();
  for (const { slot, date } of details) if (date && !found.has(slot)) found.set(slot, date);
  const approved = found.get('approved');
  if (approved && !found.has('adopted')) {
    found.set('adopted', approved);
    found.delete('approved');
  }
  const adoptedBy = details.find((detail) => detail.by !== undefined)?.by;
  const every = details.find((detail) => detail.every !== undefined)?.every;
  const dates = DATES.flatMap((which) => {
    const date = found.get(which);
    return date ? [[which, date] as const] : [];
  });
  return {
    ...Object.fromEntries(dates),
    ...(adoptedBy === undefined ? {} : { adoptedBy }),
    ...(every === undefined || every === '' ? {} : { reviewEvery: every }),
  };
}
