import { formatPartialDate } from '@handbell/policy';
import type { Staff } from '../../edge/staff.ts';
import { may } from '../../people/permissions.ts';
import { formatDate, formatShortDate, Name, SummaryList, type SummaryRow } from '../../ui/index.ts';
import { reviewDate } from '../review.ts';
import type { SignaturePlace } from '../signing.ts';
import type { PolicyRecord } from '../version.ts';
import { SIGNING_WORDS } from '../words.ts';

interface Shown {
  readonly record: PolicyRecord;
  readonly places: readonly SignaturePlace[];
  readonly staff: Staff;
  /** The school's public page. */
  readonly publicHref: string;
}

/** What is known of a version, a line each. */
export function Facts({ record, places, publicHref, staff }: Shown) {
  const { approval, adoption, inForceFrom, inForceUntil, hash, file, madeAt } = record;
  const signed = places.flatMap(({ id, role, signed: given }) =>
    given
      ? [
          {
            key: role,
            value: (
              <>
                <Name>{given.name}</Name>, {formatShortDate(given.on)} ({SIGNING_WORDS[given.method]})
                {given.scan && (
                  <>
                    {' '}
                    <a href={`/desk/policy/${record.id}/sign/${id}/scan.pdf`}>
                      Scan<span class="govuk-visually-hidden"> of the signature of {role}</span>
                    </a>
                  </>
                )}
              </>
            ),
          },
        ]
      : [],
  );
  const approved = approval && [
    {
      key: 'Approved',
      value: (
        <>
          By <Name>{approval.by}</Name> on {formatDate(approval.on)}
        </>
      ),
    },
  ];
  const adopted = adoption && [
    {
      key: 'Adopted',
      value: (
        <>
          By <Name>{adoption.body}</Name> on {formatDate(adoption.on)}
          {adoption.minute !== undefined && (
            <>
              , minute <Name>{adoption.minute}</Name>
            </>
          )}
          . <a href={`/desk/policy/${record.id}/adoption-record.pdf`}>Adoption record (PDF)</a>
        </>
      ),
    },
  ];
  const inForce = inForceFrom && [
    {
      key: 'In force',
      value: inForceUntil
        ? `From ${formatShortDate(inForceFrom)} until ${formatShortDate(inForceUntil)}`
        : `Since ${formatDate(inForceFrom)}`,
    },
    {
      key: 'Published at',
      value: <a href={`${publicHref}/policy/${record.number}`}>{`${publicHref}/policy/${record.number}`}</a>,
    },
  ];
  const original = file && [
    {
      key: 'Your own file',
      value: (
        <a href={`/desk/policy/${record.id}/original`}>
          <Name>{file.name}</Name>
        </a>
      ),
    },
  ];
  return (
    <>
      <h2>This version</h2>
      <SummaryList
        rows={[
          { key: 'Brought in', value: formatDate(madeAt) },
          ...(original ?? []),
          ...(approved ?? []),
          ...(adopted ?? []),
          ...signed,
          ...(inForce ?? []),
          ...beside(record, staff),
          ...(hash === undefined
            ? []
            : [
                {
                  key: 'Fingerprint',
                  value: (
                    <>
                      <code>{hash}</code>
                      <p class="hb-quiet">
                        It proves the words: another letter anywhere would make another one.
                      </p>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </>
  );
}

/** What stands beside the words and can be changed at any time: the summary, and the date of review once in force. */
function beside(record: PolicyRecord, staff: Staff): readonly SummaryRow[] {
  const { id, state, summary } = record;
  if (state === 'superseded' || state === 'withdrawn') return [];
  const date = reviewDate(record);
  const action = (what: string, about: string, allowed: boolean) =>
    allowed ? [{ href: `/desk/policy/${id}/${what}`, about }] : [];
  return [
    {
      key: 'In short',
      value: summary === undefined ? 'No summary for parents yet' : 'Parents see a summary',
      actions: action('summary', 'the summary', may(staff.roles, 'policy.edit')),
    },
    ...(state === 'in-force'
      ? [
          {
            key: 'Review',
            value: date ? formatPartialDate(date) : 'No date is set',
            actions: action('review', 'the date of review', may(staff.roles, 'policy.adopt')),
          },
        ]
      : []),
  ];
}
