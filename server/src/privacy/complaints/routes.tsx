import { z } from 'zod';
import { line, readDay, text } from '../../cases/fields.ts';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  Name,
  Radios,
  SummaryList,
  TextArea,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { logEntryPage, logListPage } from '../log-page.tsx';
import { COMPLAINT_OUTCOMES, COMPLAINT_STATE_TEXT, OUTCOME_TEXT, STEP_KINDS, STEP_TEXT } from './rules.ts';
import {
  acknowledgeComplaint,
  addComplaint,
  type Complaint,
  closeComplaint,
  findComplaint,
  listComplaints,
  noteStep,
  stepsOf,
} from './store.ts';

const HERE = '/desk/data/complaints';
const log = { may: 'data.log' } as const;
const params = z.object({ complaint: idSchema<'data-complaint'>() });
type Params = z.output<typeof params>;

const newForm = z.looseObject({
  name: line('Enter who complained'),
  contact: line('Enter how to answer them'),
  words: text('Write what they said'),
});
const stepForm = z.object({
  kind: z.enum(STEP_KINDS, 'Choose what was done'),
  words: text('Write what was done'),
});
const closeForm = z.object({
  outcome: z.enum(COMPLAINT_OUTCOMES, 'Choose what you found'),
  answer: text('Write what you answered them'),
});

async function listPage(context: StaffContext<object>): Promise<Page> {
  const all = await listComplaints(context.work);
  return logListPage(context, {
    title: 'Complaints about data',
    lead: 'Anybody may complain about how the school handles their data. Acknowledge it within 30 days, holidays counted; look into it without delay; tell them how it stands, and what you found.',
    columns: ['Received', 'From', 'How it stands', 'Acknowledge by'],
    rows: all.map((each) => [
      <a href={`${HERE}/${each.id}`}>{formatShortDate(each.receivedOn)}</a>,
      <Name>{each.name}</Name>,
      COMPLAINT_STATE_TEXT[each.state],
      each.state === 'received' ? formatShortDate(each.acknowledgeBy) : 'done',
    ]),
    empty: {
      title: 'No complaint yet',
      words: 'Write one down on the day it comes, however it comes: the 30 days run from that day.',
    },
    add: { href: `${HERE}/new`, label: 'Write a complaint down' },
  });
}

function newPage(context: StaffContext<object>, form: FormState = emptyForm): Page {
  return logEntryPage(context, {
    title: 'A complaint about data',
    form,
    back: { href: HERE, label: 'Complaints about data' },
    children: (
      <Form action={`${HERE}/new`} once={context.once}>
        <TextInput form={form} name="name" label="Who complained?" autocomplete="off" />
        <TextInput
          form={form}
          name="contact"
          label="How can you answer them?"
          hint="An email address, a phone number or a postal address."
          autocomplete="off"
        />
        <DateInput form={form} name="received" label="When did it come?" />
        <TextArea form={form} name="words" label="What did they say?" />
        <Button>Write it down</Button>
      </Form>
    ),
  });
}

function ActForms({ complaint, once, form }: { complaint: Complaint; once: string; form: FormState }) {
  const href = `${HERE}/${complaint.id}`;
  if (complaint.state === 'closed') return null;
  return (
    <>
      {complaint.state === 'received' && (
        <Form action={`${href}/acknowledge`} once={once}>
          <h2>Acknowledge it</h2>
          <p>Write to them that you have it and will look into it. Then note it here.</p>
          <Button>I have acknowledged it today</Button>
        </Form>
      )}
      <Form action={`${href}/step`} once={once}>
        <h2>Note what was done</h2>
        <Radios
          form={form}
          name="kind"
          label="What was it?"
          items={STEP_KINDS.map((value) => ({ value, label: STEP_TEXT[value] }))}
        />
        <TextArea form={form} name="words" label="In your words" rows={3} />
        <Button kind="secondary">Note it</Button>
      </Form>
      {complaint.state === 'acknowledged' && (
        <Form action={`${href}/close`} once={once}>
          <h2>Answer it and close</h2>
          <Radios
            form={form}
            name="outcome"
            label="What did you find?"
            items={COMPLAINT_OUTCOMES.map((value) => ({ value, label: OUTCOME_TEXT[value] }))}
          />
          <TextArea
            form={form}
            name="answer"
            label="What did you answer them?"
            hint="Tell them that they can go to the Information Commissioner if they are not content."
          />
          <Button>Close the complaint</Button>
        </Form>
      )}
    </>
  );
}

