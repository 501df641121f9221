import { z } from 'zod';
import { go, type Page, type StaffContext } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { Button, Form, type FormState, TextArea } from '../../ui/index.ts';
import { findPolicy, saveBeside } from '../drafts.ts';
import { MOST_SUMMARY, proposedSummary } from '../summary.ts';
import type { PolicyId } from '../version.ts';
import { policyParams } from './fields.ts';

const summaryForm = z.object({
  summary: z.string().trim().max(MOST_SUMMARY, `Use ${MOST_SUMMARY} characters or fewer`).default(''),
});

async function summaryPage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, params, request, once } = context;
  const record = await findPolicy(work, params.id);
  const start = record.summary ?? proposedSummary(record.document);
  const shown = form ?? { values: { summary: start }, errors: {} };
  return context.page({
    title: 'The policy in short',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>The policy in short</h1>
        <p>
          This stands above the policy on its public page, and can be read aloud. It is no part of what is
          adopted and signed, so you can change it at any time.
          {record.summary === undefined && ' We have put down a start. Make it yours.'}
        </p>
        <Form action={request.path} once={once}>
          <TextArea
            form={shown}
            name="summary"
            label="In plain words"
            hint="Short sentences that everybody understands. Leave it empty to show none."
            rows={12}
            maxCharacters={MOST_SUMMARY}
            optional
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

/** The plain-language summary of a version. */
export function summaryRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/summary', {
    may: 'policy.edit',
    params: policyParams,
    show: (context) => summaryPage(context),
  });
  routes.staffAct('/desk/policy/:id/summary', {
    may: 'policy.edit',
    params: policyParams,
    form: summaryForm,
    act: async ({ work, params }, { summary }) => {
      await saveBeside(work, params.id, 'summary', { summary: summary === '' ? null : summary });
      return go(`/desk/policy/${params.id}`, { done: 'Saved.' });
    },
    again: summaryPage,
  });
}
