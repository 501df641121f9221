import { z } from 'zod';
import { go, type Page, type PublicContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { emptyForm, type FormState, textValue } from '../../ui/index.ts';
import { longText } from '../tell/fields.ts';
import { replyByCode, standingByCode, withdrawByCode } from './find.ts';
import { codePage, standingPage } from './pages.tsx';

const code = z.string('Enter your code').trim().min(1, 'Enter your code').max(100, 'Enter your code');

/** One answer to every code that opens nothing: malformed, mistyped or of another school. */
const NOT_FOUND = 'No concern has this code. Check each word, or each letter and number.';

async function ownPage(context: PublicContext<object>, form: FormState): Promise<Page> {
  const standing = await standingByCode(context.work, textValue(form, 'code'));
  if (standing) return standingPage(context, standing, form);
  return codePage(context, { values: {}, errors: { code: NOT_FOUND } });
}

/** Coming back with a code. The code never stands in an address, and the page forgets it when it is left. */
export function returnRoutes(routes: Routes): void {
  routes.publicPage('/concern/return', {
    params: noParams,
    show: (context) => codePage(context, emptyForm),
  });
  routes.publicAct('/concern/return', {
    params: noParams,
    limit: 'code-entry',
    form: z.object({ code }),
    repeatable: true,
    act: async (context, values) => {
      const standing = await standingByCode(context.work, values.code);
      if (!standing) return wrong({ code: NOT_FOUND });
      return standingPage(context, standing, { values, errors: {} });
    },
    again: (context, form) => codePage(context, { values: {}, errors: form.errors }),
  });
  routes.publicAct('/concern/return/reply', {
    params: noParams,
    limit: 'code-entry',
    form: z.object({
      code,
      words: longText.pipe(z.string().min(1, 'Write what you want to tell the school')),
    }),
    act: async ({ work, school }, values) => {
      await replyByCode(work, values.code, values.words);
      return go(`/s/${school.slug}/concern/return`, { done: 'reply' });
    },
    again: ownPage,
  });
  routes.publicAct('/concern/return/withdraw', {
    params: noParams,
    limit: 'code-entry',
    form: z.object({ code }),
    act: async ({ work, school }, values) => {
      await withdrawByCode(work, values.code);
      return go(`/s/${school.slug}/concern/return`, { done: 'withdrawn' });
    },
    again: ownPage,
  });
}
