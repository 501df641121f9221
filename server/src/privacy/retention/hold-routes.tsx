import { z } from 'zod';
import { readDay } from '../../cases/fields.ts';
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
  formatShortDate,
  Notice,
  Radios,
  Table,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { liftHold, openHolds, placeHold } from './holds.ts';
import { keptOf } from './keepers.ts';
import { HOLD_REASONS, HOLD_TEXT } from './rules.ts';

const HERE = '/desk/data/holds';
const see = { may: 'retention.see' } as const;
const objectParams = z.object({ object: z.string().regex(/^[a-z-]+:[0-9a-f-]{36}$/) });
type ObjectParams = z.output<typeof objectParams>;

async function holdsPage(context: StaffContext<object>): Promise<Page> {
  const { work, staff, once, flash } = context;
  const holds = await openHolds(work);
  const kept = await keptOf(
    work,
    staff,
    holds.map(({ object }) => object),
  );
  const labels = new Map(kept.map(({ object, label }) => [object, label]));
  // A hold on what this person has a conflict with is not theirs to see.
  const shown = holds.filter(({ object }) => labels.has(object));
  return context.page({
    room: '/desk/data',
    title: 'Holds',
    back: { href: '/desk/data', label: 'Data protection' },
    children: (
      <>
        {flash.done !== undefined && (
          <Notice kind="success">
            <p>{flash.done}</p>
          </Notice>
        )}
        <h1>Holds</h1>
        <p>While a hold is on, nothing of the record is destroyed, whatever the schedule says.</p>
        <Table
          caption="Records on hold"
          captionHidden
          columns={['Record', 'Reason', 'Look at it again', 'Act'].map((header) => ({ header }))}
          rows={shown.map(({ id, object, reason, words, reviewOn }) => [
            labels.get(object) ?? '',
            <>
              {HOLD_TEXT[reason]}
              <UserText text={words} />
            </>,
            formatShortDate(reviewOn),
            <Form action={`${HERE}/${id}/lift`} once={once}>
              <Button kind="secondary">
                Take off<span class="govuk-visually-hidden"> the hold on {labels.get(object)}</span>
              </Button>
            </Form>,
          ])}
          empty={
            <EmptyState
              title="No record is on hold"
              action={{ href: '/desk/data/kept', label: 'Find a record' }}
            >
              <p>
                Put a record on hold when there is a claim, the police ask for it, or somebody has asked for
                their data. Choose the record under “What is due to go”.
              </p>
            </EmptyState>
          }
        />
      </>
    ),
  });
}

async function newPage(context: StaffContext<ObjectParams>, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, once } = context;
  const record = (await keptOf(work, staff, [params.object]))[0];
  if (!record) throw notFound();
  return context.page({
    room: '/desk/data',
    title: 'Put a record on hold',
    errors: form.errors,
    back: { href: `/desk/data/kept/${record.class}` },
    children: (
      <>
        <h1>Put {record.label} on hold</h1>
        <Form action={`${HERE}/new/${encodeURIComponent(params.object)}`} once={once}>
          <Radios
            form={form}
            name="reason"
            label="Why may it not be destroyed?"
            items={HOLD_REASONS.map((value) => ({ value, label: HOLD_TEXT[value] }))}
          />
          <TextArea
            form={form}
            name="words"
            label="What is it about?"
            hint="A line is enough: who asked, and a reference. Leave names of families out."
            rows={3}
            maxCharacters={1000}
          />
          <DateInput
            form={form}
            name="review"
            label="When will you look at it again?"
            hint="A hold never ends by itself. This day reminds you."
          />
          <Button>Put on hold</Button>
        </Form>
      </>
    ),
  });
}

const holdForm = z.looseObject({
  reason: z.enum(HOLD_REASONS, 'Choose a reason'),
  words: z
    .string('Say what it is about')
    .trim()
    .min(1, 'Say what it is about')
    .max(1000, 'Use 1,000 characters or fewer'),
});

/** Putting records on hold, and taking holds off. */
export function holdRoutes(routes: Routes): void {
  routes.staffPage(HERE, { ...see, params: noParams, show: holdsPage });
  routes.staffPage(`${HERE}/new/:object`, {
    ...see,
    params: objectParams,
    show: (context) => newPage(context),
  });
  routes.staffAct(`${HERE}/new/:object`, {
    may: 'retention.act',
    params: objectParams,
    form: holdForm,
    act: async ({ work, staff, params }, { reason, words, ...rest }) => {
      const review = readDay(rest, 'review', 'future', schoolDay(work.now));
      if ('errors' in review) return wrong(review.errors);
      const record = (await keptOf(work, staff, [params.object]))[0];
      if (!record) throw notFound();
      const { object } = record;
      await placeHold(work, { object, reason, words, reviewOn: review.day, madeBy: staff.member });
      return go(HERE, { done: 'The record is on hold.' });
    },
    again: newPage,
  });
  routes.staffAct(`${HERE}/:hold/lift`, {
    may: 'retention.act',
    params: z.object({ hold: idSchema<'hold'>() }),
    form: z.object({}),
    act: async ({ work, staff, params }) => {
      await liftHold(work, params.hold, staff.member);
      return go(HERE, { done: 'The hold is off.' });
    },
    again: holdsPage,
  });
}
