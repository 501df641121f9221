import { schoolDay } from '../../platform/clock.ts';
import { Name, Story, type StoryEntry, UserText } from '../../ui/index.ts';
import type { ConcernEvent } from '../events.ts';
import type { EventKind } from '../kinds.ts';
import type { Actor } from '../standing.ts';
import type { ConcernRecord } from './record.ts';

const TITLES: Readonly<Record<EventKind, string>> = {
  received: 'The concern came in',
  'screened-clear': 'Safeguarding question answered: no sign that a child is at risk',
  held: 'Safeguarding hold put on; the safeguarding lead was alerted',
  emergency: 'Emergency: a call was made',
  alleged: 'Marked as an allegation about an adult who works with children',
  'officer-told': 'The council’s designated officer was told',
  released: 'Safeguarding hold released',
  rerouted: 'Sent past the person it is about',
  'handed-over': 'Handed over because of an interest',
  appointed: 'Somebody was named to take it',
  declared: 'Said that they have no interest in it',
  involved: 'Answered: who is in this?',
  cared: 'Named who looks after it',
  'about-us': 'Asked: is this a complaint about us?',
  acknowledged: 'Acknowledged to the reporter',
  question: 'Wrote to the reporter',
  reply: 'The reporter added',
  evidence: 'The reporter added evidence',
  brought: 'Added what was brought to the school',
  'opened-up': 'The reporter chose to say who they are',
  withdrawn: 'The reporter took it back',
  exited: 'Ended',
  merged: 'Put together with another report of the same matter',
  unmerged: 'Taken apart from another report',
  'case-opened': 'A case was opened',
  concluded: 'Dealt with',
  reopened: 'Looked at again: there is something new',
  'mark-asked': 'Asked that the report be marked as abuse',
  marked: 'Marked the report as abuse',
  unmarked: 'Took the mark off',
  'identity-read': 'Looked up who reported it',
  'mail-read': 'About the email it came by',
};

const DECISIONS: readonly EventKind[] = [
  'released',
  'merged',
  'unmerged',
  'exited',
  'case-opened',
  'concluded',
  'reopened',
];

const SAFEGUARDING: readonly EventKind[] = [
  'held',
  'emergency',
  'alleged',
  'officer-told',
  'released',
  'screened-clear',
];

/** The safeguarding lead's reasons are for the safeguarding lead alone; a reason for the vault for the one who gave it. */
function maySeeNote(event: ConcernEvent, staff: Actor): boolean {
  if (SAFEGUARDING.includes(event.kind)) {
    return staff.roles.includes('safeguarding');
  }
  return event.kind !== 'identity-read' || event.member === staff.member;
}

/** What was answered is of the concern; the entry keeps when, by whom and why. */
const ABOUT_US: Readonly<Record<'no' | 'partly' | 'yes', string>> = {
  no: 'no complaint about the school',
  partly: 'in part a complaint about the school',
  yes: 'a complaint about the school',
};

function titleOf({ kind }: ConcernEvent, { row: { aboutUs } }: ConcernRecord): string {
  return kind === 'about-us' && aboutUs ? `Answered: ${ABOUT_US[aboutUs]}` : TITLES[kind];
}

function entry(event: ConcernEvent, record: ConcernRecord, staff: Actor): StoryEntry {
  const { names } = record;
  const name = event.member && names.get(event.member);
  const told = event.kind === 'identity-read' ? '' : event.message;
  return {
    // What the reporter did has a day and no more: nobody matches it with a phone's clock.
    when: event.member ? event.at : schoolDay(event.at),
    title: titleOf(event, record),
    by: name === undefined ? undefined : <Name>{name}</Name>,
    kind: DECISIONS.includes(event.kind) ? 'decision' : 'event',
    children: (
      <>
        {event.note !== '' && maySeeNote(event, staff) && <UserText text={event.note} />}
        {told !== '' && <UserText text={told} />}
      </>
    ),
  };
}

/** What happened with a concern so far. */
export function ConcernStory({ record, staff }: { record: ConcernRecord; staff: Actor }) {
  return (
    <Story label="What happened so far" entries={record.story.map((each) => entry(each, record, staff))} />
  );
}
