import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  DateInput,
  Form,
  type FormState,
  InsetText,
  Name,
  Radios,
  TextInput,
} from '../../ui/index.ts';
import { ADOPTION_WAY_NAMES, ADOPTION_WAYS } from '../adopting.ts';
import { adoptPolicy, reopenPolicy, whyNotAdoptOn } from '../adoption.ts';
import { deleteDraft, findPolicy } from '../drafts.ts';
import { anyField, dayValues, pastDay } from '../fields.ts';
import type { PolicyState } from '../life.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { revisionField } from './change.ts';
import { lineField, policyParams, versionForm } from './fields.ts';

const more = z.string().trim().max(100, 'Use 100 characters or fewer').default('');

const adoptForm = z
  .object({
    version: revisionField,
    body: lineField('Enter who adopted the policy'),
    how: z.enum(ADOPTION_WAYS, 'Say who acted for the Board'),
    meeting: more,
    minute: more,
    vote: more,
  })
  .catchall(anyField);

/** What the document itself says of its adoption, as answers to start from. */
function fromDocument({ document }: PolicyRecord, board: string) {
  const { adopted, adoptedBy } = document.dates;
  const body = adoptedBy ?? board;
  const start = { body, how: 'board' };
  if (adopted?.precision !== 'day') return start;
  const day = Temporal.PlainDate.from({ year: adopted.year, month: adopted.month, day: adopted.day });
  return { ...start, ...dayValues('on', day) };
}

/** Why there is nothing to record now; undefined when there is. */
function whyBlocked(state: PolicyState): string | undefined {
  if (state === 'approved') return undefined;
  return state === 'draft' || state === 'consultation'
    ? 'Somebody has to approve this version first.'
    : 'This version is adopted already.';
}

async function adoptPage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, params, school, request, once } = context;
  const record = await findPolicy(work, params.id);
  const shown = form ?? { values: fromDocument(record, school.profile.board), errors: {} };
  const blocked = whyBlocked(record.state);
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
              From here on people can sign <Name>{record.document.title}</Name>.
            </p>
            <Form action={request.path} once={once}>
              <input type="hidden" name="version" value={String(record.revision)} />
              <TextInput
                form={shown}
                name="body"
                label="Who adopted it?"
                hint="As it is to stand in the record, such as the Board of Governors."
              />
              <Radios
                form={shown}
                name="how"
                label="Who is that?"
                items={ADOPTION_WAYS.map((value) => ({ value, label: ADOPTION_WAY_NAMES[value] }))}
              />
              <TextInput
                form={shown}
                name="meeting"
                label="At which meeting?"
                hint="Such as Spring term meeting."
                optional
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
              <TextInput
                form={shown}
                name="vote"
                label="How was it decided?"
                hint="As the minutes say, such as agreed by all, or 9 for and 1 against."
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
    act: async ({ work, params }, { version, body, how, meeting, minute, vote, ...rest }) => {
      const on = pastDay(rest, 'on', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      const why = whyNotAdoptOn(await findPolicy(work, params.id), on.day);
      if (why) return wrong({ on: why });
      await adoptPolicy(work, params.id, version, {
        body,
        how,
        on: on.day,
        ...(meeting !== '' && { meeting }),
        ...(minute !== '' && { minute }),
        ...(vote !== '' && { vote }),
      });
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
