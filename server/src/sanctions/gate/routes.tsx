import { z } from 'zod';
import { anyField, dayValues, readDay, sentence } from '../../cases/fields.ts';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  DateInput,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  Name,
  Notice,
  Table,
  TextArea,
} from '../../ui/index.ts';
import { logBreach } from './breach.ts';
import { type GateEntry, gateList } from './list.ts';

const HERE = '/desk/gate';
const params = z.object({ ban: idSchema<'site-ban'>() });
type Context = StaffContext<z.output<typeof params>>;

async function gatePage(context: StaffContext<object>): Promise<Page> {
  const { work, flash } = context;
  const entries = await gateList(work);
  return context.page({
    room: HERE,
    title: 'At the gate',
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>At the gate</h1>
        <p>
          Who is asked not to come on to the site today. Please keep this list to yourself, and be kind: the
          child and the rest of the family are welcome as ever. If somebody comes, do not argue. Ask them to
          wait outside and call a senior member of staff.
        </p>
        <Table
          caption={`Today, ${formatDate(schoolDay(work.now))}`}
          columns={['Name', 'Where', 'When', 'May come', 'From', 'Until', 'Act'].map((header) => ({
            header,
          }))}
          rows={entries.map(({ ban, name, scope, from, last }) => [
            <Name>{name}</Name>,
            scope.places,
            scope.times,
            scope.exceptions,
            formatDate(from),
            last ? formatDate(last) : '',
            <a href={`${HERE}/${ban}`}>
              Seen on site<span class="govuk-visually-hidden">: {name}</span>
            </a>,
          ])}
          empty={
            <EmptyState title="Nobody">
              <p>When a ban holds, the name, the scope and the days stand here, and nothing else.</p>
            </EmptyState>
          }
        />
      </>
    ),
  });
}

async function theEntry({ work, params: { ban } }: Context): Promise<GateEntry> {
  const entry = (await gateList(work)).find((each) => each.ban === ban);
  if (!entry) throw notFound();
  return entry;
}

async function breachPage(context: Context, form: FormState): Promise<Page> {
  const { name, ban } = await theEntry(context);
  const today = dayValues('day', schoolDay(context.work.now));
  const shown = { ...form, values: { ...today, ...form.values } };
  return context.page({
    room: HERE,
    title: 'Seen on site',
    errors: form.errors,
    back: { href: HERE, label: 'At the gate' },
    children: (
      <>
        <h1>
          <Name>{name}</Name> was seen on site
        </h1>
        <p>Write down only what you saw or heard yourself. Nothing follows by itself: a person reads it.</p>
        <Form action={`${HERE}/${ban}`} once={context.once} id="form">
          <DateInput form={shown} name="day" label="On which day?" />
          <TextArea
            form={shown}
            name="words"
            label="What did you see?"
            hint="Where, at what time, what was said, who else saw it."
            rows={5}
          />
          <Button>Keep it</Button>
        </Form>
      </>
    ),
  });
}

/** The gate list for the office and whoever stands at the gate. */
export function gateRoutes(routes: Routes): void {
  routes.staffPage(HERE, { may: 'gate.see', params: noParams, show: gatePage });
  routes.staffPage(`${HERE}/:ban`, {
    may: 'gate.see',
    params,
    show: (context) => breachPage(context, emptyForm),
  });
  routes.staffAct(`${HERE}/:ban`, {
    may: 'gate.see',
    params,
    form: z.object({ words: sentence('Write down what you saw, in a whole sentence') }).catchall(anyField),
    act: async (context, { words, ...rest }) => {
      const { work, staff } = context;
      const read = readDay(rest, 'day', 'past', schoolDay(work.now));
      if ('errors' in read) return wrong(read.errors);
      await logBreach(work, staff, context.params.ban, read.day, words);
      return go(HERE, { done: 'It is written down. The person who decides can read it.' });
    },
    again: breachPage,
  });
}
