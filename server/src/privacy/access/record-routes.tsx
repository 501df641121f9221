import { z } from 'zod';
import { text } from '../../cases/fields.ts';
import { go, type Page } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { Button, Form, type FormState, Radios, TextArea, UserText } from '../../ui/index.ts';
import { logEntryPage } from '../log-page.tsx';
import { coverRest, includeRecord, tagPassage } from './deciding.ts';
import {
  REQUESTS,
  type RecordContext,
  type RecordParams,
  recordHref,
  recordParams,
  requestHref,
} from './frame.tsx';
import { BASES, BASIS_TEXT, standingOf, TAG_TEXT, TAGS, tagsFor } from './passage.ts';
import { openFound, recordPage } from './record-page.tsx';

const disclose = { may: 'data.disclose' } as const;
const passageParams = recordParams.extend({ key: z.string().regex(/^[0-9a-z-]+(?::[0-9a-z-]+)*$/) });
type PassageContext = RecordContext & { readonly params: RecordParams & { readonly key: string } };

/** One passage: what it says, about whom it is, and whether it may be shown. */
async function passagePage(context: PassageContext, form?: FormState): Promise<Page> {
  const { params, once } = context;
  const { request, record, decisions } = await openFound(context);
  const passage = record.passages.find(({ key }) => key === params.key);
  if (!passage || passage.key === 'legal' || passage.tag === 'reporter') throw notFound();
  const { tag, basis, why } = standingOf(passage, decisions);
  const shown = form ?? { values: { tag, basis: basis ?? '', why }, errors: {} };
  const href = recordHref(request.id, record.object);
  return logEntryPage(context, {
    title: passage.where,
    back: { href, label: record.title },
    form: shown,
    children: (
      <>
        <UserText text={passage.words} />
        <Form action={`${href}/${encodeURIComponent(passage.key)}`} once={once}>
          <Radios
            form={shown}
            name="tag"
            label="About whom is it?"
            hint="What is about them, and what staff did in their work, is shown. The rest is covered."
            items={tagsFor(passage).map((value) => ({ value, label: TAG_TEXT[value] }))}
          />
          <Radios
            form={shown}
            name="basis"
            label="If it is about somebody else: may it be shown?"
            hint="Think of what they told you in confidence, whether they could be asked, and what the person who asks knows already."
            items={BASES.map((value) => ({ value, label: BASIS_TEXT[value] }))}
          />
          <TextArea
            form={shown}
            name="why"
            label="Why?"
            hint="Your reason is kept, for whoever asks how it was decided."
            rows={3}
          />
          <Button>Keep it so</Button>
        </Form>
      </>
    ),
  });
}

const tagForm = z.object({
  tag: z.enum(TAGS, 'Choose about whom it is'),
  basis: z.enum(BASES).optional().catch(undefined),
  why: text('Write why'),
});

/** The disclosure view: looking at a record passage by passage, and deciding what is shown. */
export function recordRoutes(routes: Routes): void {
  const path = `${REQUESTS}/:request/record/:object`;
  const record = { ...disclose, params: recordParams };
  routes.staffPage(path, { ...record, show: (context) => recordPage(context) });
  routes.staffAct(`${path}/include`, {
    ...record,
    form: z.object({}),
    act: async ({ work, staff, params }) => {
      await includeRecord(work, staff, params.request, params.object, { included: true, why: '' });
      return go(requestHref(params.request), { done: 'The record is in the pack.' });
    },
    again: recordPage,
  });
  routes.staffAct(`${path}/leave-out`, {
    ...record,
    form: z.object({
      leaveWhy: text('Write why it does not belong in the pack'),
      sure: z.literal('yes', 'Tick the box when you have looked at it'),
    }),
    act: async ({ work, staff, params }, { leaveWhy }) => {
      await includeRecord(work, staff, params.request, params.object, { included: false, why: leaveWhy });
      return go(requestHref(params.request), { done: 'The record is left out.' });
    },
    again: recordPage,
  });
  routes.staffAct(`${path}/cover-rest`, {
    ...record,
    form: z.object({ coverWhy: text('Write why they stay covered') }),
    act: async ({ work, staff, params }, { coverWhy }) => {
      await coverRest(work, staff, params.request, params.object, coverWhy);
      return go(recordHref(params.request, params.object), { done: 'The rest stays covered.' });
    },
    again: recordPage,
  });
  routes.staffPage(`${path}/:key`, {
    ...disclose,
    params: passageParams,
    show: (context) => passagePage(context),
  });
  routes.staffAct(`${path}/:key`, {
    ...disclose,
    params: passageParams,
    form: tagForm,
    act: async ({ work, staff, params }, { tag, basis, why }) => {
      await tagPassage(work, staff, params.request, params, { tag, basis, why });
      return go(recordHref(params.request, params.object), { done: 'Kept.' });
    },
    again: passagePage,
  });
}
