import { formatPartialDate, type PartialDate, type PolicyDocument, permits } from '@handbell/policy';
import { Name, SummaryList, type SummaryRow } from '../../ui/index.ts';
import type { PolicyRecord } from '../version.ts';
import { GROUP_WORDS, inWords, RESPONSE_WORDS, sizeInWords } from '../words.ts';

/** What of a document a person can change on a page of its own. */
export const PARTICULARS = [
  'title',
  'groups',
  'audience',
  'review',
  'contacts',
  'decider',
  'ladder',
  'hours',
  'linked',
] as const;
export type Particular = (typeof PARTICULARS)[number];

/** The address of the page that changes a particular. */
export function particularHref(id: string, what: Particular): string {
  return `/desk/policy/${id}/change/${what}`;
}

const said = (text: string) => <Name>{text}</Name>;
const none = (text: string) => <span class="hb-quiet">{text}</span>;

function dateSaid(date: PartialDate | undefined, missing: string) {
  if (!date) return none(missing);
  const full = formatPartialDate(date);
  return full === date.written || date.written === ''
    ? said(full)
    : said(`${full} (written “${date.written}”)`);
}

function ladder({ responses }: PolicyDocument) {
  if (responses.length === 0) return none('None: the school can only talk and advise');
  return (
    <ol>
      {responses.map(({ kind, text, condition, trigger }) => (
        <li>
          <strong>{RESPONSE_WORDS[kind]}</strong>: <bdi>{text}</bdi>
          {trigger !== undefined && <bdi> ({trigger})</bdi>}
          {condition !== undefined && <bdi> ({condition})</bdi>}
        </li>
      ))}
    </ol>
  );
}

function contacts({ contacts: all }: PolicyDocument) {
  if (all.length === 0) return none('None');
  return (
    <ul>
      {all.map(({ value, role, purpose, step }) => (
        <li>
          {step !== undefined && `${step}. `}
          <bdi>{value}</bdi>
          {role !== undefined && (
            <>
              {' '}
              (<bdi>{role}</bdi>)
            </>
          )}
          , for{' '}
          {purpose === 'concern' ? 'concerns' : purpose === 'safeguarding' ? 'safeguarding' : 'other matters'}
        </li>
      ))}
    </ul>
  );
}

/** What the policy holds as data: which groups, which powers, which dates, whom to ask (differences are settings, not forks). */
export function Contents({ record, change }: { record: PolicyRecord; change: boolean }) {
  const { id, document } = record;
  const row = (what: Particular | undefined, key: string, value: SummaryRow['value']): SummaryRow => ({
    key,
    value,
    actions: change && what ? [{ href: particularHref(id, what), about: key.toLowerCase() }] : [],
  });
  const { dates, audience, linkedPolicies, slip, signatures } = document;
  const by = dates.adoptedBy === undefined ? '' : `, by ${dates.adoptedBy}`;
  return (
    <>
      <h2>What the policy contains</h2>
      <SummaryList
        rows={[
          row('title', 'Title', said(document.title)),
          row(undefined, 'Length', sizeInWords(document)),
          row(
            'groups',
            'Groups it covers',
            inWords(document.groupTypes.map((type) => GROUP_WORDS[type])) || none('Not said'),
          ),
          row('audience', 'Whom it binds', audience.length > 0 ? said(inWords(audience)) : none('Not said')),
          row('ladder', 'Steps the school may take', ladder(document)),
          row(
            undefined,
            'Ban from the school site',
            permits(document, 'site-ban')
              ? 'The policy has this power. A ban can only come from a case: the Head Teacher decides, the parent is heard first, and the ban has an end and a day to look at it again.'
              : 'The policy does not have this power, so Handbell does not offer it.',
          ),
          row(
            'decider',
            'Who takes the final decision',
            document.decider ? said(document.decider) : none('Not said'),
          ),
          row('contacts', 'Whom to contact', contacts(document)),
          row(
            undefined,
            'Adopted, as it says',
            dates.adopted ? (
              <>
                {dateSaid(dates.adopted, '')}
                {by}
              </>
            ) : (
              none(`Not said${by}`)
            ),
          ),
          row(undefined, 'Date it bears', dateSaid(dates.issued, 'None')),
          row('review', 'To be reviewed', dateSaid(dates.review, 'Not said')),
          row(
            undefined,
            'Places for signatures',
            signatures.length > 0 ? said(signatures.map(({ role }) => role).join(', ')) : none('None'),
          ),
          row(
            undefined,
            'Slip for parents',
            slip ? said(slip.statement) : none('None. Parents can still agree online.'),
          ),
          row(
            'hours',
            'Quiet hours',
            document.quietHours
              ? said([document.quietHours.from, document.quietHours.to].filter(Boolean).join(' to '))
              : none('None'),
          ),
          row(
            'linked',
            'Other policies it names',
            linkedPolicies.length > 0
              ? said(linkedPolicies.map(({ name }) => name).join(', '))
              : none('None'),
          ),
        ]}
      />
    </>
  );
}
