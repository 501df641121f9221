import { formatPartialDate } from '@handbell/policy';
import { renderPdf } from '../platform/pdf/typst.ts';
import { formatDate, formatShortDate } from '../ui/index.ts';
import { ADOPTION_WAY_NAMES } from './adopting.ts';
import type { Consultation } from './consultation/rules.ts';
import { reviewDate } from './review.ts';
import type { SignaturePlace } from './signing.ts';
import type { PolicyRecord } from './version.ts';
import { SIGNING_WORDS } from './words.ts';

/** The record's page: what was adopted, by whom, who signed. Every word comes in by data. */
const TEMPLATE = `
#let record = json(bytes(sys.inputs.record))
#set document(title: record.title, author: record.school, date: none)
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.2cm, bottom: 2.4cm),
  footer: context text(size: 8.5pt, fill: rgb("#51616a"))[#record.title #h(1fr) #counter(page).display() / #counter(page).final().first()],
)
#set text(size: 11.5pt, hyphenate: false)
#show heading: set text(fill: rgb("#0f4c45"))
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em, sticky: true)
#text(fill: rgb("#51616a"), record.school)
= #record.title
#for section in record.sections {
  heading(level: 2, section.heading)
  for row in section.rows {
    terms(hanging-indent: 7cm, separator: none, terms.item(box(width: 7cm, row.key), row.value))
  }
}
`;

type Row = readonly [key: string, value: string | undefined];

const rows = (list: readonly Row[]) =>
  list.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ key, value }]));

/** What the record of an adoption draws on. */
export interface AdoptionFacts {
  readonly record: PolicyRecord;
  readonly places: readonly SignaturePlace[];
  readonly consultation: Consultation | undefined;
  readonly schoolName: string;
  /** The version's own public address. */
  readonly address: string;
}

function consulted(consultation: Consultation | undefined, comments: number): string {
  if (!consultation) return 'Parents and staff were not asked for comments';
  const { openedAt, closesOn } = consultation;
  const taken = comments === 1 ? '1 comment' : `${comments} comments`;
  return `Open from ${formatShortDate(openedAt)} to ${formatShortDate(closesOn)}, ${taken}`;
}

/** The sections of the record, as they are printed. */
export function adoptionRecordSections(
  { record, places, consultation, address }: AdoptionFacts,
  comments: number,
) {
  const { document, number, hash, approval, adoption, inForceFrom } = record;
  const review = reviewDate(record);
  return [
    {
      heading: 'The policy',
      rows: rows([
        ['Title', document.title],
        ['Version', String(number)],
        // In groups, since a line breaks only where there is a space.
        ['Fingerprint of its words (SHA-256)', hash?.replaceAll(/.{16}(?!$)/gu, '$& ')],
        ['Linked policies', document.linkedPolicies.map(({ name }) => name).join(', ')],
      ]),
    },
    {
      heading: 'How it was adopted',
      rows: rows([
        ['Consultation', consulted(consultation, comments)],
        ['Approved to go to the Board', approval && `By ${approval.by} on ${formatShortDate(approval.on)}`],
        ['Adopted by', adoption?.body],
        ['Acting', adoption?.how && ADOPTION_WAY_NAMES[adoption.how]],
        ['Meeting', adoption?.meeting],
        ['Day', adoption && formatDate(adoption.on)],
        ['Minute', adoption?.minute],
        ['Decided', adoption?.vote],
      ]),
    },
    {
      heading: 'Signatures',
      rows:
        places.length === 0
          ? rows([['Signatures', 'Nobody has to sign']])
          : rows(
              places.map(({ role, required, signed }) => [
                role,
                signed
                  ? `${signed.name}, ${formatShortDate(signed.on)} (${SIGNING_WORDS[signed.method]})`
                  : required
                    ? 'Not signed yet'
                    : 'Not signed; not needed',
              ]),
            ),
    },
    {
      heading: 'In force',
      rows: rows([
        ['In force', inForceFrom ? `Since ${formatDate(inForceFrom)}` : 'Not yet'],
        ['To be reviewed', review ? formatPartialDate(review) : 'No date is set'],
        ['Published at', inForceFrom && address],
      ]),
    },
  ];
}

/**
 * The Board's record of an adoption as PDF/UA-1 (D19).
 * @param comments how many comments came in the consultation
 */
export function adoptionRecordPdf(facts: AdoptionFacts, comments: number): Promise<Uint8Array> {
  const record = {
    title: `Adoption of version ${facts.record.number} of the policy`,
    school: facts.schoolName,
    sections: adoptionRecordSections(facts, comments),
  };
  return renderPdf(TEMPLATE, { record: JSON.stringify(record) });
}
