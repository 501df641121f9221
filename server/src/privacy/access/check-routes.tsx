import { z } from 'zod';
import { text } from '../../cases/fields.ts';
import { go, type Page } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Checkboxes,
  Details,
  emptyForm,
  Form,
  type FormState,
  formatShortDate,
  Notice,
  TextArea,
} from '../../ui/index.ts';
import { checkHref, type RequestContext, requestParams, tryRequest } from './frame.tsx';
import { keptPack } from './request-routes.tsx';
import { checkRequest, sendBack } from './requests.ts';
import { type AccessRequest, findRequest } from './store.ts';

const PATH = '/desk/data/checks/:request';
const check = { may: 'data.check', params: requestParams } as const;

/** What whoever checks has looked at. */
const LOOKED = [
  { value: 'others', label: 'No name, number or story tells who somebody else is' },
  { value: 'reporter', label: 'Nothing tells who raised a concern, also not what only they could know' },
  { value: 'lawyer', label: 'No advice from a lawyer is in it, unless it was given up' },
  { value: 'whole', label: 'What is theirs is there and not covered' },
] as const;

/** The request, for whoever was asked to check its pack and nobody else. */
async function asked({ work, staff, params }: RequestContext): Promise<AccessRequest> {
  const request = await findRequest(work, params.request);
  if (request.checker !== staff.member || !request.pdf) throw notFound();
  return request;
}

async function checkPage(context: RequestContext, form: FormState = emptyForm): Promise<Page> {
  const request = await asked(context);
  const href = checkHref(request.id);
  const { done } = context.flash;
  return context.page({
    room: '/desk',
    title: 'Check a pack of somebody’s data',
    errors: form.errors,
    back: { href: '/desk', label: 'Today' },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>Check a pack of somebody’s data</h1>
        <p>
          Somebody asked for their own data on {formatShortDate(request.receivedOn)}. Before the pack goes, a
          second person reads it: what is sent cannot be taken back.
        </p>
        <p>
          <a href={`${href}/pack`}>Read the pack (PDF)</a>
        </p>
        {request.state === 'prepared' ? (
          <>
            <Form action={href} once={context.once}>
              <Checkboxes form={form} name="looked" label="I have read it, and" items={LOOKED} />
              <Button>It may go</Button>
            </Form>
            <Details summary="It may not go yet" open={form.errors.why !== undefined}>
              <Form action={`${href}/send-back`} once={context.once}>
                <TextArea form={form} name="why" label="What is to be changed?" rows={3} />
                <Button kind="secondary">Send it back</Button>
              </Form>
            </Details>
          </>
        ) : (
          <p>You have said that it may go.</p>
        )}
      </>
    ),
  });
}

/** The second pair of eyes on a pack. */
export function checkRoutes(routes: Routes): void {
  routes.staffPage(PATH, { ...check, show: (context) => checkPage(context) });
  routes.staffPage(`${PATH}/pack`, {
    ...check,
    show: async (context) => {
      await asked(context);
      return keptPack(context);
    },
  });
  routes.staffAct(PATH, {
    ...check,
    form: z.object({
      looked: z
        .array(z.string(), 'Tick each line when you have looked')
        .length(LOOKED.length, 'Tick each line when you have looked'),
    }),
    act: async (context) => {
      const { work, staff, params } = context;
      await asked(context);
      return tryRequest(
        () => checkRequest(work, staff, params.request),
        checkHref(params.request),
        'Thank you. It may go now.',
      );
    },
    again: checkPage,
  });
  routes.staffAct(`${PATH}/send-back`, {
    ...check,
    form: z.object({ why: text('Write what is to be changed') }),
    act: async (context, { why }) => {
      await asked(context);
      await sendBack(context.work, context.staff, context.params.request, why);
      return go('/desk', { done: 'It went back.' });
    },
    again: checkPage,
  });
}
