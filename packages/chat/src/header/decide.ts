import { decideOrder, type OrderDecision, OrderSurvey } from './date-order.ts';
import * as ERA from './era.ts';
import { SHAPES } from './shape.ts';
import type { HeaderEvidence } from './survey.ts';

/** What was decided about the headers of a chat. */
export interface Decision {
  /** The shape that most headers have. */
  readonly main: number;
  /** The order of its dates. */
  readonly order: OrderDecision;
  /** Every shape that is taken for a header, with the order of its dates. */
  readonly orders: ReadonlyMap<number, OrderDecision>;
  /** CRLF ends an entry and LF stays inside it. */
  readonly crlfBetween: boolean;
}

/** Stands for a year that is counted from an emperor or the Buddha: any year that WhatsApp has seen will do. */
const YEAR_OF_AN_ERA = 2020;

/** How much more often another shape must occur than that of the first line to be preferred to it. */
const OVERWHELMING = 20;

function countShapes({ dates }: HeaderEvidence): Int32Array {
  const counts = new Int32Array(SHAPES);
  for (const { shape, headers } of dates) counts[shape] = (counts[shape] ?? 0) + headers;
  return counts;
}

function mainShape(counts: Int32Array, firstShape: number): number {
  let best = -1;
  let most = 0;
  for (let shape = 0; shape < SHAPES; shape += 1) {
    const count = counts[shape] ?? 0;
    if (count > most) {
      most = count;
      best = shape;
    }
  }
  if (firstShape >= 0 && most < (counts[firstShape] ?? 0) * OVERWHELMING) return firstShape;
  return best;
}

// An untouched iOS export ends an entry with CRLF and keeps LF inside it: then every CRLF is followed by a header.
function endsWithCrlfOnly(evidence: HeaderEvidence, main: number): boolean {
  const { dates, crlf, lineEnds, endsWithCrlf, firstShape } = evidence;
  if (crlf === 0 || crlf === lineEnds) return false;
  let after = 0;
  let others = 0;
  for (const date of dates) {
    if (date.shape !== main) continue;
    after += date.afterCrlf;
    others += date.headers - date.afterCrlf;
  }
  // The very first line counts as if a CRLF stood before it.
  after -= firstShape === main ? 1 : 0;
  const explained = after + (endsWithCrlf ? 1 : 0);
  return explained * 50 >= crlf * 49 && others <= Math.max(20, after * 4);
}

/**
 * Decides shape, line ends and date order from the whole file, by counting.
 * @param evidence what the lines show
 * @param locale the caller's hint
 * @returns the decision, or null when there is no header at all
 */
export function decide(evidence: HeaderEvidence, locale?: string): Decision | null {
  const { dates } = evidence;
  if (dates.length === 0) return null;
  const main = mainShape(countShapes(evidence), evidence.firstShape);
  const crlfBetween = endsWithCrlfOnly(evidence, main);
  const mainSurvey = new OrderSurvey();
  const surveys = new Map([[main, mainSurvey]]);
  for (const { shape, first, second, third, era, afterBom, afterCrlf } of dates) {
    if (afterBom && !surveys.has(shape)) surveys.set(shape, new OrderSurvey());
    if (crlfBetween && afterCrlf === 0) continue;
    surveys.get(shape)?.add(first, second, era === ERA.common ? third : YEAR_OF_AN_ERA);
  }
  const order = decideOrder(main, mainSurvey.evidence, locale);
  const orders = new Map<number, OrderDecision>();
  for (const [shape, orderSurvey] of surveys)
    orders.set(shape, decideOrder(shape, orderSurvey.evidence, locale));
  return { main, order, orders, crlfBetween };
}
