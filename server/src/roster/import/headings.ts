import { guessHeading, type Meaning, type Refused } from './columns.ts';

/** Reports put a title and a date above their headings; further down than this, none is looked for. */
const LOOK_ROWS = 15;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^(\+44|0044|0)[\d\s()-]{8,16}$/;
const PUPIL_NUMBER = /^[A-Z]\d{11,12}[A-Z\d]?$/i;
const DAY = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/;
const POSTCODE = /[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\s*$/i;

/** Whether most of a column's filled cells look like something. */
function mostly(cells: readonly string[], looks: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== '').slice(0, 200);
  return filled.length > 0 && filled.filter(looks).length * 2 > filled.length;
}

/** Why a column without a telling heading is not taken, by what its cells look like. */
export function refusedByCells(cells: readonly string[]): Refused | undefined {
  if (mostly(cells, (cell) => PUPIL_NUMBER.test(cell))) return 'number';
  if (mostly(cells, (cell) => PHONE.test(cell))) return 'phone';
  if (mostly(cells, (cell) => DAY.test(cell))) return 'birth';
  if (mostly(cells, (cell) => POSTCODE.test(cell))) return 'address';
  return undefined;
}

/** What a column without headings anywhere may mean, by what its cells look like. */
export function meaningByCells(cells: readonly string[]): Meaning | undefined {
  if (mostly(cells, (cell) => EMAIL.test(cell))) return 'email.1';
  if (mostly(cells, (cell) => /\d/.test(cell) && cell.length <= 20)) return 'class';
  if (mostly(cells, (cell) => /\p{L}.*\s.*\p{L}/u.test(cell))) return 'name.1';
  return undefined;
}

/**
 * Which of the first rows is the headings: the one with the most cells that say something; a row that holds an address
 * for mail is none.
 * @returns its index, or -1 for a list without headings
 */
export function findHeadings(rows: readonly (readonly string[])[], phones: boolean): number {
  let best = -1;
  let most = 0;
  for (const [index, row] of rows.slice(0, LOOK_ROWS).entries()) {
    if (row.some((cell) => EMAIL.test(cell.trim()))) continue;
    const telling = row.filter((cell) => guessHeading(cell, phones) !== undefined).length;
    if (telling > most) [best, most] = [index, telling];
  }
  return best;
}
