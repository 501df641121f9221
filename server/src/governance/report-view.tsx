import { Table, UserText } from '../ui/index.ts';
import { Chart } from './chart.tsx';
import type { ShownReport } from './report.ts';
import {
  countText,
  firstContactText,
  NOT_SHOWN,
  REPORT_NOTE,
  rangeText,
  type Section,
  sectionsOf,
} from './sections.ts';

function SectionView({ section: { title, hint, column, table, whole } }: { section: Section }) {
  const total = table && whole ? [['All together', rangeText(table.total)]] : [];
  return (
    <section>
      <h2>{title}</h2>
      <p>{hint}</p>
      {!table && <p>{NOT_SHOWN}</p>}
      {table && table.rows.length === 0 && <p>None in this term.</p>}
      {table && table.rows.length > 0 && (
        <>
          {table.rows.some(({ count }) => count !== 0) && <Chart table={table} title={title} />}
          <Table
            caption={title}
            captionHidden
            columns={[{ header: column }, { header: 'Number', numeric: true }]}
            rows={[...table.rows.map(({ label, count }) => [label, countText(count)]), ...total]}
            empty={undefined}
          />
        </>
      )}
    </section>
  );
}

/** The numbers of a report, each part as bars and as a table. */
export function ReportView({ shown }: { shown: ShownReport }) {
  return (
    <>
      <p>{REPORT_NOTE}</p>
      {sectionsOf(shown).map((section) => (
        <SectionView section={section} />
      ))}
      <section>
        <h2>Time to the first contact with a parent</h2>
        <p>The middle case: {firstContactText(shown.firstContact)}</p>
      </section>
    </>
  );
}

/** What the Head wrote under the numbers. */
export function Learning({ words }: { words: string }) {
  return (
    <section>
      <h2>What we learned</h2>
      <UserText text={words} />
    </section>
  );
}
