import type { Temporal } from 'temporal-polyfill';
import { renderPdf } from '../../platform/pdf/typst.ts';
import { formatDate } from '../../ui/index.ts';
import type { Bundle } from './bundle.ts';

/**
 * The pack on paper. A bar is a black box with white words of Handbell's own: what it stands for never reaches this
 * template, so it is nowhere in the file.
 */
const TEMPLATE = `
#let pack = json(bytes(sys.inputs.pack))
#set document(title: "Your data: " + pack.school, date: auto)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 20mm, bottom: 24mm),
  footer: context text(size: 9pt)[
    Your data, #pack.day
    #h(1fr)
    Page #counter(page).display() of #counter(page).final().first()
  ],
)
#set text(font: serif, size: 11.5pt, hyphenate: false)
#set par(leading: 0.62em, spacing: 1.05em, justify: false)
#show heading: set text(font: sans)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 0em, below: 1em)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em, sticky: true)

#let bar(label) = box(
  fill: black,
  inset: (x: 2.5pt),
  outset: (y: 2.5pt),
  radius: 0.5pt,
  text(font: sans, size: 0.82em, fill: white)[#label],
)
#let lines(text) = text.split("\\n").map(line => [#line]).join(linebreak())

#text(font: sans, weight: "bold", size: 13pt)[#pack.school]
#v(3mm)
#line(length: 100%, stroke: 0.6pt + rgb("#0f4c45"))
#v(5mm)
#pack.day
#v(6mm)

= Your own data

#for paragraph in pack.letter { par(lines(paragraph)) }

#pagebreak()
= What is in this pack

#if pack.index.len() == 0 [We found nothing about you in our records.] else {
  table(
    columns: (auto, 1fr, auto),
    stroke: 0.5pt + rgb("#7b8a90"),
    inset: 2.5mm,
    table.header([*Number*], [*Record*], [*Passages*]),
    ..pack.index.map(row => ([#row.number], [#row.title], [#row.passages])).flatten(),
  )
}

#for (at, record) in pack.records.enumerate() {
  if at == 0 { pagebreak() } else { v(6mm) }
  heading(level: 1)[#record.number. #record.title]
  for passage in record.passages {
    heading(level: 2, passage.where)
    par({
      for piece in passage.pieces {
        if piece.kind == "bar" { bar(piece.label) } else { lines(piece.text) }
      }
    })
  }
}

#pagebreak()
= What was covered, and why

#if pack.schedule.len() == 0 [Nothing was covered.] else {
  table(
    columns: (auto, 1fr, 1.4fr),
    stroke: 0.5pt + rgb("#7b8a90"),
    inset: 2.5mm,
    table.header([*Bar*], [*Where*], [*Why*]),
    ..pack.schedule.map(row => ([#row.number], [#row.where], [#row.why])).flatten(),
  )
}
`;

/** Lets a line break inside a run of characters that is too long for it. */
const breakable = (text: string): string => text.replaceAll(/\S{40}(?=\S)/gu, '$&\u200B');

export interface PrintedPack {
  readonly bundle: Bundle;
  /** The covering letter, a blank line between paragraphs. */
  readonly letter: string;
  readonly schoolName: string;
  readonly day: Temporal.PlainDate;
}

/** Prints a pack as tagged PDF/UA-1: covering letter, index, records with bars, schedule of what was covered (D22). */
export function bundlePdf(
  { bundle, letter, schoolName, day }: PrintedPack,
  made: Temporal.Instant,
): Promise<Uint8Array> {
  const data = {
    school: schoolName,
    day: formatDate(day),
    letter: letter.split(/\n\s*\n/u).map((each) => breakable(each.trim())),
    index: bundle.index,
    records: bundle.records.map(({ number, title, passages }) => ({
      number,
      title,
      passages: passages.map(({ where, pieces }) => ({
        where,
        pieces: pieces.map((piece) =>
          piece.kind === 'words' ? { ...piece, text: breakable(piece.text) } : piece,
        ),
      })),
    })),
    schedule: bundle.schedule,
  };
  return renderPdf(TEMPLATE, { pack: JSON.stringify(data) }, { created: made });
}
