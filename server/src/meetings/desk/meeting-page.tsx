import { stepPage } from '../../cases/frame.tsx';
import type { CaseId } from '../../cases/ids.ts';
import { type NameOf, namesOf } from '../../cases/names.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  ButtonLink,
  Details,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  Name,
  Notice,
  Radios,
  Story,
  SummaryList,
  Tag,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { mayArrange } from '../acts.ts';
import type { MeetingId } from '../ids.ts';
import { lengthOf, whereOf } from '../letters.ts';
import { NotesView, Points } from '../notes-view.tsx';
import { MEETING_ACT_TEXT, MEETING_TEXT } from '../states.ts';
import { findMeeting, type Meeting, meetingEvents } from '../store.ts';
import { SlotFields } from './fields.tsx';
import { meetingsHref } from './href.ts';

export type MeetingContext = StaffContext<{ readonly id: CaseId; readonly meeting: MeetingId }>;

/** A meeting of a case that this person sees. */
export async function theMeeting({ work, staff, params }: MeetingContext): Promise<{
  readonly file: CaseFile;
  readonly meeting: Meeting;
}> {
  const file = await caseFor(work, staff, params.id);
  const meeting = await findMeeting(work, file.id, params.meeting);
  if (!meeting) throw notFound();
  return { file, meeting };
}

interface ActsProps {
  readonly context: MeetingContext;
  readonly meeting: Meeting;
  readonly form: FormState;
}

function Version({ meeting }: { meeting: Meeting }) {
  return <input type="hidden" name="version" value={`${meeting.version}`} />;
}

function Choose({ context, meeting, form }: ActsProps) {
  return (
    <Form action={`${meetingsHref(context.params.id, meeting.id)}/choose`} once={context.once}>
      <Version meeting={meeting} />
      <Radios
        form={form}
        name="slot"
        label="Which time did the parent choose?"
        items={meeting.slots.map((slot) => ({ value: slot.toString(), label: formatDateTime(slot) }))}
      />
      <Button>Record the time</Button>
    </Form>
  );
}

function Held({ context, meeting, form }: ActsProps) {
  const href = meetingsHref(context.params.id, meeting.id);
  return (
    <>
      <p>
        <ButtonLink href={`${href}/notes`}>Write the notes</ButtonLink>
      </p>
      <Details summary="The parent did not come">
        <p>It counts as a try to reach them. Ask first whether they are all right, and offer new times.</p>
        <Form action={`${href}/missed`} once={context.once}>
          <Version meeting={meeting} />
          <TextArea form={form} name="missed" label="What did you do?" rows={2} />
          <Button kind="secondary">Record that they did not come</Button>
        </Form>
      </Details>
    </>
  );
}

function Change({ context, meeting, form }: ActsProps) {
  const href = meetingsHref(context.params.id, meeting.id);
  const missed = meeting.state === 'missed';
  return (
    <>
      <Details
        summary="Offer other times"
        open={Object.keys(form.errors).some((name) => /^slot\d|^reply|^why/.test(name))}
      >
        <Form action={`${href}/move`} once={context.once}>
          <Version meeting={meeting} />
          <SlotFields form={form} />
          <TextArea form={form} name="why" label="Why other times?" hint="The parent reads this." rows={2} />
          <Button kind="secondary">Offer these times instead</Button>
        </Form>
      </Details>
      {!missed && (
        <Details summary="Cancel the meeting">
          <Form action={`${href}/cancel`} once={context.once}>
            <Version meeting={meeting} />
            <TextArea
              form={form}
              name="cancel"
              label="Why is it cancelled?"
              hint="The parent reads this."
              rows={2}
            />
            <Button kind="warning">Cancel the meeting</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

function Acts(props: ActsProps) {
  const { context, meeting, form } = props;
  const href = meetingsHref(context.params.id, meeting.id);
  switch (meeting.state) {
    case 'offered':
      return (
        <>
          <Choose {...props} />
          <Change {...props} />
        </>
      );
    case 'agreed':
      return (
        <>
          <Held {...props} />
          <p>
            <a href={`${href}/meeting.ics`}>Save it to a calendar</a>
          </p>
          <Change {...props} />
        </>
      );
    case 'missed':
      return <Change {...props} />;
    case 'held':
      return (
        <>
          <Form action={`${href}/share`} once={context.once} id="form">
            <Version meeting={meeting} />
            <p>
              The parent gets the copy on their own page and as a letter, and can comment. Actions of people
              at the school become their tasks.
            </p>
            <Button>Share the notes with the parent</Button>
          </Form>
          <p>
            <a href={`${href}/notes`}>Change the notes</a>
          </p>
        </>
      );
    case 'shared':
    case 'cancelled':
      return form.errors.form === undefined ? null : <p>{form.errors.form}</p>;
  }
}

function Told({ meeting }: { meeting: Meeting }) {
  const { plan, slots, replyBy, startsAt } = meeting;
  return (
    <SummaryList
      rows={[
        {
          key: 'When',
          value: startsAt
            ? formatDateTime(startsAt)
            : slots.map((slot) => formatDateTime(slot)).join('; or '),
        },
        { key: 'Where', value: whereOf(meeting) },
        { key: 'How long', value: lengthOf(meeting) },
        { key: 'What for', value: <UserText text={plan.purpose} /> },
        { key: 'To talk about', value: <Points points={plan.agenda} none="" /> },
        { key: 'Who is there', value: <Points points={plan.attendees} none="" /> },
        { key: 'Papers', value: <Points points={plan.papers} none="None" /> },
        { key: 'Answer by', value: formatDate(replyBy) },
      ]}
    />
  );
}

async function MeetingStory({
  meeting,
  context,
  name,
}: {
  meeting: Meeting;
  context: MeetingContext;
  name: NameOf;
}) {
  const events = await meetingEvents(context.work, meeting.id);
  return (
    <Story
      label="What was done"
      entries={events.map(({ at, by, act, words }) => ({
        when: at,
        title: MEETING_ACT_TEXT[act],
        by: <Name>{name(by)}</Name>,
        children: words === '' ? undefined : <UserText text={words} />,
      }))}
    />
  );
}

/** A meeting from its invitation to its notes, with what comes next at its foot. */
export async function meetingPage(context: MeetingContext, form: FormState): Promise<Page> {
  const { file, meeting } = await theMeeting(context);
  const name = await namesOf(context.work);
  const { flash, staff } = context;
  return stepPage({ ...context, params: { id: file.id } }, file, {
    title: 'Meeting',
    form,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Meeting with the parent</h1>
        <p>
          <Tag kind={MEETING_TEXT[meeting.state].kind}>{MEETING_TEXT[meeting.state].name}</Tag>
        </p>
        <Told meeting={meeting} />
        {meeting.notes && <NotesView notes={meeting.notes} name={name} />}
        <h2>What was done</h2>
        {await MeetingStory({ meeting, context, name })}
        {mayArrange(staff, file) && <Acts context={context} meeting={meeting} form={form} />}
        <p>
          <a href={meetingsHref(file.id)}>All meetings of this case</a>
        </p>
      </>
    ),
  });
}
