import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Answer, go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema, type MemberId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Name,
  Notice,
} from '../ui/index.ts';
import { isAway, setAway } from './away.ts';
import { findMember } from './store.ts';

const part = z
  .string()
  .optional()
  .transform((text) => (text ?? '').trim());
const awayForm = z.object({ 'back-day': part, 'back-month': part, 'back-year': part });
type AwayAnswer = z.output<typeof awayForm>;

const MOST_DAYS = 366;

/** The day that three boxes mean: undefined when all are empty, a message when it is no day ahead. */
function readBack(answer: AwayAnswer, today: Temporal.PlainDate): Temporal.PlainDate | string | undefined {
  const texts = [answer['back-year'], answer['back-month'], answer['back-day']];
  if (texts.every((text) => text === '')) return undefined;
  const [year = 0, month = 0, day = 0] = texts.map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0));
  if (month < 1 || month > 12 || day < 1 || day > 31) return 'Enter a day such as 14 4 2027';
  const back = Temporal.PlainDate.from({ year, month, day });
  const far = today.add({ days: MOST_DAYS });
  if (back.day !== day) return 'Enter a day such as 14 4 2027';
  if (Temporal.PlainDate.compare(back, today) <= 0) return 'Enter a day that is still to come';
  return Temporal.PlainDate.compare(back, far) > 0 ? 'Enter a day within a year' : back;
}

interface Whose {
  readonly member: MemberId;
  /** The address of the page and of its form. */
  readonly here: string;
  readonly back: string;
  readonly own: boolean;
}

async function awayPage(context: StaffContext<object>, whose: Whose, form: FormState): Promise<Page> {
  const { work, flash, once } = context;
  const person = await findMember(work, whose.member);
  if (person?.state !== 'active') throw notFound();
  const away = isAway(person.backOn, schoolDay(work.now)) && person.backOn;
  return context.page({
    room: whose.own ? '/desk' : '/desk/people',
    title: whose.own ? 'When you are away' : 'When somebody is away',
    errors: form.errors,
    back: { href: whose.back },
    children: (
      <>
        {flash.done !== undefined && (
          <Notice kind="success">
            <p>Saved.</p>
          </Notice>
        )}
        <h1>{whose.own ? 'When you are away' : <Name>{person.name}</Name>}</h1>
        <p>
          What waits for somebody who is away waits for their deputy at once, and goes on to the Head Teacher
          when it is late. Nothing has to be handed over by hand.
        </p>
        {away && <InsetText>Away now, back on {formatDate(away)}.</InsetText>}
        <Form action={whose.here} once={once}>
          <DateInput
            form={form}
            name="back"
            label={whose.own ? 'When are you back?' : 'When are they back?'}
            hint="Such as 14 4 2027. Leave it empty for somebody who is here."
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

async function save(context: StaffContext<object>, whose: Whose, answer: AwayAnswer): Promise<Answer> {
  const { work } = context;
  const back = readBack(answer, schoolDay(work.now));
  if (typeof back === 'string') return wrong({ back });
  if ((await findMember(work, whose.member))?.state !== 'active') throw notFound();
  await setAway(work, whose.member, back);
  return go(whose.here, { done: 'yes' });
}

const ownPage = ({ staff }: StaffContext<NoParams>): Whose => ({
  member: staff.member,
  here: '/desk/away',
  back: '/desk',
  own: true,
});

const memberParams = z.object({ member: idSchema<'member'>() });

const memberPage = ({ params }: StaffContext<z.output<typeof memberParams>>): Whose => ({
  member: params.member,
  here: `/desk/people/${params.member}/away`,
  back: `/desk/people/${params.member}`,
  own: false,
});

/** When somebody is away: said by themselves, or for somebody who is ill by whoever keeps the list of people. */
export function awayRoutes(routes: Routes): void {
  routes.staffPage('/desk/away', {
    may: 'today.see',
    params: noParams,
    show: (context) => awayPage(context, ownPage(context), emptyForm),
  });
  routes.staffAct('/desk/away', {
    may: 'today.see',
    params: noParams,
    form: awayForm,
    act: (context, answer) => save(context, ownPage(context), answer),
    again: (context, form) => awayPage(context, ownPage(context), form),
  });
  routes.staffPage('/desk/people/:member/away', {
    may: 'people.edit',
    params: memberParams,
    show: (context) => awayPage(context, memberPage(context), emptyForm),
  });
  routes.staffAct('/desk/people/:member/away', {
    may: 'people.edit',
    params: memberParams,
    form: awayForm,
    act: (context, answer) => save(context, memberPage(context), answer),
    again: (context, form) => awayPage(context, memberPage(context), form),
  });
}
