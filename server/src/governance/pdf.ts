import { renderPdf } from '../platform/pdf/typst.ts';
import type { ShownReport } from './report.ts';
import { countText, firstContactText, NOT_SHOWN, REPORT_NOTE, rangeText, sectionsOf } from './sections.ts';

const TEMPLATE = `
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, author: sheet.school, date: none)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.2cm), footer: context text(size: 9pt, fill: rgb("#51616a"))[
  #sheet.title #h(1fr) Page #counter(page).display() of #counter(page).final().first()
])
#set text(size: 11pt)
#set par(leading: 0.7em)
#show heading.where(level: 1): set text(size: 22pt, fill: rgb("#0f4c45"))
#show heading.where(level: 2): set text(size: 13pt, fill: rgb("#0f4c45"))
// A bar says nothing that the number beside it does not: it is left out for a screen reader.
#let cell(row) = if row.whole { strong(row.label) } else {
  stack(dir: ttb, spacing: 0.5em, row.label,
    ..if row.share > 0 { (pdf.artifact(rect(width: row.share * 1%, height: 3pt, fill: rgb("#0f4c45"))),) })
}
#text(fill: rgb("#51616a"), sheet.school)
= #sheet.title
#text(fill: rgb("#51616a"), sheet.period)
#v(0.4em)
#for part in sheet.parts {
  block(above: 1.6em, below: 0.6em, breakable: false)[
    == #part.title
    #text(size: 10pt, fill: rgb("#51616a"), part.hint)
    #if part.rows.len() == 0 {
      par(part.empty)
    } else {
      table(
        columns: (1fr, 4.6cm),
        align: (left, right),
        inset: 6pt,
        stroke: (x: none, y: 0.6pt + rgb("#7b8a90")),
        table.header(strong(part.column), strong(sheet.number)),
        ..part.rows.map(row => (cell(row), if row.whole { strong(row.count) } else { row.count })).flatten(),
      )
    }
  ]
}
== #sheet.contactTitle
#sheet.contact
== #sheet.learningTitle
#for words in sheet.learning { par(words) }
#v(1em)
#text(size: 9.5pt, fill: rgb("#51616a"), sheet.note)
`;

interface Facts {
  readonly schoolName: string;
  readonly title: string;
  readonly period: string;
  readonly shown: ShownReport;
  readonly learning: string;
}

/** A termly report as PDF/UA-1 (D21). */
export function reportPdf({ schoolName, title, period, shown, learning }: Facts): Promise<Uint8Array> {
  const sheet = {
    school: schoolName,
    title,
    period,
    number: 'Number',
    parts: sectionsOf(shown).map(({ title: heading, hint, column, table, whole }) => {
      const most = Math.max(1, ...(table?.rows ?? []).map(({ count }) => (count === 'few' ? 0 : count)));
      const rows = (table?.rows ?? []).map(({ label, count }) => ({
        label,
        count: countText(count),
        share: count === 'few' ? 0 : Math.round((100 * count) / most),
        whole: false,
      }));
      const total = table && whole && rows.length > 0;
      return {
        title: heading,
        hint,
        column,
        rows: total
          ? [...rows, { label: 'All together', count: rangeText(table.total), share: 0, whole: true }]
          : rows,
        empty: table ? 'None in this term.' : NOT_SHOWN,
      };
    }),
    contactTitle: 'Time to the first contact with a parent',
    contact: `The middle case: ${firstContactText(shown.firstContact)}`,
    learningTitle: 'What we learned',
    learning: learning.split(/\n+/).filter((each) => each.trim() !== ''),
    note: REPORT_NOTE,
  };
  return renderPdf(TEMPLATE, { sheet: JSON.stringify(sheet) });
}
