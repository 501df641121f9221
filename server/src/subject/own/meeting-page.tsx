import { Temporal } from 'temporal-polyfill';
import { namesOf } from '../../cases/names.ts';
import type { Page } from '../../edge/contexts.ts';
import type { MeetingId } from '../../meetings/ids.ts';
import { lengthOf, whereOf } from '../../meetings/letters.ts';
import { NotesView, Points } from '../../meetings/notes-view.tsx';
import { type Meeting, type MeetingEvent, meetingEvents } from '../../meetings/store.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Details,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  Radios,
  SummaryList,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';
import { ownPage } from './own-form.tsx';

export type MeetingMine = Mine<{ readonly id: MeetingId }>;

/** A meeting of this parent's own case. @throws Refusal 404 for any other */
export function ownMeeting({ context, meetings }: MeetingMine): Meeting {
  const meeting = meetings.find(({ id }) => id === context.params.id);
  if (!meeting) throw notFound();
  return meeting;
}

interface Props {
  readonly mine: MeetingMine;
  readonly meeting: Meeting;
  readonly form: FormState;
}

const hrefOf = ({ context }: MeetingMine, path = '') =>
  ownHref(context, `/meetings/${context.params.id}${path}`);

function Choose({ mine, meeting, form }: Props) {
  const ahead = meeting.slots.filter((slot) => Temporal.Instant.compare(slot, mine.context.work.now) > 0);
  const again = meeting.state === 'agreed';
  const other = again ? ahead.filter((slot) => !meeting.startsAt?.equals(slot)) : ahead;
  return (
    <>
      {other.length > 0 && (
        <Form action={hrefOf(mine, '/choose')} once={mine.context.once} id="form">
          <Radios
            form={form}
            name="slot"
            label={again ? 'Take another time' : 'Which time suits you?'}
            items={other.map((slot) => ({ value: slot.toString(), label: formatDateTime(slot) }))}
          />
          <Button kind={again ? 'secondary' : 'primary'}>Choose this time</Button>
        </Form>
      )}
      <Details summary="No time suits me" open={form.errors.times !== undefined}>
        <p>Tell us what suits you, or that you would rather talk by phone or write. We try again.</p>
        <Form action={hrefOf(mine, '/times')} once={mine.context.once}>
          <TextArea form={form} name="times" label="What would suit you?" rows={3} />
          <Button kind="secondary">Send to the school</Button>
        </Form>
      </Details>
    </>
  );
}

function Invitation({ meeting }: { meeting: Meeting }) {
  const { plan, startsAt, slots, replyBy } = meeting;
  return (
    <>
      <p>It is a talk, not a hearing. Nothing is decided in it. Your child is not affected by this.</p>
      <SummaryList
        rows={[
          {
            key: 'When',
            value: startsAt ? (
              formatDateTime(startsAt)
            ) : (
              <Points points={slots.map((slot) => formatDateTime(slot))} none="" />
            ),
          },
          { key: 'Where', value: whereOf(meeting) },
          { key: 'How long', value: lengthOf(meeting) },
          { key: 'What for', value: <UserText text={plan.purpose} /> },
          { key: 'To talk about', value: <Points points={plan.agenda} none="What you bring" /> },
          { key: 'Who is there', value: <Points points={plan.attendees} none="" /> },
          { key: 'Papers', value: <Points points={plan.papers} none="None" /> },
        ]}
      />
      {!startsAt && (
        <p>
          Please tell us by {formatDate(replyBy)}. If you do not answer, we try again in another way. We do
          not take it as an answer of its own.
        </p>
      )}
      <h2>What can make it easier</h2>
      <ul>
        <li>You can bring somebody with you, to help you or to speak for you.</li>
        <li>We can have an interpreter there. It costs you nothing.</li>
        <li>You can bring a young child. We can find a time outside your working hours.</li>
        <li>You can talk with us by phone or online instead, or write to us.</li>
      </ul>
      <h2>Notes</h2>
      <p>
        One of us takes notes. You get a copy and can correct it. We do not record it, and ask you not to,
        unless we all agree.
      </p>
    </>
  );
}

function Comments({ mine, form, events }: Props & { readonly events: readonly MeetingEvent[] }) {
  const said = events.filter(({ act }) => act === 'comment');
  return (
    <>
      <h2>Your corrections</h2>
      {said.map(({ at, words }) => (
        <>
          <p class="hb-quiet">{formatDate(at)}</p>
          <UserText text={words} />
        </>
      ))}
      <Form action={hrefOf(mine, '/comment')} once={mine.context.once} id="form">
        <TextArea
          form={form}
          name="words"
          label="What is missing, or not right?"
          hint="We keep it with the notes, in your words. If all is right, you need not write anything."
          rows={6}
        />
        <Button>Put it beside the notes</Button>
      </Form>
    </>
  );
}

function titleOf({ state, startsAt }: Meeting): string {
  const when = startsAt ? formatDateTime(startsAt) : '';
  switch (state) {
    case 'offered':
      return 'We would like to meet you';
    case 'agreed':
      return `We meet on ${when}`;
    case 'held':
      return 'Thank you for coming';
    case 'shared':
      return 'The notes of our meeting';
    case 'missed':
      return 'We missed you';
    case 'cancelled':
      return 'This meeting is cancelled';
  }
}

async function Body(props: Props) {
  const { mine, meeting } = props;
  const events = await meetingEvents(mine.context.work, meeting.id);
  switch (meeting.state) {
    case 'offered':
      return (
        <>
          <Choose {...props} />
          <Invitation meeting={meeting} />
        </>
      );
    case 'agreed':
      return (
        <>
          <p>
            <a href={hrefOf(mine, '/meeting.ics')}>Put it into your calendar</a>
          </p>
          <Invitation meeting={meeting} />
          <Choose {...props} />
        </>
      );
    case 'held':
      return <p>We write the notes now. You can read and correct them here soon.</p>;
    case 'shared':
      return (
        <>
          <p>They are yours as much as ours. Please tell us what is not right.</p>
          {meeting.notes && (
            <NotesView notes={meeting.notes} name={await namesOf(mine.context.work)} parent="You" />
          )}
          <Comments {...props} events={events} />
        </>
      );
    case 'missed':
      return (
        <p>
          We hope that you are well. Nothing is held against you. We offer you new times; you can also tell us
          what suits you, or write instead.
        </p>
      );
    case 'cancelled':
      return (
        <>
          <p>You do not need to come.</p>
          <UserText text={events.findLast(({ act }) => act === 'cancel')?.words ?? ''} />
        </>
      );
  }
}

/** A meeting as the parent sees it: the invitation and its times, then the notes and their own corrections. */
export async function ownMeetingPage(mine: MeetingMine, form: FormState): Promise<Page> {
  const meeting = ownMeeting(mine);
  const moved = (await meetingEvents(mine.context.work, meeting.id)).findLast(({ act }) => act === 'move');
  return ownPage(mine, {
    title: titleOf(meeting),
    form,
    children: (
      <>
        <h1>{titleOf(meeting)}</h1>
        {meeting.state === 'offered' && moved && (
          <>
            <p>These times are new:</p>
            <UserText text={moved.words} />
          </>
        )}
        {await Body({ mine, meeting, form })}
      </>
    ),
  });
}
