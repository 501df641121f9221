import { z } from 'zod';
import { letterProblems } from '../../cases/case-letters.ts';
import { anyField, dayValues, readDay, versionField } from '../../cases/fields.ts';
import { caseFor } from '../../cases/read.ts';
import { type Answer, go, type Page, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { contentToday } from '../../letters/issue.ts';
import { LetterView } from '../../letters/letter-view.tsx';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  DateInput,
  emptyForm,
  Form,
  type FormState,
} from '../../ui/index.ts';
import { limitsOn } from '../ban/clock.ts';
import { caseParams } from '../ban/context.ts';
import { actOnPlan, beginPlan, ContactPlanRefused, draftPlanLetter, planDraft } from './act.ts';
import { type PlanContext as Context, planHref, planPage } from './plan-page.tsx';
import { contactRefusalText } from './rules.ts';
import { type ContactPlan, planOfCase } from './store.ts';
import { termsForm } from './terms-fields.tsx';

const MONTHS = 3;

/** Does something with the plan and goes back to it; what is missing comes back on the page. */
async function tried(context: Context, run: () => Promise<unknown>, done: string): Promise<Answer> {
  try {
    await run();
    return go(planHref(context.params.id), { done });
  } catch (error) {
    if (!(error instanceof ContactPlanRefused)) throw error;
    return wrong({ form: error.refusals.map(contactRefusalText).join(' ') });
  }
}

async function letterPage(context: Context, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const plan = await planOfCase(work, params.id);
  if (plan?.standing !== 'draft') throw notFound();
  const { today, reviewUntil } = limitsOn(await schoolCalendar(work), schoolDay(work.now));
  const last = today.add({ months: MONTHS });
  const review = reviewUntil.since(last).sign > 0 ? last : reviewUntil;
  const start = {
    ...dayValues('from', today),
    ...dayValues('until', last),
    ...dayValues('reviewOn', review),
  };
  const shown = { ...form, values: { ...start, ...form.values } };
  const draft = planDraft(file);
  const problems = draft ? await letterProblems(work, file, draft) : {};
  const href = planHref(file.id);
  return context.page({
    title: `Days and letter - ${file.reference}`,
    room: '/desk/cases',
    back: { href, label: 'The plan' },
    errors: form.errors,
    children: (
      <>
        <h1>Days and letter</h1>
        <Form action={`${href}/letter`} once={once} id="form">
          <DateInput form={shown} name="from" label="From which day?" />
          <DateInput form={shown} name="until" label="What is its last day?" hint="It ends by itself." />
          <DateInput form={shown} name="reviewOn" label="When is it looked at again?" hint="Within a term." />
          <Button kind={draft ? 'secondary' : undefined}>
            {draft ? 'Write the letter again with these days' : 'Write the letter'}
          </Button>
        </Form>
        {draft && (
          <>
            <h2>The letter</h2>
            <LetterView
              content={await contentToday(work, draft)}
              sections={draft.sections}
              problems={problems}
            />
            <ButtonGroup>
              <ButtonLink href={`/desk/cases/${file.id}/letters/${draft.id}/edit`} kind="secondary">
                Change the words
              </ButtonLink>
              <a href={`/desk/cases/${file.id}/letters/${draft.id}/preview.pdf`}>See it as it prints (PDF)</a>
            </ButtonGroup>
            <Form action={`${href}/issue`} once={once}>
              <input type="hidden" name="letterVersion" value={`${draft.version}`} />
              <Checkbox form={form} name="read" label="I have read this letter." />
              <Button>Issue the plan</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

const issueForm = z.object({
  letterVersion: versionField,
  read: z.literal('yes', 'Read the letter, and tick the box to say so'),
});

async function prepare(context: Context, form: Readonly<Record<string, unknown>>): Promise<Answer> {
  const { work, staff, params, services } = context;
  const yesterday = schoolDay(work.now).subtract({ days: 1 });
  const read = (name: string) => readDay(form, name, 'future', yesterday);
  const [from, until, reviewOn] = [read('from'), read('until'), read('reviewOn')];
  if ('errors' in from || 'errors' in until || 'errors' in reviewOn) {
    const errors = [from, until, reviewOn].map((each) => ('errors' in each ? each.errors : {}));
    return wrong(Object.assign({}, ...errors));
  }
  const days = { from: from.day, until: until.day, reviewOn: reviewOn.day };
  await draftPlanLetter(work, staff, params.id, days, services.origin);
  return go(`${planHref(params.id)}/letter`);
}

/** A case's communication plan: written, sent with its letter, looked at, ended. */
export function contactPlanRoutes(routes: Routes): void {
  const path = '/desk/cases/:id/plan';
  const common = { may: 'case.work', params: caseParams } as const;
  routes.staffPage(path, {
    may: 'case.read',
    params: caseParams,
    show: (context) => planPage(context, emptyForm),
  });
  routes.staffAct(`${path}/begin`, {
    ...common,
    form: z.object({}),
    act: (context) =>
      tried(
        context,
        () => beginPlan(context.work, context.staff, context.params.id),
        'Begun. Nothing holds yet.',
      ),
    again: planPage,
  });
  routes.staffAct(`${path}/terms`, {
    ...common,
    form: termsForm,
    repeatable: true,
    act: (context, terms) =>
      tried(
        context,
        () =>
          actOnPlan(context.work, context.staff, context.params.id, {
            act: 'change',
            change: () => ({ terms }),
          }),
        'Kept.',
      ),
    again: planPage,
  });
  routes.staffPage(`${path}/letter`, {
    may: 'case.decide',
    params: caseParams,
    show: (context) => letterPage(context, emptyForm),
  });
  routes.staffAct(`${path}/letter`, {
    may: 'case.decide',
    params: caseParams,
    form: z.object({}).catchall(anyField),
    act: prepare,
    again: letterPage,
  });
  routes.staffAct(`${path}/issue`, {
    may: 'case.decide',
    params: caseParams,
    form: issueForm,
    act: (context, { letterVersion }) =>
      tried(
        context,
        async () => {
          const { work, staff, params } = context;
          const days = planDraft(await caseFor(work, staff, params.id))?.matter.contactPlan;
          const change = () => (days ? { days } : {});
          await actOnPlan(work, staff, params.id, { act: 'issue', change, letterVersion });
        },
        'The plan holds from its first day. The office gives the letter to the parent.',
      ),
    again: letterPage,
  });
  const buttons = [
    { act: 'review', done: 'It is on record that you looked at it.' },
    { act: 'lift', done: 'The plan has ended.' },
    { act: 'drop', done: 'No plan is sent.' },
  ] as const;
  for (const { act, done } of buttons) {
    routes.staffAct(`${path}/${act}`, {
      ...common,
      form: z.object({}),
      act: (context) => tried(context, () => press(context, act), done),
      again: planPage,
    });
  }
}

/** The buttons that take no words. */
async function press({ work, staff, params }: Context, act: 'review' | 'lift' | 'drop'): Promise<void> {
  const today = schoolDay(work.now);
  const { reviewUntil } = limitsOn(await schoolCalendar(work), today);
  const changes = {
    review: (plan: ContactPlan) => {
      const last = plan.until;
      return { reviewedOn: today, reviewOn: last && last.since(reviewUntil).sign < 0 ? last : reviewUntil };
    },
    lift: () => ({ endedHow: 'lifted' as const }),
    drop: () => ({ endedHow: 'dropped' as const }),
  };
  await actOnPlan(work, staff, params.id, { act, change: changes[act] });
}
