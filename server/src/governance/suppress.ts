import { z } from 'zod';

/** Fewer than this are never shown: a small number points at somebody (rule 40). */
export const SMALLEST = 5;
const MOST_FEW = SMALLEST - 1;

/** A row of a count, before anything is hidden. */
export interface CountRow {
  readonly label: string;
  readonly count: number;
}

/** A count as it is shown: a number, or "fewer than 5" for one to four. Nobody at all is shown as 0. */
export const shownCountSchema = z.union([z.int().nonnegative(), z.literal('few')]);
export type ShownCount = z.output<typeof shownCountSchema>;

/** Between what a number lies; both ends are the same when it is known. */
export const rangeSchema = z.object({ least: z.int(), most: z.int() });
export type Range = z.output<typeof rangeSchema>;

export const shownTableSchema = z.object({
  rows: z.array(z.object({ label: z.string(), count: shownCountSchema })),
  /** The sum of the rows, as far as they tell it. */
  total: rangeSchema,
});
export type ShownTable = z.output<typeof shownTableSchema>;

const few = (count: number): ShownCount => (count > 0 && count < SMALLEST ? 'few' : count);

/** One number by itself. */
export function showCount(count: number): ShownCount {
  return few(count);
}

/** The least and the most that a count can be which is shown like this. */
export function rangeOf(shown: ShownCount): Range {
  return shown === 'few' ? { least: 1, most: MOST_FEW } : { least: shown, most: shown };
}

const sum = (ranges: readonly Range[]): Range => ({
  least: ranges.reduce((all, { least }) => all + least, 0),
  most: ranges.reduce((all, { most }) => all + most, 0),
});

/**
 * Hides the small numbers of a table whose rows are parts of one whole. Its total is never told beyond what the rows
 * tell by themselves: with a total, the last hidden number could be worked out.
 */
export function showParts(rows: readonly CountRow[]): ShownTable {
  const shown = rows.map(({ label, count }) => ({ label, count: few(count) }));
  return { rows: shown, total: sum(shown.map(({ count }) => rangeOf(count))) };
}

/**
 * Another table about the same things, in which one thing may be counted in several rows, and each is counted in at
 * least one (cases by clause). It is shown only when it narrows the whole no further than the whole is told already,
 * and the whole narrows none of its hidden numbers.
 * @param whole what is told of how many things there are
 * @returns undefined when it must not be shown
 */
export function showOverlapping(rows: readonly CountRow[], whole: Range): ShownTable | undefined {
  const table = showParts(rows);
  const highest = Math.max(0, ...table.rows.map(({ count }) => rangeOf(count).most));
  return highest <= whole.least && table.total.least >= whole.most ? table : undefined;
}

/**
 * A table about some of the same things, each counted once at most (those cases that were assessed). Shown under the
 * same condition as {@link showOverlapping}.
 */
export function showSome(rows: readonly CountRow[], whole: Range): ShownTable | undefined {
  const table = showParts(rows);
  return table.total.most <= whole.least ? table : undefined;
}
