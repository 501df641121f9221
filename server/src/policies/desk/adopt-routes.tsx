import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { Button, DateInput, Form, type FormState, InsetText, Name, TextInput } from '../../ui/index.ts';
import { adoptPolicy, reopenPolicy, whyNotAdopt } from '../adoption.ts';
import { deleteDraft, findPolicy } from '../drafts.ts';
import { anyField, dayValues, pastDay } from '../fields.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { revisionField } from './change.ts';
import { policyParams, versionForm } from './fields.ts';

const line = (message: string) =>
  z.string(message).trim().min(1, message).max(200, 'Use 200 characters or fewer');

const adoptForm = z
  .object({
    version: revisionField,
    body: line('Enter who adopted the policy'),
    minute: z.string().trim().max(100, 'Use 100 characters or fewer').default(''),
  })
  .catchall(anyField);

/** What the document itself says of its adoption, as answers to start from. */
function fromDocument({ document }: PolicyRecord, board: string) {
  const { adopted, adoptedBy } = document.dates;
  const body = adoptedBy ?? board;
  if (adopted?.precision !== 'day') return { body };
  const day = Temporal.PlainDate.from({ year: adopted.year, month: adopted.month, day: adopted.day });
  return { body, ...dayValues('on', day) };
}

async function adoptPage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, params, school, request, once } = context;
  const record = await findPolicy(work, params.id);
  const shown = form ?? { values: fromDocument(record, school.profile.board), errors: {} };
  const blocked = record.state === 'draft' ? whyNotAdopt(record) : 'This version is adopted already.';
  return context.page({
    title: 'Record that the policy was adopted',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>Record that the policy was adopted</h1>
        {blocked !== undefined ? (
          <InsetText>
            {blocked} <a href={`/desk/policy/${record.id}`}>Go to the policy</a>
          </InsetText>
        ) : (
          <>
            <p>
              From here on the words of <Name>{record.document.title}</Name> are fixed, and people can sign
              them.
            </p>
            <Form action={request.path} once={once}>
              <input type="hidden" name="version" value={String(record.revision)} />
              <TextInput
                form={shown}
                name="body"
                label="Who adopted it?"
                hint="The Board, a committee, or whoever the Board gave this to."
              />
              <DateInput
                form={shown}
                name="on"
                label="On which day?"
                hint="The day of the meeting, such as 18 11 2025."
              />
              <TextInput
                form={shown}
                name="minute"
                label="Number of the minute"
                hint="So that anybody can find it again, such as 7.2."
                width={10}
                optional
              />
              <Button>Record the adoption</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

/** Adoption by the Board, and the ways back. */
export function adoptRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/adopt', {
    may: 'policy.adopt',
    params: policyParams,
    show: (context) => adoptPage(context),
  });
  routes.staffAct('/desk/policy/:id/adopt', {
    may: 'policy.adopt',
    params: policyParams,
    form: adoptForm,
    act: async ({ work, params }, { version, body, minute, ...rest }) => {
      const on = pastDay(rest, 'on', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      await adoptPolicy(work, params.id, version, { body, on: on.day, ...(minute !== '' && { minute }) });
      return go(`/desk/policy/${params.id}`, { done: 'The adoption is recorded. Now it can be signed.' });
    },
    again: adoptPage,
  });
  routes.staffAct('/desk/policy/:id/reopen', {
    may: 'policy.adopt',
    params: policyParams,
    form: versionForm,
    act: async ({ work, params }, { version }) => {
      await reopenPolicy(work, params.id, version);
      return go(`/desk/policy/${params.id}`, { done: 'This version is a draft again.' });
    },
    again: ({ params }) => go(`/desk/policy/${params.id}`),
  });
  routes.staffAct('/desk/policy/:id/delete', {
    may: 'policy.edit',
    params: policyParams,
    form: versionForm,
    act: async ({ work, params }, { version }) => {
      await deleteDraft(work, params.id, version);
      return go('/desk/policy', { done: 'The draft is deleted.' });
    },
    again: ({ params }) => go(`/desk/policy/${params.id}`),
  });
}
