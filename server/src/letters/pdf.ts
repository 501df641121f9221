import type { Temporal } from 'temporal-polyfill';
import { renderPdf } from '../platform/pdf/typst.ts';
import type { Block } from './blocks.ts';
import type { LetterContent } from './content.ts';

/** The page of a letter. Everything in it comes as data; nothing that somebody typed is ever read as markup. */
const TEMPLATE = `
#let letter = json(bytes(sys.inputs.letter))
#let size = if letter.large { 18pt } else { 11.5pt }
#set document(title: letter.title, date: auto)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 16mm, bottom: 20mm),
  footer: context text(size: if letter.large { 14pt } else { 9pt })[
    #letter.reference
    #h(1fr)
    Page #counter(page).display() of #counter(page).final().first()
  ],
)
#set text(font: serif, size: size, hyphenate: false)
#set par(leading: 0.62em, spacing: 1.05em, justify: false)
#show heading: set text(font: sans)
#show heading.where(level: 1): set text(size: size * 1.3)
#show heading.where(level: 1): set block(above: 1.6em, below: 1em)
#show heading.where(level: 2): set text(size: size * 1.05)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.6em, sticky: true)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.7em)

#let lines(all) = all.map(line => [#line]).join(linebreak())
// Ruled space to write by hand; it says nothing to a screen reader.
#let room = pdf.artifact(block(
  width: 100%, breakable: false, stroke: 0.6pt + rgb("#7b8a90"), radius: 1mm, inset: (x: 3mm, top: size * 2.2, bottom: size),
  stack(dir: ttb, spacing: size * 2.2, ..range(5).map(_ => line(length: 100%, stroke: 0.4pt + rgb("#b8c2c6")))),
))

#if letter.marking != "" {
  block(width: 100%, inset: 2.5mm, stroke: 1pt + black, below: 5mm, align(center, text(font: sans, weight: "bold", size: size * 1.1)[#letter.marking]))
}

#grid(
  columns: (1fr, 1fr),
  column-gutter: 8mm,
  text(font: sans, weight: "bold", size: size * 1.25)[#letter.school.name],
  align(right, text(font: sans, size: size * 0.82, lines(letter.school.lines))),
)
#v(1mm)
#line(length: 100%, stroke: 0.6pt + rgb("#0f4c45"))
#v(4mm)
#if letter.recipient.len() > 0 [
  #lines(letter.recipient)

  #v(3mm)
]
#letter.date \\
Our reference: #letter.reference

#v(3mm)
#if letter.greeting != "" [#letter.greeting]

= #letter.title

#for (at, section) in letter.sections.enumerate() {
  if section.heading != "" { heading(level: 2, section.heading) }
  for (which, group) in section.groups.enumerate() {
    // The last words stay with the name below them, and words with the room to write that they speak of.
    let last = section.groups.at(which + 1, default: (kind: if at == letter.sections.len() - 1 { "room" })).kind == "room"
    if group.kind == "item" { list(..group.items.map(item => [#item])) } else if group.kind == "room" { room } else {
      for (number, item) in group.items.enumerate() {
        block(sticky: last and number == group.items.len() - 1, par[#item])
      }
    }
  }
}

#let closing = block(breakable: false)[
  #letter.closing

  #v(if not letter.ink { 1mm } else if letter.large { 12mm } else { 14mm })

  #if letter.record { letter.signer.join(", ") } else { lines(letter.signer) }

  #if letter.signature != "" [#letter.signature]
]

#let strip = {
  let words(line) = {
    set text(lang: line.lang, dir: if line.rtl { rtl } else { ltr })
    set par(spacing: 0.4em, leading: 0.45em)
    line.text
  }
  block(stroke: 0.6pt + rgb("#7b8a90"), inset: 2.5mm, radius: 1mm, width: 100%, breakable: false, above: 2mm + 1em)[
    #set text(size: if letter.large { 16pt } else { 8pt }, font: sans)
    #if letter.large {
      stack(dir: ttb, spacing: 0.8em, ..letter.strip.map(words))
    } else {
      grid(columns: (1fr, 1fr), column-gutter: 4mm, row-gutter: 0.55em, ..letter.strip.map(words))
    }
  ]
}

// The strip never stands on a page by itself. In large print it fills most of one, and would push the end of the
// letter away from its words.
#if letter.strip.len() == 0 { closing } else if letter.large { closing; strip } else {
  block(breakable: false, { closing; strip })
}
`;

const LONGEST_RUN = 30;
const RUN = new RegExp(String.raw`\S{${LONGEST_RUN}}(?=\S)`, 'gu');

/** Lets a line break inside a run of characters that is too long for it. */
function breakable(text: string): string {
  return text.replaceAll(RUN, '$&\u200B');
}

/** Items of a list that follow each other become one list. */
function groupsOf(blocks: readonly Block[]) {
  const groups: { kind: Block['kind']; items: string[] }[] = [];
  for (const { kind, text } of blocks) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.items.push(breakable(text));
    else groups.push({ kind, items: [breakable(text)] });
  }
  return groups;
}

/**
 * Prints a letter as PDF/UA-1: tagged, titled, in a language, in large print when asked for.
 * @param made the moment in the file's properties
 */
export function letterPdf(content: LetterContent, made: Temporal.Instant): Promise<Uint8Array> {
  const data = {
    ...content,
    school: {
      name: breakable(content.school.name),
      lines: content.school.lines.map(breakable),
    },
    recipient: content.recipient.map(breakable),
    greeting: breakable(content.greeting),
    signer: content.signer.map(breakable),
    signature: breakable(content.signature),
    sections: content.sections.map(({ heading, blocks }) => ({ heading, groups: groupsOf(blocks) })),
  };
  return renderPdf(TEMPLATE, { letter: JSON.stringify(data) }, { created: made });
}
