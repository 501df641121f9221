import type { ShownReport } from './report.ts';
import { type Range, type ShownCount, type ShownTable, SMALLEST } from './suppress.ts';

/** A part of a report: its heading, and its table where one may be shown. */
export interface Section {
  readonly title: string;
  readonly hint: string;
  /** What each row is: the first column's heading. */
  readonly column: string;
  readonly table: ShownTable | undefined;
  /** Whether the rows are parts of one whole, so that a total means something. */
  readonly whole: boolean;
}

/** "12", "fewer than 5". */
export function countText(count: ShownCount): string {
  return count === 'few' ? `fewer than ${SMALLEST}` : count.toLocaleString('en-GB');
}

/** "17", "between 6 and 12". */
export function rangeText({ least, most }: Range): string {
  return least === most
    ? least.toLocaleString('en-GB')
    : `between ${least.toLocaleString('en-GB')} and ${most.toLocaleString('en-GB')}`;
}

/** What stands where a table would tell what another one hides. */
export const NOT_SHOWN = 'Not shown: with the other tables, small numbers could be worked out from it.';

export const REPORT_NOTE = `Numbers from 1 to ${SMALLEST - 1} are shown as “fewer than ${SMALLEST}”. A total is then told only as far as the rows tell it, so that no small number can be worked out. Matters that go past the Head Teacher or the governors are not counted. Nothing here tells of a single case, so that governors can still hear one.`;

/** The parts of a report in the order they are read. */
export function sectionsOf(shown: ShownReport): readonly Section[] {
  return [
    {
      title: 'Concerns brought to the school',
      hint: 'By where the words were.',
      column: 'Where',
      table: shown.concerns,
      whole: true,
    },
    {
      title: 'Concerns by how they ended',
      hint: 'The same concerns, by what became of each so far.',
      column: 'Ending',
      table: shown.endings ?? undefined,
      whole: true,
    },
    {
      title: 'Cases by outcome',
      hint: 'Cases opened in the term, by what was decided so far.',
      column: 'Outcome',
      table: shown.outcomes,
      whole: true,
    },
    {
      title: 'Cases by clause',
      hint: 'A case that cites several clauses is counted under each.',
      column: 'Clause of the policy',
      table: shown.clauses ?? undefined,
      whole: false,
    },
    {
      title: 'Equality',
      hint: 'Whether words raised discrimination, safeguarding, special needs or wrongdoing, in cases that were assessed.',
      column: 'Answer',
      table: shown.equality ?? undefined,
      whole: true,
    },
    {
      title: 'Reviews that parents asked for',
      hint: 'Decided in the term, by what they came to.',
      column: 'Result',
      table: shown.reviews,
      whole: true,
    },
    {
      title: 'Bans from the site',
      hint: 'A ban in force may also be counted as reviewed.',
      column: 'Bans',
      table: shown.bans,
      whole: false,
    },
  ];
}

/** The middle time to the first contact with a parent, in words. */
export function firstContactText(days: number | null): string {
  if (days === null) return 'not shown, because there are too few cases';
  return days === 1 ? '1 school day' : `${days.toLocaleString('en-GB')} school days`;
}
