import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { Button, DateInput, Form, type FormState, InsetText, Name, TextInput } from '../../ui/index.ts';
import { approvePolicy, whyNotApprove } from '../adoption.ts';
import { findPolicy } from '../drafts.ts';
import { anyField, dayValues, pastDay } from '../fields.ts';
import { canDo } from '../life.ts';
import type { PolicyId } from '../version.ts';
import { lineField, policyParams, versionForm } from './fields.ts';

const approveForm = versionForm.extend({ by: lineField('Enter who approved it') }).catchall(anyField);

async function approvePage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, params, request, once } = context;
  const record = await findPolicy(work, params.id);
  const now = dayValues('on', schoolDay(work.now));
  const shown = form ?? { values: { by: 'the Head teacher', ...now }, errors: {} };
  const blocked = canDo(record.state, 'approve')
    ? whyNotApprove(record)
    : 'Only a draft that nobody is commenting on can be approved.';
  return context.page({
    title: 'Record who approved the draft',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>Record who approved the draft</h1>
        {blocked !== undefined ? (
          <InsetText>
            {blocked} <a href={`/desk/policy/${record.id}`}>Go to the policy</a>
          </InsetText>
        ) : (
          <>
            <p>
              Somebody at the school says that <Name>{record.document.title}</Name> may go to the Board. From
              here on its words are fixed, so the Board reads what will be signed.
            </p>
            <Form action={request.path} once={once}>
              <input type="hidden" name="version" value={String(record.revision)} />
              <TextInput form={shown} name="by" label="Who approved it?" hint="Their office is enough." />
              <DateInput form={shown} name="on" label="On which day?" hint="Such as 18 11 2025." />
              <Button>Record the approval</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

/** Approval of a draft, before it goes to the Board. */
export function approveRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/approve', {
    may: 'policy.adopt',
    params: policyParams,
    show: (context) => approvePage(context),
  });
  routes.staffAct('/desk/policy/:id/approve', {
    may: 'policy.adopt',
    params: policyParams,
    form: approveForm,
    act: async ({ work, params }, { version, by, ...rest }) => {
      const on = pastDay(rest, 'on', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      await approvePolicy(work, params.id, version, { by, on: on.day });
      return go(`/desk/policy/${params.id}`, {
        done: 'The approval is recorded. Now the Board can adopt it.',
      });
    },
    again: approvePage,
  });
}
