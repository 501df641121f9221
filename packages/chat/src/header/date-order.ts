import type { Certainty } from '../types.ts';
import { packDay } from './calendar.ts';
import * as SHAPE from './shape.ts';

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

export type DateOrder = (typeof ORDERS)[number];

/** A decision about the order of the numbers in a date. */
export interface OrderDecision {
  readonly order: DateOrder;
  readonly certainty: Certainty;
  readonly reason: string;
}

/** Counts, over the dates of one shape of header, what each order of the numbers would mean. */
export interface OrderEvidence {
  impossible: Record<DateOrder, number>;
  backwards: Record<DateOrder, number>;
}

/** Years that a two-digit year can stand for: WhatsApp began in 2009; Thai phones write 2552 and later. */
function plausible(year: number): boolean {
  return year < 0 || (year >= 9 && year <= 45) || (year >= 52 && year <= 98) || year >= 1000;
}

/** Collects evidence for the order of dates, header by header. */
export class OrderSurvey {
  readonly evidence: OrderEvidence = {
    impossible: { dmy: 0, mdy: 0, ymd: 0 },
    backwards: { dmy: 0, mdy: 0, ymd: 0 },
  };
  readonly #last = { dmy: 0, mdy: 0, ymd: 0 };

  /** Takes the three printed numbers of one date; `third` is -1 when there is no year. */
  add(first: number, second: number, third: number): void {
    const { impossible, backwards } = this.evidence;
    for (const order of ORDERS) {
      const [year, month, day] =
        order === 'ymd'
          ? [first, second, third]
          : order === 'mdy'
            ? [third, first, second]
            : [third, second, first];
      if (day > 31 || day < 1 || month < 1 || month > 12 || !plausible(year)) {
        impossible[order] += 1;
        continue;
      }
      const packed = packDay(Math.max(0, year), month, day);
      if (packed < this.#last[order]) backwards[order] += 1;
      this.#last[order] = packed;
    }
  }
}

/** The order that a locale writes dates in, or null when the tag is not understood. */
function orderOfLocale(locale: string): DateOrder | null {
  try {
    const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', calendar: 'gregory' }).formatToParts(
      0,
    );
    const order = parts
      .filter((part) => part.type === 'day' || part.type === 'month' || part.type === 'year')
      .map((part) => part.type.charAt(0))
      .join('');
    return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
  } catch {
    return null;
  }
}

/**
 * Decides the order of the numbers in the dates of one shape of header. The file decides where it can: a number over
 * 12, then the order under which dates run forwards (counted, since late deliveries happen). Then the hint, then dots,
 * then day first, which is reported as a guess.
 * @param shape bits of the header's shape
 * @param evidence counts over the whole file
 * @param locale the caller's hint
 */
export function decideOrder(shape: number, evidence: OrderEvidence, locale?: string): OrderDecision {
  if ((shape & SHAPE.named) !== 0) return proved('dmy', 'months are written as words');
  if ((shape & SHAPE.yearFirst) !== 0) return proved('ymd', 'dates begin with the year');
  const { impossible, backwards } = evidence;
  const short = (shape & (SHAPE.fourDigits | SHAPE.noYear)) === 0;
  const hint = locale === undefined ? null : orderOfLocale(locale);
  const hinted = { certainty: 'hint', reason: 'the language of the phone was given' } as const;
  const least = Math.min(impossible.dmy, impossible.mdy);
  if (hint === 'ymd' && short && impossible.ymd <= least) return { order: hint, ...hinted };
  if (impossible.dmy !== impossible.mdy) {
    const order = impossible.dmy < impossible.mdy ? 'dmy' : 'mdy';
    const other = order === 'dmy' ? 'first' : 'second';
    if (!short || impossible[order] <= impossible.ymd)
      return proved(order, `the ${other} number is over 12 in some dates`);
  }
  if (short && impossible.ymd < least)
    return proved('ymd', 'only with the year first are all dates possible');
  if ((shape & SHAPE.dots) !== 0) return proved('dmy', 'dates with dots begin with the day');
  if (backwards.dmy !== backwards.mdy) {
    const order = backwards.dmy < backwards.mdy ? 'dmy' : 'mdy';
    return proved(order, 'in any other order the dates would run backwards');
  }
  if (hint === 'dmy' || hint === 'mdy') return { order: hint, ...hinted };
  return { order: 'dmy', certainty: 'guess', reason: 'the dates fit both orders, so we took the day first' };
}

function proved(order: DateOrder, reason: string): OrderDecision {
  return { order, certainty: 'proved', reason };
}
