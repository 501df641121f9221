import { z } from 'zod';
import type { Page, PublicContext } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { emptyForm } from '../../ui/index.ts';
import { OwnCopyView, ownCopy } from '../own-copy.tsx';
import { PrintButton } from '../print-button.tsx';
import { codeField, NOT_FOUND } from './code-field.ts';
import { rowByCode } from './find.ts';
import { codePage, padded } from './pages.tsx';

async function copyPage(context: PublicContext<NoParams>, code: string): Promise<Page> {
  const row = await rowByCode(context.work, code, false);
  if (!row) return codePage(context, { values: {}, errors: { code: NOT_FOUND } });
  return padded(context, {
    title: 'What the school holds of what you told it',
    scripts: ['print.js'],
    errors: emptyForm.errors,
    children: (
      <>
        <h1>What the school holds of what you told it</h1>
        <p class="hb-lead">
          This is your copy. Nobody at the school is told that you looked. What went between you and the
          school is on your page.
        </p>
        <PrintButton label="Print or save this page" />
        <OwnCopyView copy={await ownCopy(context.work, row)} />
        <p>
          <a href={`/s/${context.school.slug}/concern/return`}>Close this page</a>
        </p>
      </>
    ),
  });
}

/** A reporter's own copy of what they told (UK GDPR Article 15), by the code alone: nobody of the school has a part in it. */
export function copyRoutes(routes: Routes): void {
  routes.publicAct('/concern/return/copy', {
    params: noParams,
    limit: 'code-entry',
    form: z.object({ code: codeField }),
    repeatable: true,
    act: (context, { code }) => copyPage(context, code),
    again: (context, form) => codePage(context, { values: {}, errors: form.errors }),
  });
}
