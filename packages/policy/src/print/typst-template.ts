import { ENCLOSED_NAME } from './enclosed.ts';

/** How much of a page's height, at its end, belongs to its foot: less than the margin below, 2.4 of 29.7 cm. */
export const FOOT = 0.07;

/**
 * The page of a policy, in Typst. It is the same for every school: all words come through `sys.inputs.policy` as JSON,
 * never pasted into this source, so that nothing a school writes can be read as a command.
 */
export const POLICY_TEMPLATE = `
#let policy = json(bytes(sys.inputs.policy))
#let large = policy.large
#let size = if large { 18pt } else { 12pt }
#let pine = rgb("#0f4c45")
#let ink = rgb("#17252a")
#let muted = rgb("#51616a")

#set document(title: policy.title, author: policy.school, date: none)
#set text(font: ("Noto Serif", "Noto Sans"), size: size, lang: policy.lang, region: policy.region, fill: ink, hyphenate: false)
#set par(leading: 0.72em, spacing: 0.95em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.2cm, bottom: 2.4cm),
  footer: context {
    set text(size: 0.7 * size, font: "Noto Sans", fill: muted)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      policy.footer,
      [#counter(page).display() / #counter(page).final().first()],
    )
  },
)
#pdf.attach(
  "${ENCLOSED_NAME}",
  bytes(policy.enclosed),
  mime-type: "application/json",
  relationship: "source",
  description: "The words of this policy and how they are set out, for a computer to read",
)
#show heading: set text(font: "Noto Sans", fill: pine)
#show heading.where(level: 1): set text(size: 1.35em)
#show heading.where(level: 1): set par(leading: 0.55em)
#show heading.where(level: 1): set block(above: 0.8em, below: 1em)
#show heading.where(level: 2): set text(size: 1.12em)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)

#let number(ref) = text(font: "Noto Sans", size: 0.78em, fill: muted, ref)
#let sign-line(width) = box(width: width, baseline: 0.15em, line(length: 100%, stroke: 0.6pt + muted))

#let clauses(items, indent) = {
  set enum(full: true, indent: indent, body-indent: 0.8em, number-align: start + top, spacing: 1em)
  enum(
    tight: false,
    numbering: (..n) => number(items.at(n.pos().last() - 1).ref),
    ..items.map(item => pad(left: item.inset * 1.2em, item.text)),
  )
}

#if policy.school != "" {
  text(font: "Noto Sans", fill: muted, policy.school)
}
#heading(level: 1, policy.title)

#if policy.particulars.len() > 0 {
  set text(font: "Noto Sans", size: 0.82em)
  set par(spacing: 0.6em)
  for row in policy.particulars {
    par[#text(fill: muted, row.label + ":") #row.value]
  }
}

#for section in policy.sections {
  if section.heading != "" { heading(level: 2, section.heading) }
  for piece in section.pieces {
    if piece.kind == "stem" {
      block(sticky: true, above: 1.3em, below: 1em, par(piece.text))
    } else {
      block(above: 1em, below: 1em, clauses(piece.items, if piece.kind == "list" { 1em } else { 0em }))
    }
  }
}

#for note in policy.notes {
  par(text(font: "Noto Sans", size: 0.82em, fill: muted, note))
}

#if policy.signatures.len() > 0 {
  v(1em)
  for slot in policy.signatures {
    block(breakable: false, above: 2.4em, width: 100%)[
      #policy.labels.signed
      #if slot.name != "" { slot.name } else { sign-line(9cm) }

      #slot.role

      #if slot.date != "" [#policy.labels.date #slot.date] else { v(0.5em); policy.labels.date; [ ]; sign-line(5cm) }
    ]
  }
}

#if policy.address != "" {
  block(breakable: false, above: 2em, width: 100%)[
    #set text(font: "Noto Sans", size: 0.82em)
    #grid(
      columns: (auto, 1fr),
      column-gutter: 1em,
      align: horizon,
      if policy.qr != "" { image(bytes(policy.qr), format: "svg", width: 2.6cm, alt: policy.labels.qr) },
      [#policy.labels.read \\ #link(policy.address)],
    )
  ]
}

#if policy.slip != none {
  block(breakable: false, above: 2.5em, width: 100%)[
    #line(length: 100%, stroke: (paint: muted, thickness: 0.9pt, dash: "dotted"))
    #set text(font: "Noto Sans", size: 0.9em)
    #if policy.slip.code != "" { align(end, text(fill: muted, policy.slip.code)) }
    #strong(policy.slip.statement)

    #policy.slip.note
    #for field in policy.slip.fields {
      block(above: 2.2em, grid(columns: (5cm, 1fr), column-gutter: 0.6em, align: bottom, field, sign-line(100%)))
    }
  ]
}
`.trimStart();
