import { renderPdf } from '../platform/pdf/typst.ts';
import { NO_EFFECT } from '../policies/print.ts';
import type { PolicyVersion } from '../policies/version.ts';
import type { School } from '../schools/store.ts';
import { formatDateTime } from '../ui/index.ts';
import { qrSvg } from '../ui/qr-code.ts';
import { printedRows } from './record-rows.ts';
import type { Agreement } from './rules.ts';

/** One A4 page: the facts beside their names, and at its foot how anybody can check them. */
const TEMPLATE = `
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, author: sheet.school, date: none)
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.2cm))
#set text(size: 11pt)
#set par(leading: 0.7em)
#show heading.where(level: 1): set text(size: 22pt, fill: rgb("#0f4c45"))
#show heading.where(level: 2): set text(size: 13pt, fill: rgb("#0f4c45"))
#text(fill: rgb("#51616a"), sheet.school)
= #sheet.title
#v(0.4em)
#line(length: 100%, stroke: 1.2pt + rgb("#8a5a00"))
#v(0.4em)
#for row in sheet.rows {
  block(below: 0.95em, grid(
    columns: (4.6cm, 1fr), column-gutter: 0.8em,
    text(fill: rgb("#51616a"), row.key), row.value,
  ))
}
#v(0.4em)
#line(length: 100%, stroke: 0.6pt + rgb("#7b8a90"))
== #sheet.check
#grid(
  columns: (3.4cm, 1fr), column-gutter: 1.2em, align: horizon,
  image(bytes(sheet.qr), format: "svg", width: 3.4cm, alt: sheet.alt),
  [#sheet.how \\ #link(sheet.verify) \\ #v(0.3em) #sheet.codeLabel #strong(sheet.code)],
)
#v(1fr)
#text(size: 9.5pt, fill: rgb("#51616a"), sheet.note)
`;

interface Facts {
  readonly school: School;
  readonly agreement: Agreement;
  readonly version: PolicyVersion;
  /** The certificate's own code. */
  readonly code: string;
  readonly issuedAt: Agreement['recordedAt'];
}

/**
 * A certificate of an agreement as PDF/UA-1: what was signed, when and how, with a code and a QR code by which whoever
 * holds it can check it. It has no receipt code on it, so it can be shown.
 * @param address the school's page
 */
export async function certificatePdf(facts: Facts, address: string): Promise<Uint8Array> {
  const { school, agreement, version, code, issuedAt } = facts;
  const verify = `${address}/verify/${code}`;
  const sheet = {
    title: 'Certificate of an agreement',
    school: school.name,
    rows: [
      ...printedRows(agreement, version),
      { key: 'The version that was signed', value: `${address}/policy/${version.number}` },
      { key: 'This copy made', value: formatDateTime(issuedAt) },
    ],
    check: 'Check this certificate',
    how: 'Scan the picture with a phone, or open',
    verify,
    codeLabel: 'Code:',
    code,
    qr: await qrSvg(verify),
    alt: `QR code for ${verify}`,
    note: `${NO_EFFECT} An agreement can be withdrawn at any time. This certificate says what was recorded on the day it was made.`,
  };
  return renderPdf(TEMPLATE, { sheet: JSON.stringify(sheet) });
}
