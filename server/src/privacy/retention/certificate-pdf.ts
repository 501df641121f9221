import { renderPdf } from '../../platform/pdf/typst.ts';
import { formatCount, formatDateTime } from '../../ui/index.ts';
import { CLASS_TEXT } from './classes.ts';
import type { Destruction } from './destroy.ts';

const TEMPLATE = `
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, author: sheet.school, date: none)
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.2cm), footer: context text(size: 9pt, fill: rgb("#51616a"))[
  #sheet.title #h(1fr) Page #counter(page).display() of #counter(page).final().first()
])
#set text(size: 11pt)
#set par(leading: 0.7em)
#show heading.where(level: 1): set text(size: 22pt, fill: rgb("#0f4c45"))
#show heading.where(level: 2): set text(size: 13pt, fill: rgb("#0f4c45"))
#text(fill: rgb("#51616a"), sheet.school)
= #sheet.title
#v(0.4em)
#for row in sheet.rows {
  block(below: 0.95em, grid(
    columns: (4.6cm, 1fr), column-gutter: 0.8em,
    text(fill: rgb("#51616a"), row.key), row.value,
  ))
}
#v(0.4em)
== #sheet.listTitle
#sheet.listHint
#for hash in sheet.hashes {
  block(below: 0.5em, text(size: 8pt, hash))
}
`;

type Facts = Pick<Destruction, 'id' | 'class' | 'records' | 'hashes' | 'doneAt'> & {
  readonly schoolName: string;
  readonly byItself: boolean;
};

/** A certificate of destruction as PDF/UA-1: the class, how many, when, on whose word, a hash of each; no names. */
export function certificatePdf(facts: Facts): Promise<Uint8Array> {
  const { name, end, from } = CLASS_TEXT[facts.class];
  const sheet = {
    title: 'Certificate of destruction',
    school: facts.schoolName,
    rows: [
      { key: 'What', value: name },
      { key: 'How many', value: formatCount(facts.records, 'record', 'records') },
      {
        key: 'How',
        value:
          end === 'destroyed'
            ? 'Destroyed'
            : 'Anonymised: everything that was written about people is gone. Codes, days and counts stay.',
      },
      { key: 'When', value: formatDateTime(facts.doneAt) },
      {
        key: 'On whose word',
        value: facts.byItself
          ? 'By itself, as the school’s schedule says'
          : 'The data protection lead’s, after the time in the school’s schedule was over',
      },
      { key: 'Kept since', value: `Counted from ${from}` },
      { key: 'Number', value: facts.id },
    ],
    listTitle: 'The records',
    listHint:
      'One line a record. Whoever still has a record’s own number can check with Handbell that it is among these. Nobody can find a person from a line.',
    hashes: facts.hashes,
  };
  return renderPdf(TEMPLATE, { sheet: JSON.stringify(sheet) });
}
