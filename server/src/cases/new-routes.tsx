import { z } from 'zod';
import { type ConcernForCase, concernForCase } from '../concerns/store.ts';
import { go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { CLAUSE_QUESTION_SCRIPT } from '../moderation/clause-question.tsx';
import { listMembers } from '../people/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import { policyInForceOn } from '../policies/store.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  Hidden,
  Radios,
  textValue,
} from '../ui/index.ts';
import {
  anyField,
  dayValues,
  line,
  optionalLine,
  optionalText,
  readDay,
  sentence,
  ticked,
} from './fields.ts';
import { caseHref, tried } from './guarded.ts';
import { PARTY_SORTS } from './kinds.ts';
import { openCase } from './open-case.ts';
import { OpeningFields } from './opening-fields.tsx';
import { caseOfConcern } from './read.ts';
import { placeIn, whereFields } from './where-it-was.tsx';

type Context = StaffContext<NoParams>;
const concernId = idSchema<'concern'>();

const firstForm = z
  .object({
    concern: concernId,
    interest: z.enum(['none', 'some'], 'Say whether you have an interest in this matter'),
  })
  .catchall(anyField);

const secondForm = z
  .object({
    concern: concernId,
    name: line('Enter the name of the parent'),
    address: optionalText,
    email: optionalLine,
    phone: optionalLine,
    ...whereFields,
    clauses: ticked,
    allegation: sentence('Say in plain words what you have been told'),
    quoted: optionalText,
    affectedSort: z.enum([...PARTY_SORTS, 'nobody'], 'Say whom the words were about'),
    affectedName: optionalLine,
    targets: ticked.pipe(z.array(idSchema<'member'>())),
    interested: ticked.pipe(z.array(idSchema<'member'>())),
  })
  .catchall(anyField);

/** The concern of a form or an address, for somebody who may open a case from it. */
async function theConcern({ work, staff }: Context, id: string): Promise<ConcernForCase> {
  const parsed = concernId.safeParse(id);
  if (!parsed.success) throw notFound();
  return concernForCase(work, staff, parsed.data);
}

function firstPage(context: Context, concern: ConcernForCase, form: FormState): Page {
  const day = dayValues('on', concern.messageDay);
  return context.page({
    title: 'Open a case',
    room: '/desk/cases',
    back: { href: `/desk/concerns/${concern.id}`, label: `Concern ${concern.reference}` },
    errors: form.errors,
    children: (
      <>
        <h1>Open a case from concern {concern.reference}</h1>
        <p>
          A case is for words that may break the code of conduct. Criticism of the school is feedback or a
          complaint: go back to the concern if it is that.
        </p>
        <Form action="/desk/cases/new">
          <input type="hidden" name="concern" value={concern.id} />
          <Radios
            form={form}
            name="interest"
            label="Do you have an interest in this matter?"
            hint="Nobody looks into a matter in which the words are about them, or in which they are related to somebody, close friends with them, or have a child in the same class."
            items={[
              { value: 'none', label: 'No, I have none' },
              { value: 'some', label: 'Yes, or I am not sure' },
            ]}
          />
          <DateInput
            form={{ ...form, values: { ...day, ...form.values } }}
            name="on"
            label="On which day was it?"
            hint={
              concern.messageDayKnown
                ? 'As the report says. The policy in force on that day counts.'
                : 'The report gives no day, so this is the day it came. The policy in force on that day counts.'
            }
          />
          <Button>Continue</Button>
        </Form>
      </>
    ),
  });
}

