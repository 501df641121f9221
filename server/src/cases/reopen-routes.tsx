import { z } from 'zod';
import type { Page } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { Button, emptyForm, Form, type FormState, TextArea } from '../ui/index.ts';
import { versionOf } from './decide-pages.tsx';
import { sentence, versionField } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { caseFor } from './read.ts';
import { reopenCase } from './reopen.ts';

async function reopenPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  return stepPage(context, file, {
    title: 'Open the case again',
    form,
    children: (
      <>
        <h1>Open the case again</h1>
        <ul>
          <li>Only for something new about the same matter. Something else is a new concern.</li>
          <li>
            What was found and decided before stays on record and counts for nothing. The parent is heard
            again.
          </li>
          <li>
            The person who raised it learns that the school is looking at it again. Tell the person the words
            were about yourself.
          </li>
        </ul>
        <Form action={context.request.path} once={once} id="form">
          <input type="hidden" name="version" value={versionOf(form, file)} />
          <TextArea form={form} name="reason" label="What is new?" rows={4} />
          <Button>Open it again</Button>
        </Form>
      </>
    ),
  });
}

/** Opening a case again because of something new. */
export function reopenRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/reopen', {
    may: 'case.work',
    params: caseParams,
    show: (context) => reopenPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/reopen', {
    may: 'case.work',
    params: caseParams,
    form: z.object({ version: versionField, reason: sentence('Say what is new') }),
    act: ({ work, staff, params, services }, { version, reason }) =>
      tried(
        async () => {
          await reopenCase(work, staff, params.id, reason, version, services.origin);
          return caseHref(params.id);
        },
        'The case is open again.',
        ['reason'],
      ),
    again: reopenPage,
  });
}
