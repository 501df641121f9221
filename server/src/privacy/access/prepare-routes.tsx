import { z } from 'zod';
import { optionalText, text } from '../../cases/fields.ts';
import { download, go, type Page, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { idSchema } from '../../platform/ids.ts';
import { Button, emptyForm, Form, type FormState, Select, TextArea } from '../../ui/index.ts';
import { logEntryPage } from '../log-page.tsx';
import { checkersOf } from './checkers.ts';
import { saveCover } from './deciding.ts';
import { REQUESTS, type RequestContext, requestHref, requestParams, tryRequest } from './frame.tsx';
import { firstLetter } from './letter.ts';
import { prepareRequest, printBundle } from './requests.ts';
import { findRequest } from './store.ts';

const own = { may: 'data.disclose', params: requestParams } as const;

const ownCopyAddress = ({ services, school }: RequestContext): string =>
  `${services.origin}/s/${school.slug}/concern/return`;

async function preparePage(context: RequestContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, once, school, params } = context;
  const request = await findRequest(work, params.request);
  const href = requestHref(request.id);
  const checkers = await checkersOf(work, request, staff.member);
  const values = {
    cover: request.cover,
    letter: request.letter === '' ? firstLetter(request, school, ownCopyAddress(context)) : request.letter,
    ...form.values,
  };
  const filled = { ...form, values };
  return logEntryPage(context, {
    title: 'The pack',
    back: { href, label: 'The request' },
    form: filled,
    children: (
      <>
        <p>
          <a href={`${href}/preview`}>See the pack as it would be printed now (PDF)</a>
        </p>
        <Form action={`${href}/cover`} once={once}>
          <h2>Other words to cover</h2>
          <TextArea
            form={filled}
            name="cover"
            label="Words that would tell who somebody else is"
            hint="One to a line: a nickname, a child’s name, a job. Names that Handbell knows are covered anyway."
            rows={4}
          />
          <Button kind="secondary">Cover these words</Button>
        </Form>
        <Form action={`${href}/prepare`} once={once}>
          <h2>Have it checked</h2>
          <TextArea form={filled} name="letter" label="Covering letter" rows={16} />
          {checkers.length === 0 ? (
            <p>
              Nobody else here may check it yet. Ask the Head Teacher to invite a second person who may:
              somebody with the role “data protection lead”, or the Chair.
            </p>
          ) : (
            <>
              <Select
                form={filled}
                name="checker"
                label="Who looks at it before it goes?"
                hint="Somebody else than you, without a part in what it is about."
                placeholder="Choose somebody"
                items={checkers.map(({ member, name }) => ({ value: member, label: name }))}
              />
              <Button>Print it and have it checked</Button>
            </>
          )}
        </Form>
      </>
    ),
  });
}

/** Making the pack: covering more words, looking at it, handing it to somebody else. */
export function prepareRoutes(routes: Routes): void {
  const path = `${REQUESTS}/:request`;
  routes.staffPage(`${path}/prepare`, { ...own, show: (context) => preparePage(context) });
  routes.staffPage(`${path}/preview`, {
    ...own,
    show: async (context) => {
      const { work, staff, params, school } = context;
      const request = await findRequest(work, params.request);
      const letter =
        request.letter === '' ? firstLetter(request, school, ownCopyAddress(context)) : request.letter;
      const bytes = await printBundle(work, staff, request, school.name, letter);
      return download(bytes, 'application/pdf', 'preview.pdf', { inline: true });
    },
  });
  routes.staffAct(`${path}/cover`, {
    ...own,
    form: z.object({ cover: optionalText }),
    act: async ({ work, staff, params }, { cover }) => {
      await saveCover(work, staff, params.request, cover);
      return go(`${requestHref(params.request)}/prepare`, { done: 'These words are covered.' });
    },
    again: preparePage,
  });
  routes.staffAct(`${path}/prepare`, {
    ...own,
    form: z.object({
      letter: text('Write the covering letter'),
      checker: idSchema<'member'>('Choose who looks at it'),
    }),
    act: async ({ work, staff, params, school }, { letter, checker }) => {
      const request = await findRequest(work, params.request);
      const able = await checkersOf(work, request, staff.member);
      if (!able.some(({ member }) => member === checker)) return wrong({ checker: 'Choose who looks at it' });
      return tryRequest(
        () => prepareRequest(work, staff, params.request, { checker, letter, schoolName: school.name }),
        requestHref(params.request),
        'The pack is printed. It waits for somebody else to look at it.',
      );
    },
    again: preparePage,
  });
}
