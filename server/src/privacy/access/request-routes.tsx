import { z } from 'zod';
import { text } from '../../cases/fields.ts';
import { namesOf } from '../../cases/names.ts';
import { download, type Page } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { readFile } from '../../platform/files/store.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { searchAgain } from './finding.ts';
import { REQUESTS, type RequestContext, requestHref, requestParams, tryRequest } from './frame.tsx';
import { requestPage } from './request-page.tsx';
import { endRequest, extendRequest, pauseRequest, resumeRequest, sendBack, sendRequest } from './requests.ts';
import { ENDINGS, PAUSE_REASONS } from './rules.ts';
import { findRequest } from './store.ts';

const own = { may: 'data.disclose', params: requestParams } as const;

const show = async (context: RequestContext, form: FormState = emptyForm): Promise<Page> =>
  requestPage(context, form, await namesOf(context.work));

/** The kept pack, byte for byte as it was checked and went. */
export async function keptPack(context: RequestContext) {
  const { pdf } = await findRequest(context.work, context.params.request);
  if (!pdf) throw notFound();
  const { bytes } = await readFile(context.work, pdf.file);
  return download(bytes, 'application/pdf', 'your-data.pdf', { inline: true });
}

/** A request on its way: its clock, its search, its end. */
export function requestRoutes(routes: Routes): void {
  const path = `${REQUESTS}/:request`;
  routes.staffPage(path, { ...own, show: (context) => show(context) });
  routes.staffPage(`${path}/pack`, { ...own, show: keptPack });

  const act = <V,>(
    name: string,
    form: z.ZodType<V>,
    run: (context: RequestContext, values: V) => Promise<void>,
    done: string,
  ): void =>
    routes.staffAct(`${path}/${name}`, {
      ...own,
      form,
      act: (context, values) =>
        tryRequest(() => run(context, values), requestHref(context.params.request), done),
      again: show,
    });

  act(
    'search',
    z.object({}),
    ({ work, staff, params }) => searchAgain(work, staff, params.request),
    'Handbell has searched again.',
  );
  act(
    'pause',
    z.object({ reason: z.enum(PAUSE_REASONS, 'Choose what you asked') }),
    ({ work, staff, params }, { reason }) => pauseRequest(work, staff, params.request, reason),
    'The clock stands still.',
  );
  act(
    'resume',
    z.object({}),
    ({ work, staff, params }) => resumeRequest(work, staff, params.request),
    'The clock runs.',
  );
  act(
    'extend',
    z.object({ why: text('Write why it takes longer') }),
    ({ work, staff, params }, { why }) => extendRequest(work, staff, params.request, why),
    'You have two more months.',
  );
  act(
    'send-back',
    z.object({ why: text('Write what is to be changed') }),
    ({ work, staff, params }, { why }) => sendBack(work, staff, params.request, why),
    'The pack is taken back. It was thrown away, and you can change it.',
  );
  act(
    'send',
    z.object({ how: text('Write how it went to them') }),
    ({ work, staff, params }, { how }) => sendRequest(work, staff, params.request, how),
    'The request is answered.',
  );
  act(
    'end',
    z.object({ how: z.enum(ENDINGS, 'Choose how it ends'), endWhy: text('Write why') }),
    ({ work, staff, params }, { how, endWhy }) =>
      endRequest(work, staff, params.request, { how, why: endWhy }),
    'The request is ended.',
  );
}
