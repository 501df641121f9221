import type { Child } from 'hono/jsx';
import { fieldId } from './form-state.ts';

/** A column: its heading, and whether it holds numbers. */
export interface TableColumn {
  readonly header: string;
  readonly numeric?: boolean | undefined;
}

interface TableProps {
  readonly caption: string;
  /** For a table whose caption says what the page's heading says: kept for screen readers only. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  /** For a table that is narrow enough for a phone: it never scrolls sideways. */
  readonly fits?: boolean | undefined;
  /** A list of cells a row. The first cell is the row's own heading. */
  readonly rows: readonly (readonly Child[])[];
  /** What stands in place of the table when it has no rows: mostly an {@link EmptyState}. */
  readonly empty: Child;
}

/**
 * A table. On a narrow screen each row becomes a block in which every cell says its column. A table of numbers, which are
 * compared down their columns, stays one: with more columns than have room it scrolls sideways by itself, by keyboard too.
 */
export function Table({ caption, captionHidden, fits, columns, rows, empty }: TableProps) {
  if (rows.length === 0) return <>{empty}</>;
  const captionId = `table-${fieldId(caption.toLowerCase())}`;
  const [, ...values] = columns;
  const stacks = fits !== true && !values.every(({ numeric }) => numeric === true);
  // A browser forgets that something is a table when it is laid out as blocks, so each part says what it is.
  const role = (part: string) => (stacks ? { role: part } : {});
  // The region takes the keyboard's focus so that it can be scrolled without a mouse.
  const scroller = { role: 'region', tabindex: 0, 'aria-labelledby': captionId };
  return (
    <div class={tableClass(stacks, fits === true, columns.length)} {...(fits === true ? {} : scroller)}>
      <table class="govuk-table" {...role('table')}>
        <caption
          id={captionId}
          class={
            captionHidden === true ? 'govuk-table__caption govuk-visually-hidden' : 'govuk-table__caption'
          }
        >
          {caption}
        </caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map(({ header, numeric }) => (
              <th scope="col" class={cellClass('header', numeric)} {...role('columnheader')}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {rows.map((cells) => (
            <tr {...role('row')}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th
                    scope="row"
                    class={cellClass('header', columns[index]?.numeric)}
                    dir="auto"
                    {...role('rowheader')}
                  >
                    {cell}
                  </th>
                ) : (
                  <td
                    class={cellClass('cell', columns[index]?.numeric)}
                    dir="auto"
                    data-column={stacks ? columns[index]?.header : undefined}
                    {...role('cell')}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tableClass(stacks: boolean, fits: boolean, columns: number): string {
  if (fits) return 'hb-table hb-table--fits';
  if (stacks) return 'hb-table hb-table--stacks';
  return columns > 2 ? 'hb-table hb-table--wide' : 'hb-table';
}

function cellClass(part: 'header' | 'cell', numeric: boolean | undefined): string {
  const base = `govuk-table__${part}`;
  return numeric === true ? `${base} ${base}--numeric` : base;
}
