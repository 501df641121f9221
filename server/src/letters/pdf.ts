import type { Temporal } from 'temporal-polyfill';
import { renderPdf } from '../platform/pdf/typst.ts';
import type { LetterContent } from './content.ts';

/** The page of a letter. Everything in it comes as data; nothing that somebody typed is ever read as markup. */
const TEMPLATE = `
#let letter = json(bytes(sys.inputs.letter))
#let size = if letter.large { 18pt } else { 11.5pt }
#set document(title: letter.title, date: auto)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 20mm, bottom: 24mm),
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

#grid(
  columns: (1fr, auto),
  column-gutter: 8mm,
  text(font: sans, weight: "bold", size: size * 1.25)[#letter.school.name],
  align(right, text(font: sans, size: size * 0.82, lines(letter.school.lines))),
)
#v(3mm)
#line(length: 100%, stroke: 0.6pt + rgb("#0f4c45"))
#v(6mm)
#lines(letter.recipient)

#v(3mm)
#letter.date \\
Our reference: #letter.reference

#v(3mm)
#letter.greeting

= #letter.title

#for section in letter.sections {
  if section.heading != "" { heading(level: 2, section.heading) }
  for group in section.groups {
    if group.list { list(..group.items.map(item => [#item])) } else { for item in group.items { par[#item] } }
  }
}

#block(breakable: false)[
  #letter.closing

  #v(if letter.large { 12mm } else { 14mm })

  #lines(letter.signer)
]

#v(4mm)
#block(stroke: 0.6pt + rgb("#7b8a90"), inset: 3.5mm, radius: 1mm, width: 100%, breakable: false)[
  #set text(size: if letter.large { 16pt } else { 9pt }, font: sans)
  #set par(spacing: 0.6em)
  #for line in letter.strip {
    block(width: 100%, spacing: 0.6em)[
      #set text(lang: line.lang, dir: if line.rtl { rtl } else { ltr })
      #line.text
    ]
  }
]
`;

const LONGEST_RUN = 30;
const RUN = new RegExp(String.raw`\S{${LONGEST_RUN}}(?=\S)`, 'gu');

/** Lets a line break inside a run of characters that is too long for it. */
function breakable(text: string): string {
  return text.replaceAll(RUN, '$&\u200B');
}

/** Items of a list that follow each other become one list. */
function groupsOf(blocks: LetterContent['sections'][number]['blocks']) {
  const groups: { list: boolean; items: string[] }[] = [];
  for (const { kind, text } of blocks) {
    const list = kind === 'item';
    const last = groups.at(-1);
    if (last && last.list === list) last.items.push(breakable(text));
    else groups.push({ list, items: [breakable(text)] });
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
    sections: content.sections.map(({ heading, blocks }) => ({ heading, groups: groupsOf(blocks) })),
  };
  return renderPdf(TEMPLATE, { letter: JSON.stringify(data) }, { created: made });
}
