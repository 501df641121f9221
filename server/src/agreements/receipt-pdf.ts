import { renderPdf } from '../platform/pdf/typst.ts';
import type { PolicyVersion } from '../policies/version.ts';
import type { School } from '../schools/store.ts';
import { formatDateTime } from '../ui/index.ts';
import type { Agreement } from './rules.ts';
import { statementOf } from './statement.ts';

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
 * Somebody's own agreement as PDF/UA-1.
 * @param address the school's page
 */
export function receiptPdf(
  { school, agreement, version, code }: Facts,
  address: string,
): Promise<Uint8Array> {
  const { name, childClass, relationship, recordedAt, documentHash, withdrawnAt } = agreement;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Policy', `${version.document.title}, version ${version.number}`],
    ['What was signed', statementOf(version)],
    ['Name', name],
    ['Class or classes', childClass],
    ['Relationship to the child', relationship],
    ['Signed', formatDateTime(recordedAt)],
    ['Withdrawn', withdrawnAt && formatDateTime(withdrawnAt)],
    ['How', 'Typed and sent on the school’s page'],
    ['Receipt code', code],
    // In groups, since a line breaks only where there is a space.
    ['Fingerprint of the policy (SHA-256)', documentHash.replaceAll(/.{16}(?!$)/g, '$& ')],
    ['The version that was signed', `${address}/policy/${version.number}`],
  ];
  const receipt = {
    title: 'Receipt for an agreement',
    school: school.name,
    rows: rows.flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    note: `With the receipt code you can read this again, or withdraw, at ${address}/agree/receipt`,
  };
  return renderPdf(TEMPLATE, { receipt: JSON.stringify(receipt) });
}
