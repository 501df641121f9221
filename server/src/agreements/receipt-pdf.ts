import { renderPdf } from '../platform/pdf/typst.ts';
import type { PolicyVersion } from '../policies/version.ts';
import type { School } from '../schools/store.ts';
import { printedRows } from './record-rows.ts';
import type { Agreement } from './rules.ts';

/** The receipt's page: a list of facts. Every word comes in by data. */
const TEMPLATE = `
#let receipt = json(bytes(sys.inputs.receipt))
#set document(title: receipt.title, author: receipt.school, date: none)
#set page(paper: "a5", margin: 1.8cm)
#set text(size: 11pt)
#show heading: set text(fill: rgb("#0f4c45"))
#text(fill: rgb("#51616a"), receipt.school)
= #receipt.title
#for row in receipt.rows [
  #terms(terms.item(row.key, row.value))
]
#v(0.6em)
#receipt.note
`;

interface Facts {
  readonly school: School;
  readonly agreement: Agreement;
  readonly version: PolicyVersion;
  readonly code: string;
}

/**
 * Somebody's own agreement as PDF/UA-1, with the receipt code: for the signer alone.
 * @param address the school's page
 */
export function receiptPdf(
  { school, agreement, version, code }: Facts,
  address: string,
): Promise<Uint8Array> {
  const receipt = {
    title: 'Receipt for an agreement',
    school: school.name,
    rows: [
      ...printedRows(agreement, version),
      { key: 'Receipt code', value: code },
      { key: 'The version that was signed', value: `${address}/policy/${version.number}` },
    ],
    note: `Keep the receipt code to yourself. With it you can read this again, or withdraw, at ${address}/agree/receipt`,
  };
  return renderPdf(TEMPLATE, { receipt: JSON.stringify(receipt) });
}
