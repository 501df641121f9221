import type { NameOf } from '../cases/names.ts';
import { formatDate, Name, UserText } from '../ui/index.ts';
import type { MeetingNotes } from './plan.ts';

/** Points, each in a line of its own. */
export function Points({ points, none }: { points: readonly string[]; none: string }) {
  if (points.length === 0) return <>{none}</>;
  return (
    <ul>
      {points.map((point) => (
        <li dir="auto">{point}</li>
      ))}
    </ul>
  );
}

interface Props {
  readonly notes: MeetingNotes;
  readonly name: NameOf;
  /** What the parent is called: "You" on their own page. */
  readonly parent?: string;
}

/** The notes of a meeting (D5): the points of each side, what both see alike and what not, and who does what. */
export function NotesView({ notes, name, parent = 'The parent' }: Props) {
  const own = parent === 'You';
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes of the meeting</h2>
      <p>
        From {notes.began} to {notes.ended}. There were:
      </p>
      <Points points={notes.attended} none="" />
      <h3>What {own ? 'we' : 'the school'} said</h3>
      <Points points={notes.school} none="" />
      <h3>What {own ? 'you' : 'the parent'} said</h3>
      <Points points={notes.parent} none="" />
      <h3>What {own ? 'you say' : 'the parent says'} happened</h3>
      <UserText text={notes.account} />
      <h3>What both see alike</h3>
      <Points points={notes.agreed} none="Nothing was settled yet." />
      <h3>What each sees in another way</h3>
      <Points points={notes.disagreed} none="Nothing." />
      <h3>Who does what</h3>
      {notes.actions.length === 0 ? (
        <p>Nothing was agreed to be done.</p>
      ) : (
        <ul>
          {notes.actions.map(({ what, owner, by }) => (
            <li>
              <Name>{owner ? name(owner) : parent}</Name>, by {formatDate(by)}: {what}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
