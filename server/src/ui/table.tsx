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

/** A table that scrolls sideways by itself on a narrow screen, by keyboard too. */
export function Table({ caption, captionHidden, fits, columns, rows, empty }: TableProps) {
  if (rows.length === 0) return <>{empty}</>;
  const captionId = `table-${fieldId(caption.toLowerCase())}`;
  // The region takes the keyboard's focus so that it can be scrolled without a mouse.
  const scroller = { role: 'region', tabindex: 0, 'aria-labelledby': captionId };
  return (
    <div class={fits === true ? 'hb-table hb-table--fits' : 'hb-table'} {...(fits === true ? {} : scroller)}>
      <table class="govuk-table">
        <caption
          id={captionId}
          class={
            captionHidden === true ? 'govuk-table__caption govuk-visually-hidden' : 'govuk-table__caption'
          }
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ header, numeric }) => (
              <th scope="col" class={cellClass('header', numeric)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" class={cellClass('header', columns[index]?.numeric)} dir="auto">
                    {cell}
                  </th>
                ) : (
                  <td class={cellClass('cell', columns[index]?.numeric)} dir="auto">
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

function cellClass(part: 'header' | 'cell', numeric: boolean | undefined): string {
  const base = `govuk-table__${part}`;
  return numeric === true ? `${base} ${base}--numeric` : base;
}
