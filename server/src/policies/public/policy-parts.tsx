import { formatDate, formatShortDate, Name, SummaryList } from '../../ui/index.ts';
import type { SignaturePlace } from '../signing.ts';
import type { VersionDates } from '../store.ts';
import type { PolicyVersion } from '../version.ts';

/** Who adopted and who signed a version. */
export function Signed({ version, places }: { version: PolicyVersion; places: readonly SignaturePlace[] }) {
  const { adoption, hash } = version;
  return (
    <>
      <h2>Adopted and signed</h2>
      <SummaryList
        rows={[
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
              </>
            ),
          },
          ...places.flatMap(({ role, signed }) =>
            signed
              ? [
                  {
                    key: role,
                    value: (
                      <>
                        <Name>{signed.name}</Name>, {formatShortDate(signed.on)}
                      </>
                    ),
                  },
                ]
              : [],
          ),
          { key: 'Fingerprint', value: <code>{hash}</code> },
        ]}
      />
      <p class="hb-quiet">The fingerprint (SHA-256) is different for every change of a single letter.</p>
    </>
  );
}

/** The forms in which a version can be kept. */
export function Copies({
  version,
  href,
  schoolName,
}: {
  version: PolicyVersion;
  href: string;
  schoolName: string;
}) {
  const base = `${href}/policy/${version.number}`;
  return (
    <>
      <h2>Take it with you</h2>
      <ul>
        <li>
          <a href={`${base}/policy.pdf`}>PDF, to print or keep</a>
        </li>
        <li>
          <a href={`${base}/policy.docx`}>Word document</a>
        </li>
        <li>
          <a href={`${base}/policy.txt`}>Plain text</a>
        </li>
        <li>
          <a href={`${base}/poster.pdf`}>Poster with a code to scan, to hang up (PDF)</a>
        </li>
        <li>
          <a href={`${base}/qr.svg`}>Picture to scan with a phone (QR code) for the policy of {schoolName}</a>
        </li>
      </ul>
    </>
  );
}

/** The versions there were. */
export function Versions({
  versions,
  href,
  shown,
}: {
  versions: readonly VersionDates[];
  href: string;
  shown: number;
}) {
  if (versions.every(({ number }) => number === shown)) return null;
  const first = Math.min(...versions.map(({ number }) => number));
  return (
    <>
      <h2>All versions</h2>
      <ul>
        {versions.map(({ number, from, until }) => (
          <li>
            {number === shown ? (
              `Version ${number}`
            ) : (
              <a href={`${href}/policy/${number}`}>Version {number}</a>
            )}
            :{' '}
            {until
              ? `${formatShortDate(from)} to ${formatShortDate(until)}`
              : `since ${formatShortDate(from)}`}
            {number > first && (
              <>
                {' '}
                (<a href={`${href}/policy/${number}/changes`}>what changed in version {number}</a>)
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
