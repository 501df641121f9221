import { renderPdf } from '../platform/pdf/typst.ts';
import type { School } from '../schools/store.ts';
import { type OwnPage, printedCode } from './page-store.ts';

/** One sheet to answer on paper, on both sides. It says nothing of the matter, so that it can lie about. */
const TEMPLATE = `
#let form = json(bytes(sys.inputs.form))
#set document(title: form.title, date: none)
#set page(paper: "a4", margin: (x: 22mm, top: 18mm, bottom: 20mm), footer: context text(size: 9pt)[
  #form.school #h(1fr) Form #form.code #h(1fr) Side #counter(page).display() of #counter(page).final().first()
])
#set text(size: 12pt)
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set text(fill: rgb("#0f4c45"))
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em, sticky: true)
#let rule = line(length: 100%, stroke: 0.5pt + rgb("#7b8a90"))
#let writing(count) = stack(spacing: 9.5mm, ..range(count + 1).map(it => if it == 0 { v(0mm) } else { rule }))
#let tick(label) = block(above: 0.7em, grid(columns: (auto, 1fr), column-gutter: 0.7em,
  box(width: 0.42cm, height: 0.42cm, stroke: 0.7pt), label))
#let field(label) = block(above: 2em, grid(columns: (3.6cm, 1fr), column-gutter: 0.6em, align: bottom, label, rule))

#text(fill: rgb("#51616a"), form.school)
= #form.title
#form.lead

#block(inset: 3mm, stroke: 0.6pt + rgb("#7b8a90"), width: 100%)[#form.codeLabel #h(1fr) #strong(text(size: 15pt, form.code))]

#for part in form.parts {
  heading(level: 2, part.heading)
  if part.hint != "" { text(part.hint) }
  for choice in part.ticks { tick(choice) }
  if part.lines > 0 { writing(part.lines) }
}
#block(breakable: false)[
  #heading(level: 2, form.sign)
  #for label in form.fields { field(label) }
]
`;

interface Part {
  readonly heading: string;
  readonly hint: string;
  readonly ticks: readonly string[];
  readonly lines: number;
}

const PARTS: readonly Part[] = [
  {
    heading: '1. Did you write the words in our letter?',
    hint: 'You do not have to answer this to be heard.',
    ticks: ['Yes', 'No', 'I would rather not say, or it is not so simple'],
    lines: 0,
  },
  {
    heading: '2. What happened, as you see it?',
    hint: 'In your own words and in any language. Use more paper if you like, and write the code on each sheet.',
    ticks: [],
    lines: 19,
  },
  {
    heading: '3. Would you like to talk?',
    hint: 'You can bring somebody you trust.',
    ticks: ['Yes. It suits me at these times:'],
    lines: 2,
  },
  {
    heading: '4. What would make it easier for you?',
    hint: 'An interpreter (which language?), large print, somebody beside you, another time. You need not say why.',
    ticks: [],
    lines: 3,
  },
];

/** The form on which a parent answers on paper, as PDF/UA-1, with the code by which the office keys it in. */
export function answerFormPdf(page: OwnPage, { name, profile }: School): Promise<Uint8Array> {
  const form = {
    title: 'Your answer',
    school: name,
    lead: `Fill in what you want, and leave out the rest. Give it to the school office in a closed envelope, or post it to ${profile.address.replaceAll(/\s*\n\s*/g, ', ')}. You can phone instead: ${profile.phone}.`,
    codeLabel: 'The office needs this code:',
    code: printedCode(page),
    parts: PARTS,
    sign: '5. Your signature',
    fields: ['Name', 'Signed', 'Date'],
  };
  return renderPdf(TEMPLATE, { form: JSON.stringify(form) });
}
