import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { optionalText, readDay, sentence, text } from '../../cases/fields.ts';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { SCHOOL_ZONE, schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  Radios,
  TextArea,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { logEntryPage, logListPage } from '../log-page.tsx';
import { BREACH_STATE_TEXT, isLate } from './rules.ts';
import {
  addBreach,
  type Breach,
  closeBreach,
  decideBreach,
  findBreach,
  listBreaches,
  noteNotified,
} from './store.ts';

const HERE = '/desk/data/breaches';
const log = { may: 'data.log' } as const;
const params = z.object({ breach: idSchema<'data-breach'>() });
type Params = z.output<typeof params>;

const newForm = z.looseObject({
  time: z
    .string('Enter a time, such as 14.30')
    .trim()
    .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, 'Enter a time, such as 14.30'),
  words: text('Write what happened'),
  people: z.coerce
    .number('Enter a number, 0 if you do not know yet')
    .int('Enter a whole number')
    .min(0, 'Enter 0 or more')
    .max(1_000_000, 'Enter a smaller number'),
});
const decideForm = z.object({
  notify: z.enum(['yes', 'no'], 'Choose whether to tell the regulator'),
  people: z.enum(['yes', 'no'], 'Choose whether to tell the people'),
  reasons: sentence('Give your reasons'),
});
const notifyForm = z.object({ reference: text('Enter the reference you were given'), late: optionalText });
const closeForm = z.object({ remedy: sentence('Write what was done about it') });

/** How a breach stands, in a few words. */
function standing({ state, decision, notifiedAt }: Breach): string {
  if (state !== 'decided') return BREACH_STATE_TEXT[state];
  if (!decision?.notify) return 'Decided not to tell the regulator';
  return notifiedAt ? 'The regulator was told' : 'To be told to the regulator';
}

/** Whether the regulator may still have to be told. */
const isDue = ({ state, decision, notifiedAt }: Breach): boolean =>
  state === 'open' || (decision?.notify === true && !notifiedAt);

async function listPage(context: StaffContext<object>): Promise<Page> {
  const all = await listBreaches(context.work);
  return logListPage(context, {
    title: 'Breaches of data',
    lead: 'Data that went to the wrong person, was lost or was changed. Decide within 72 hours whether the Information Commissioner must be told: nights, weekends and holidays count. Every breach is written down here, told or not.',
    columns: ['We knew', 'How it stands', 'Tell the regulator by'],
    rows: all.map((each) => [
      <a href={`${HERE}/${each.id}`}>{formatDateTime(each.knownAt)}</a>,
      standing(each),
      isDue(each) ? formatDateTime(each.notifyBy) : 'nothing due',
    ]),
    empty: {
      title: 'No breach yet',
      words: 'Write one down as soon as you know, even if you know little: the clock runs from that moment.',
    },
    add: { href: `${HERE}/new`, label: 'Write a breach down' },
  });
}