async function secondPage(context: Context, form: FormState): Promise<Page> {
  const { work } = context;
  const concern = await theConcern(context, textValue(form, 'concern'));
  const on = readDay(form.values, 'on', 'past', schoolDay(work.now));
  if ('errors' in on) return firstPage(context, concern, { ...form, errors: on.errors });
  const policy = await policyInForceOn(work, on.day);
  const { concern: kept, interest } = form.values;
  const hidden = { concern: kept ?? '', interest: interest ?? '', ...dayValues('on', on.day) };
  return context.page({
    title: 'What the case is about',
    room: '/desk/cases',
    scripts: [CLAUSE_QUESTION_SCRIPT],
    back: { href: `/desk/cases/new?concern=${concern.id}` },
    errors: form.errors,
    children: (
      <>
        <span class="hb-caption">Open a case from concern {concern.reference}</span>
        <h1>What the case is about</h1>
        {policy ? (
          <Form action="/desk/cases/new/open" once={context.once} id="form">
            <Hidden values={hidden} />
            <OpeningFields form={form} concern={concern} policy={policy} people={await theStaff(context)} />
            <Button>Open the case</Button>
          </Form>
        ) : (
          <>
            <p>
              No policy of this school was in force on {formatDate(on.day)}. A parent can only be held to a
              policy that was adopted and published by then.
            </p>
            <p>
              You can still talk with the parent. Go back to the concern to say how it was dealt with, or
              change the day if it is wrong.
            </p>
          </>
        )}
      </>
    ),
  });
}

async function theStaff({ work, staff }: Context) {
  return (await listMembers(work)).filter(({ id, state }) => state === 'active' && id !== staff.member);
}

/** Opening a case from a concern: interest first, then what it is about, under which clauses. */
export function newRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/new', {
    may: 'case.work',
    params: noParams,
    show: async (context) => {
      const concern = await theConcern(context, context.request.query.concern ?? '');
      const known = await caseOfConcern(context.work, concern.id);
      return known ? go(caseHref(known)) : firstPage(context, concern, emptyForm);
    },
  });
  routes.staffAct('/desk/cases/new', {
    may: 'case.work',
    params: noParams,
    repeatable: true,
    form: firstForm,
    act: async (context, { concern, interest, ...rest }) => {
      if (interest === 'some') return go(`/desk/concerns/${concern}`);
      const on = readDay(rest, 'on', 'past', schoolDay(context.work.now));
      if ('errors' in on) return wrong(on.errors);
      return secondPage(context, { values: { concern, interest, ...dayValues('on', on.day) }, errors: {} });
    },
    again: async (context, form) =>
      firstPage(context, await theConcern(context, textValue(form, 'concern')), form),
  });
  routes.staffAct('/desk/cases/new/open', {
    may: 'case.work',
    params: noParams,
    form: secondForm,
    act: async (context, values) => {
      const { work, staff } = context;
      const concern = await theConcern(context, values.concern);
      const on = readDay(values, 'on', 'past', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      const where = placeIn(values);
      if ('errors' in where) return wrong(where.errors);
      const { affectedSort: sort, affectedName: name, targets } = values;
      // A member of staff may go without a name; anybody else is named, so that no letter does.
      if (sort !== 'nobody' && sort !== 'staff' && name === '') {
        return wrong({ affectedName: 'Enter who it is, as you would call them' });
      }
      const unnamed = sort === 'staff' && name === '' && targets.length > 0;
      return tried(
        async () => {
          const id = await openCase(work, staff, {
            concern,
            messageDay: on.day,
            policy: await policyInForceOn(work, on.day),
            clauseIds: values.clauses,
            subject: {
              part: 'subject',
              sort: 'parent',
              name: values.name,
              address: values.address,
              email: values.email,
              phone: values.phone,
            },
            affected: sort === 'nobody' || unnamed ? undefined : { sort, name },
            targets,
            interested: values.interested,
            allegation: values.allegation,
            quoted: values.quoted,
            channel: values.channel,
            place: where.place,
            // The safeguarding lead keeps a part in a case that they open.
            safeguarding: staff.roles.includes('safeguarding'),
          });
          return caseHref(id);
        },
        'The case is open. Gather accounts next.',
        ['clauses'],
      );
    },
    again: secondPage,
  });
}
