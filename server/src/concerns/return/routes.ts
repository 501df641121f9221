import { z } from 'zod';
import { type Answer, go, type Page, type PublicContext, wrong } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { paddedLength } from '../../platform/web/lengths.ts';
import { emptyForm, type FormState, textValue } from '../../ui/index.ts';
import { PICTURES_FORM_BYTES, picturesField } from '../evidence/picture-field.ts';
import { mailEvidence, takePictures } from '../evidence/take.ts';
import { excerptField } from '../excerpt-field.ts';
import { CONCERN_MODES } from '../kinds.ts';
import { longText, optionalEmail, optionalPhone, shortText } from '../tell/fields.ts';
import {
  addByCode,
  excerptEvidence,
  openUpByCode,
  relayByCode,
  replyByCode,
  withdrawByCode,
} from './acts.ts';
import { addPage } from './add-page.tsx';
import { codeField as code, NOT_FOUND } from './code-field.ts';
import { copyRoutes } from './copy-page.tsx';
import { standingByCode } from './find.ts';
import { codePage, type Done, standingPage } from './pages.tsx';

/** Pictures, an excerpt and a mail, as a form encodes them. */
const ADD_BYTES = paddedLength(3 * 1024 * 1024 + PICTURES_FORM_BYTES);

type Context = PublicContext<NoParams>;

async function ownPage(context: Context, form: FormState): Promise<Page> {
  const standing = await standingByCode(context.work, textValue(form, 'code'));
  if (standing) return standingPage(context, standing, form);
  return codePage(context, { values: {}, errors: { code: NOT_FOUND } });
}

async function addAgain(context: Context, form: FormState): Promise<Page> {
  const standing = await standingByCode(context.work, textValue(form, 'code'));
  return standing ? addPage(context, form) : ownPage(context, form);
}

const done = ({ school }: Context, what: Done): Answer =>
  go(`/s/${school.slug}/concern/return`, { done: what });

const addForm = z.object({ code, picture: picturesField, excerpt: excerptField, mailText: longText });

async function add(context: Context, values: z.output<typeof addForm>): Promise<Answer> {
  const taken = await takePictures(values.picture, 'picture');
  if (!taken.ok) return wrong(taken.errors);
  const evidence = [...taken.evidence, ...excerptEvidence(values.excerpt), ...mailEvidence(values.mailText)];
  if (evidence.length === 0) return wrong({ mailText: 'Add a picture, messages or the text of an email' });
  await addByCode(context.work, values.code, evidence);
  return done(context, 'evidence');
}

const openUpForm = z.object({
  code,
  mode: z.enum(CONCERN_MODES, 'Choose how you want to go on'),
  name: shortText,
  email: optionalEmail,
  phone: optionalPhone,
});

async function openUp(context: Context, values: z.output<typeof openUpForm>): Promise<Answer> {
  const standing = await standingByCode(context.work, values.code);
  if (standing?.mode === 'anonymous' && values.name === '') return wrong({ name: 'Enter your name' });
  const { name, email, phone } = values;
  await openUpByCode(context.work, values.code, values.mode, { name, email, phone });
  return done(context, 'open-up');
}

/** Coming back with a code. The code never stands in an address, and the page forgets it when it is left. */
export function returnRoutes(routes: Routes): void {
  copyRoutes(routes);
  const act = { params: noParams, limit: 'code-entry', quiet: true, together: true, again: ownPage } as const;
  routes.publicPage('/concern/return', {
    params: noParams,
    show: (context) => codePage(context, emptyForm),
  });
  routes.publicAct('/concern/return', {
    ...act,
    form: z.object({ code }),
    repeatable: true,
    act: async (context, values) => {
      const standing = await standingByCode(context.work, values.code);
      // Both are pages that keep nothing, of one length class: the way to them is the same.
      if (!standing) return codePage(context, { values: {}, errors: { code: NOT_FOUND } });
      return standingPage(context, standing, { values, errors: {} });
    },
    again: (context, form) => codePage(context, { values: {}, errors: form.errors }),
  });
  routes.publicAct('/concern/return/reply', {
    ...act,
    form: z.object({
      code,
      words: longText.pipe(z.string().min(1, 'Write what you want to tell the school')),
    }),
    act: async (context, values) => {
      await replyByCode(context.work, values.code, values.words);
      return done(context, 'reply');
    },
  });
  routes.publicAct('/concern/return/add', {
    ...act,
    form: z.object({ code }),
    repeatable: true,
    act: (context, values) => addAgain(context, { values, errors: {} }),
  });
  routes.publicAct('/concern/return/evidence', {
    ...act,
    size: ADD_BYTES,
    form: addForm,
    act: add,
    again: addAgain,
  });
  routes.publicAct('/concern/return/open-up', { ...act, form: openUpForm, act: openUp });
  routes.publicAct('/concern/return/relay', {
    ...act,
    form: z.object({ code, relay: optionalEmail }),
    act: async (context, values) => {
      await relayByCode(context.work, values.code, values.relay);
      return done(context, 'relay');
    },
  });
  routes.publicAct('/concern/return/withdraw', {
    ...act,
    form: z.object({ code }),
    act: async (context, values) => {
      await withdrawByCode(context.work, values.code);
      return done(context, 'withdrawn');
    },
  });
}