async function complaintPage(context: StaffContext<Params>, form: FormState = emptyForm): Promise<Page> {
  const { work, once } = context;
  const complaint = await findComplaint(work, context.params.complaint);
  const steps = await stepsOf(work, complaint.id);
  const { outcome, closedOn, acknowledgedOn } = complaint;
  return logEntryPage(context, {
    title: `Complaint of ${formatShortDate(complaint.receivedOn)}`,
    form,
    back: { href: HERE, label: 'Complaints about data' },
    clock:
      complaint.state === 'received'
        ? `Acknowledge it by ${formatDate(complaint.acknowledgeBy)}.`
        : undefined,
    rows: [
      { key: 'From', value: <Name>{complaint.name}</Name> },
      { key: 'Answer to', value: <Name>{complaint.contact}</Name> },
      { key: 'What they said', value: <UserText text={complaint.words} /> },
      { key: 'Acknowledged', value: acknowledgedOn ? formatDate(acknowledgedOn) : 'Not yet' },
      ...(outcome && closedOn
        ? [
            { key: 'Found', value: `${OUTCOME_TEXT[outcome]}, on ${formatDate(closedOn)}` },
            { key: 'Answered', value: <UserText text={complaint.answer} /> },
          ]
        : []),
    ],
    children: (
      <>
        {steps.length > 0 && (
          <>
            <h2>What was done</h2>
            <SummaryList
              rows={steps.map(({ kind, on, words }) => ({
                key: `${STEP_TEXT[kind]}, ${formatShortDate(on)}`,
                value: <UserText text={words} />,
              }))}
            />
          </>
        )}
        <ActForms complaint={complaint} once={once} form={form} />
      </>
    ),
  });
}

/** The log of complaints about data. */
export function complaintRoutes(routes: Routes): void {
  routes.staffPage(HERE, { ...log, params: noParams, show: listPage });
  routes.staffPage(`${HERE}/new`, { ...log, params: noParams, show: (context) => newPage(context) });
  routes.staffAct(`${HERE}/new`, {
    ...log,
    params: noParams,
    form: newForm,
    act: async ({ work, staff }, { name, contact, words, ...rest }) => {
      const received = readDay(rest, 'received', 'past', schoolDay(work.now));
      if ('errors' in received) return wrong(received.errors);
      const entry = { name, contact, words, receivedOn: received.day };
      return go(`${HERE}/${await addComplaint(work, entry, staff.member)}`, { done: 'It is written down.' });
    },
    again: newPage,
  });
  routes.staffPage(`${HERE}/:complaint`, { ...log, params, show: (context) => complaintPage(context) });
  routes.staffAct(`${HERE}/:complaint/acknowledge`, {
    ...log,
    params,
    form: z.object({}),
    act: async (context) => {
      await acknowledgeComplaint(context.work, context.params.complaint);
      return go(`${HERE}/${context.params.complaint}`, { done: 'Noted.' });
    },
    again: complaintPage,
  });
  routes.staffAct(`${HERE}/:complaint/step`, {
    ...log,
    params,
    form: stepForm,
    act: async (context, step) => {
      await noteStep(context.work, context.params.complaint, step, context.staff.member);
      return go(`${HERE}/${context.params.complaint}`, { done: 'Noted.' });
    },
    again: complaintPage,
  });
  routes.staffAct(`${HERE}/:complaint/close`, {
    ...log,
    params,
    form: closeForm,
    act: async (context, closing) => {
      await closeComplaint(context.work, context.params.complaint, closing);
      return go(`${HERE}/${context.params.complaint}`, { done: 'The complaint is closed.' });
    },
    again: complaintPage,
  });
}
