import type { DeskPageProps } from '../../edge/contexts.ts';
import type { Adult } from '../../roster/adult.ts';
import { EmptyState, formatShortDate, InsetText, Name, Table, Tag } from '../../ui/index.ts';
import type { Standing } from '../asking/standing.ts';
import type { Part, Parts } from './coverage.ts';

const ROOM = '/desk/agreements';
export const COVERAGE = `${ROOM}/coverage`;

const hrefOf = ({ key }: Part) => (key === '' ? `${COVERAGE}/people` : `${COVERAGE}/people?of=${key}`);
/** The tables to save of a part. */
function Tables({ of: { key } }: { of: Part }) {
  const query = key === '' ? '' : `?of=${key}`;
  return (
    <ul>
      <li>
        <a href={`${COVERAGE}/coverage.xlsx${query}`}>Save as an Excel file</a>
      </li>
      <li>
        <a href={`${COVERAGE}/coverage.csv${query}`}>Save as a table (CSV)</a>
      </li>
    </ul>
  );
}

const percent = ({ share: { adults, agreed } }: Part) =>
  adults === 0 ? '' : `${Math.round((100 * agreed) / adults)}%`;

function Shares({ caption, parts, empty }: { caption: string; parts: readonly Part[]; empty: string }) {
  return (
    <Table
      caption={caption}
      columns={[
        { header: 'Which' },
        { header: 'Adults', numeric: true },
        { header: 'Agreed', numeric: true },
        { header: 'Share', numeric: true },
      ]}
      rows={parts.map((part) => [
        <a href={hrefOf(part)}>
          <Name>{part.name}</Name>
        </a>,
        String(part.share.adults),
        String(part.share.agreed),
        percent(part),
      ])}
      empty={<p>{empty}</p>}
    />
  );
}

/** How far the policy has come: by class, by year and by group. */
export function coveragePage(standing: Standing | undefined, parts: Parts | undefined): DeskPageProps {
  return {
    title: 'How far it has come',
    room: ROOM,
    back: { href: ROOM, label: 'Agreements' },
    children: (
      <>
        <h1>How far it has come</h1>
        {!standing || !parts || standing.adults.length === 0 ? (
          <EmptyState
            title="Nobody is on the roll yet"
            action={{ href: '/desk/parents', label: 'Go to the parents' }}
          >
            <p>
              Once parents are written down with their classes, you see here how many of each class, year and
              group have agreed. Without that, the agreements’ page has the count.
            </p>
          </EmptyState>
        ) : (
          <>
            <InsetText>
              For the office only. Nothing follows for anybody who has not agreed, and nobody need be asked
              why.
            </InsetText>
            <Shares caption="The school" parts={[parts.whole]} empty="" />
            <Shares caption="By class" parts={parts.classes} empty="No classes are written down yet." />
            <Shares caption="By year" parts={parts.years} empty="No class says which years are in it yet." />
            <Shares caption="By group" parts={parts.groups} empty="No groups are registered yet." />
            <p>
              A group’s numbers are those of its classes: who is in a group, Handbell does not know. On this
              computer alone you can <a href={`${COVERAGE}/export`}>compare with a group’s export</a>.
            </p>
            <Tables of={parts.whole} />
          </>
        )}
      </>
    ),
  };
}

/** Where one adult stands, in words for the office. */
export function standsAt({ agreements, invitations, facts }: Standing, { id, email }: Adult): string {
  const agreement = agreements.get(id);
  if (agreement) return `Agreed, ${formatShortDate(agreement.signedOn)}`;
  if (facts.answered.has(id)) return 'Said no, or asked to talk';
  const asked = invitations.filter(({ adultId }) => adultId === id);
  if (asked.some(({ state }) => state === 'stopped')) return 'Asked for no more mail';
  const [standing] = asked.filter(({ stands }) => stands);
  if (!standing) return email === '' ? 'Not asked: no mail address' : 'Not asked yet';
  if (standing.state === 'revoked') return 'Link taken back';
  const when = `Asked on ${formatShortDate(standing.askedOn)}`;
  return standing.reminders === 0
    ? when
    : `${when}, reminded ${standing.reminders === 1 ? 'once' : `${standing.reminders} times`}`;
}

/** The adults of a part of the school, those who have agreed first. */
export function peoplePage(
  standing: Standing,
  part: Part,
  className: (adult: Adult) => string,
): DeskPageProps {
  const { agreements } = standing;
  const agreedFirst = part.adults.toSorted(
    (one, other) => Number(agreements.has(other.id)) - Number(agreements.has(one.id)),
  );
  return {
    title: part.name,
    room: ROOM,
    back: { href: COVERAGE, label: 'How far it has come' },
    children: (
      <>
        <h1>
          <Name>{part.name}</Name>
        </h1>
        <p>
          {part.share.agreed} of {part.share.adults} adults have agreed. This list is for the office only.
        </p>
        <Table
          caption="Adults"
          captionHidden
          columns={[
            { header: 'Name' },
            { header: 'Classes' },
            { header: 'Where it stands' },
            { header: 'Agreed' },
          ]}
          rows={agreedFirst.map((adult) => [
            <a href={`${COVERAGE}/people/${adult.id}`}>
              <Name>{adult.name}</Name>
            </a>,
            <Name>{className(adult)}</Name>,
            standsAt(standing, adult),
            agreements.has(adult.id) ? <Tag kind="done">Agreed</Tag> : '',
          ])}
          empty={<p>Nobody on the roll belongs here.</p>}
        />
        {part.adults.length > 0 && <Tables of={part} />}
      </>
    ),
  };
}