function newPage(context: StaffContext<object>, form: FormState = emptyForm): Page {
  return logEntryPage(context, {
    title: 'A breach of data',
    form,
    back: { href: HERE, label: 'Breaches of data' },
    children: (
      <Form action={`${HERE}/new`} once={context.once}>
        <DateInput form={form} name="known" label="On which day did the school come to know?" />
        <TextInput form={form} name="time" label="At what time?" hint="Such as 14.30" width={5} />
        <TextArea
          form={form}
          name="words"
          label="What happened?"
          hint="What kind of data, where it went, what you did at once. Leave names out."
        />
        <TextInput
          form={form}
          name="people"
          label="How many people does it touch?"
          hint="As far as you know now."
          inputmode="numeric"
          width={5}
        />
        <Button>Write it down</Button>
      </Form>
    ),
  });
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function DecideForm({ href, once, form }: { href: string; once: string; form: FormState }) {
  return (
    <Form action={`${href}/decide`} once={once}>
      <h2>Decide who must be told</h2>
      <Radios
        form={form}
        name="notify"
        label="Tell the Information Commissioner?"
        hint="Yes, unless it is unlikely that anybody’s rights or freedoms are at risk."
        items={YES_NO}
      />
      <Radios
        form={form}
        name="people"
        label="Tell the people it touches?"
        hint="Yes, where the risk to them may be high."
        items={YES_NO}
      />
      <TextArea form={form} name="reasons" label="Why?" hint="Your reasons are kept, whatever you decide." />
      <Button>Decide</Button>
    </Form>
  );
}

function ActForms({
  breach,
  late,
  once,
  form,
}: {
  breach: Breach;
  late: boolean;
  once: string;
  form: FormState;
}) {
  const href = `${HERE}/${breach.id}`;
  if (breach.state === 'closed') return null;
  if (!breach.decision) return <DecideForm href={href} once={once} form={form} />;
  if (breach.decision.notify && !breach.notifiedAt) {
    return (
      <Form action={`${href}/notify`} once={once}>
        <h2>Tell the regulator</h2>
        <TextInput form={form} name="reference" label="The reference you were given" width={20} />
        {late && <TextArea form={form} name="late" label="Why was it told after 72 hours?" rows={3} />}
        <Button>I have told the Information Commissioner now</Button>
      </Form>
    );
  }
  return (
    <Form action={`${href}/close`} once={once}>
      <h2>Close it</h2>
      <TextArea form={form} name="remedy" label="What was done so that it does not happen again?" />
      <Button>Close the breach</Button>
    </Form>
  );
}

async function breachPage(context: StaffContext<Params>, form: FormState = emptyForm): Promise<Page> {
  const { work, once } = context;
  const breach = await findBreach(work, context.params.breach);
  const { decision, notifiedAt, closedOn } = breach;
  const late = isLate(breach, work.now);
  return logEntryPage(context, {
    title: `Breach known on ${formatDate(breach.knownAt)}`,
    form,
    back: { href: HERE, label: 'Breaches of data' },
    clock: isDue(breach)
      ? `${late ? 'The 72 hours ended on' : 'The 72 hours end on'} ${formatDateTime(breach.notifyBy)}.`
      : undefined,
    rows: [
      { key: 'We knew', value: formatDateTime(breach.knownAt) },
      { key: 'What happened', value: <UserText text={breach.words} /> },
      { key: 'People', value: breach.people.toLocaleString('en-GB') },
      { key: 'How it stands', value: standing(breach) },
      ...(decision
        ? [
            { key: 'Tell the regulator', value: decision.notify ? 'Yes' : 'No' },
            { key: 'Tell the people', value: decision.tellPeople ? 'Yes' : 'No' },
            { key: 'Reasons', value: <UserText text={decision.reasons} /> },
          ]
        : []),
      ...(notifiedAt
        ? [{ key: 'Told', value: `${formatDateTime(notifiedAt)}, reference ${breach.reference}` }]
        : []),
      ...(breach.lateReason === ''
        ? []
        : [{ key: 'Why late', value: <UserText text={breach.lateReason} /> }]),
      ...(closedOn ? [{ key: 'What was done', value: <UserText text={breach.remedy} /> }] : []),
    ],
    children: <ActForms breach={breach} late={late} once={once} form={form} />,
  });
}

/** The moment of a day and a time on the school's own clock. */
function momentOf(day: Temporal.PlainDate, time: string): Temporal.Instant {
  const [hour = 0, minute = 0] = time.split(/[.:]/).map(Number);
  return day
    .toPlainDateTime(Temporal.PlainTime.from({ hour, minute }))
    .toZonedDateTime(SCHOOL_ZONE)
    .toInstant();
}

/** The log of breaches of data. */
export function breachRoutes(routes: Routes): void {
  const done = ({ params: { breach } }: StaffContext<Params>, words: string) =>
    go(`${HERE}/${breach}`, { done: words });
  routes.staffPage(HERE, { ...log, params: noParams, show: listPage });
  routes.staffPage(`${HERE}/new`, { ...log, params: noParams, show: (context) => newPage(context) });
  routes.staffAct(`${HERE}/new`, {
    ...log,
    params: noParams,
    form: newForm,
    act: async ({ work, staff }, { time, words, people, ...rest }) => {
      const known = readDay(rest, 'known', 'past', schoolDay(work.now));
      if ('errors' in known) return wrong(known.errors);
      const knownAt = momentOf(known.day, time);
      if (Temporal.Instant.compare(knownAt, work.now) > 0)
        return wrong({ time: 'The time cannot be in the future' });
      const id = await addBreach(work, { knownAt, words, people }, staff.member);
      return go(`${HERE}/${id}`, { done: 'It is written down.' });
    },
    again: newPage,
  });
  routes.staffPage(`${HERE}/:breach`, { ...log, params, show: (context) => breachPage(context) });
  routes.staffAct(`${HERE}/:breach/decide`, {
    ...log,
    params,
    form: decideForm,
    act: async (context, { notify, people, reasons }) => {
      const decision = { notify: notify === 'yes', tellPeople: people === 'yes', reasons };
      await decideBreach(context.work, context.params.breach, decision, context.staff.member);
      return done(context, 'Your decision is kept.');
    },
    again: breachPage,
  });
  routes.staffAct(`${HERE}/:breach/notify`, {
    ...log,
    params,
    form: notifyForm,
    act: async (context, { reference, late }) => {
      const { work } = context;
      const breach = await findBreach(work, context.params.breach);
      if (isLate(breach, work.now) && late === '')
        return wrong({ late: 'Say why it was told after 72 hours: the regulator asks' });
      await noteNotified(work, breach.id, { reference, lateReason: late });
      return done(context, 'Noted.');
    },
    again: breachPage,
  });
  routes.staffAct(`${HERE}/:breach/close`, {
    ...log,
    params,
    form: closeForm,
    act: async (context, { remedy }) => {
      await closeBreach(context.work, context.params.breach, remedy);
      return done(context, 'The breach is closed.');
    },
    again: breachPage,
  });
}
