import { z } from 'zod';
import { line, readDay, text } from '../../cases/fields.ts';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { bankHolidaysOf } from '../../schools/bank-holidays.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatShortDate,
  Name,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { logEntryPage, logListPage } from '../log-page.tsx';
import { answerBy } from './clock.ts';
import { addRequest } from './finding.ts';
import { REQUESTS, requestHref } from './frame.tsx';
import { CHANNEL_TEXT, CHANNELS, REQUEST_STATE_TEXT } from './rules.ts';
import { listRequests } from './store.ts';

const disclose = { may: 'data.disclose' } as const;

async function listPage(context: StaffContext<object>): Promise<Page> {
  const isHoliday = bankHolidaysOf(context.school.profile.nation);
  const all = await listRequests(context.work);
  return logListPage(context, {
    title: 'Requests for their own data',
    lead: 'Anybody may ask what the school holds about them: in a letter, an email or in words, to anybody who works here, without a form and without a reason. Answer within one calendar month. School holidays do not make it longer.',
    columns: ['Came', 'From', 'How it stands', 'Answer by'],
    rows: all.map((each) => {
      const due = answerBy(each, isHoliday);
      return [
        <a href={requestHref(each.id)}>{formatShortDate(each.receivedOn)}</a>,
        <Name>{each.name}</Name>,
        REQUEST_STATE_TEXT[each.state],
        each.closedOn ? 'done' : due ? formatShortDate(due) : 'the clock stands still',
      ];
    }),
    empty: {
      title: 'No request yet',
      words: 'Write one down on the day it comes, however it comes: the month runs from that day.',
    },
    add: { href: `${REQUESTS}/new`, label: 'Write a request down' },
  });
}

function newPage(context: StaffContext<object>, form: FormState = emptyForm): Page {
  return logEntryPage(context, {
    title: 'A request for their own data',
    back: { href: REQUESTS, label: 'Requests for their own data' },
    form,
    children: (
      <Form action={`${REQUESTS}/new`} once={context.once}>
        <TextInput
          form={form}
          name="name"
          label="Who asks?"
          hint="Their name as the school knows it. Handbell looks for it in its records."
          autocomplete="off"
        />
        <TextInput
          form={form}
          name="contact"
          label="How can you answer them?"
          hint="An email address, a phone number or a postal address."
          autocomplete="off"
        />
        <Radios
          form={form}
          name="channel"
          label="How did it come?"
          items={CHANNELS.map((value) => ({ value, label: CHANNEL_TEXT[value] }))}
        />
        <DateInput form={form} name="received" label="When did it come?" />
        <TextArea
          form={form}
          name="words"
          label="What do they ask for?"
          hint="In their words, as far as you can."
          rows={3}
        />
        <Button>Write it down and search</Button>
      </Form>
    ),
  });
}

const newForm = z.looseObject({
  name: line('Enter who asks'),
  contact: line('Enter how to answer them'),
  channel: z.enum(CHANNELS, 'Choose how it came'),
  words: text('Write what they ask for'),
});

/** The log of requests for somebody's own data. */
export function requestListRoutes(routes: Routes): void {
  routes.staffPage(REQUESTS, { ...disclose, params: noParams, show: listPage });
  routes.staffPage(`${REQUESTS}/new`, { ...disclose, params: noParams, show: (context) => newPage(context) });
  routes.staffAct(`${REQUESTS}/new`, {
    ...disclose,
    params: noParams,
    form: newForm,
    act: async ({ work, staff }, { name, contact, channel, words, ...rest }) => {
      const received = readDay(rest, 'received', 'past', schoolDay(work.now));
      if ('errors' in received) return wrong(received.errors);
      const entry = { name, contact, channel, words, receivedOn: received.day };
      const id = await addRequest(work, staff, entry);
      return go(requestHref(id), { done: 'It is written down. This is what the search found.' });
    },
    again: newPage,
  });
}
