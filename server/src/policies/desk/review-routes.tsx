import { formatPartialDate, parsePartialDate } from '@handbell/policy';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import {
  Button,
  ButtonLink,
  Form,
  type FormState,
  formatDate,
  InsetText,
  TextInput,
} from '../../ui/index.ts';
import { findPolicy, saveBeside } from '../drafts.ts';
import { reviewDate, reviewTime } from '../review.ts';
import type { PolicyId } from '../version.ts';
import { policyParams } from './fields.ts';

const reviewForm = z.object({ review: z.string().trim().max(60, 'Use 60 characters or fewer').default('') });

async function reviewPage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, staff, params, request, once } = context;
  const record = await findPolicy(work, params.id);
  const date = reviewDate(record);
  const time = date && reviewTime(date, await schoolCalendar(work));
  const shown = form ?? { values: {}, errors: {} };
  return context.page({
    title: 'Review the policy',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>Review the policy</h1>
        {date && time ? (
          <InsetText>
            It is to be reviewed in or by {formatPartialDate(date)}. That is in time until{' '}
            {formatDate(time.due)}. We remind you from {formatDate(time.from)}.
          </InsetText>
        ) : (
          <InsetText>No date is set for the review, so nobody is reminded.</InsetText>
        )}
        <h2>If it has to change</h2>
        <p>
          {may(staff.roles, 'policy.edit') ? (
            <ButtonLink href="/desk/policy/new" kind="secondary">
              Make a new version
            </ButtonLink>
          ) : (
            'Ask the school office or the Head Teacher to bring in a new version.'
          )}
        </p>
        <h2>If it can stay as it is</h2>
        <Form action={request.path} once={once}>
          <TextInput
            form={shown}
            name="review"
            label="When will it be reviewed next?"
            width={20}
            hint="As exact as you know it, such as 18 November 2027, November 2027 or Spring 2027."
          />
          <Button>Save the date</Button>
        </Form>
      </>
    ),
  });
}

/** The review of a version in force: when it is, and what came of it. */
export function reviewRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/review', {
    may: 'policy.adopt',
    params: policyParams,
    show: (context) => reviewPage(context),
  });
  routes.staffAct('/desk/policy/:id/review', {
    may: 'policy.adopt',
    params: policyParams,
    form: reviewForm,
    act: async ({ work, params }, { review }) => {
      const reading = parsePartialDate(review);
      if (!reading) {
        return wrong({ review: 'Enter a day, a month or a term with its year, such as Spring 2027' });
      }
      if (reading.question) {
        return wrong({ review: `${reading.question} Write it in words, such as 3 April 2027` });
      }
      await saveBeside(work, params.id, 'review', { reviewSet: reading.date });
      return go(`/desk/policy/${params.id}`, { done: 'The date of the review is saved.' });
    },
    again: reviewPage,
  });
}
