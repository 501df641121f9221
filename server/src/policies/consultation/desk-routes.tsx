import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { typedDay } from '../../schools/terms.ts';
import { Button, DateInput, Form, type FormState, InsetText, TextArea } from '../../ui/index.ts';
import { policyParams, versionedForm, versionForm } from '../desk/fields.ts';
import { findPolicy } from '../drafts.ts';
import { dayValues, textFields } from '../fields.ts';
import { canDo } from '../life.ts';
import type { PolicyId } from '../version.ts';
import { answerComment, findComment, listComments } from './comments.ts';
import { answerPage, commentsPage, MOST_SUMMARY, summaryPage } from './desk-pages.tsx';
import { consultationHref } from './public-pages.tsx';
import { type CommentId, whyNotCloseOn } from './rules.ts';
import { endConsultation, lastConsultation, openConsultation, saveSummary } from './store.ts';

type Context = StaffContext<{ id: PolicyId }>;
type CommentContext = StaffContext<{ id: PolicyId; comment: CommentId }>;

const may = 'policy.edit';
const PATH = '/desk/policy/:id/consultation';
const WEEKS = 3;

const textField = (message: string) =>
  z.string(message).trim().min(1, message).max(MOST_SUMMARY, `Use ${MOST_SUMMARY} characters or fewer`);
const openForm = versionForm.extend({ intro: textField('Say what you are asking') }).catchall(z.unknown());
const answerForm = z.object({ answer: textField('Write an answer'), shown: z.literal('yes').optional() });
const summaryForm = z.object({
  heard: textField('Say what you heard'),
  changed: textField('Say what you changed, or that you changed nothing'),
});

async function theConsultation({ work, params }: StaffContext<{ id: PolicyId }>) {
  const record = await findPolicy(work, params.id);
  const consultation = await lastConsultation(work, params.id);
  if (!consultation) throw notFound();
  return { record, consultation };
}

async function openPage(context: Context, form?: FormState): Promise<Page> {
  const { work, params, request, once } = context;
  const record = await findPolicy(work, params.id);
  const later = schoolDay(work.now).add({ weeks: WEEKS });
  const intro =
    'We have written a new version of our policy for class, year and PTA WhatsApp groups. Please read it and tell us what you think.';
  const shown = form ?? { values: { intro, ...dayValues('closes', later) }, errors: {} };
  return context.page({
    title: 'Ask parents and staff',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>Ask parents and staff what they think</h1>
        {canDo(record.state, 'consult') ? (
          <>
            <p>
              The draft gets a public page where everybody can read it and comment, with or without a name.
              Its words stay as they are until you end the consultation.
            </p>
            <Form action={request.path} once={once}>
              <input type="hidden" name="version" value={String(record.revision)} />
              <TextArea
                form={shown}
                name="intro"
                label="What do you ask?"
                hint="This stands at the head of the public page."
                rows={5}
              />
              <DateInput form={shown} name="closes" label="What is the last day for comments?" />
              <Button>Open the consultation</Button>
            </Form>
          </>
        ) : (
          <InsetText>
            Only a draft can be sent out for comment.{' '}
            <a href={`/desk/policy/${record.id}`}>Go to the policy</a>
          </InsetText>
        )}
      </>
    ),
  });
}

async function listPage(context: Context): Promise<Page> {
  const { work, school, once, flash } = context;
  const { record, consultation } = await theConsultation(context);
  const comments = await listComments(work, consultation);
  const publicHref = consultationHref(school);
  return context.page(commentsPage({ record, consultation, once, comments, publicHref, notice: flash.done }));
}

async function showAnswer(context: CommentContext, form?: FormState): Promise<Page> {
  const { work, params, once } = context;
  const { record } = await theConsultation(context);
  const comment = await findComment(work, params.comment);
  const now = { answer: comment.answer ?? '', shown: comment.shown ? 'yes' : '' };
  return context.page(answerPage({ record, comment, once, form: form ?? { values: now, errors: {} } }));
}

async function showSummary(context: Context, form?: FormState): Promise<Page> {
  const { record, consultation } = await theConsultation(context);
  if (!consultation.endedAt) throw notFound();
  const { heard = '', changed = '' } = consultation.summary ?? {};
  const shown = form ?? { values: { heard, changed }, errors: {} };
  return context.page(summaryPage({ record, once: context.once, form: shown }));
}

/** Consultation on the desk: opened, read, answered, ended, summed up. */
export function deskConsultationRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/consult', {
    may,
    params: policyParams,
    show: (context) => openPage(context),
  });
  routes.staffAct('/desk/policy/:id/consult', {
    may,
    params: policyParams,
    form: openForm,
    act: async ({ work, params }, { version, intro, ...rest }) => {
      const closesOn = typedDay(textFields(rest), 'closes');
      if (!closesOn) return wrong({ closes: 'Enter a day, such as 18 11 2027' });
      const why = whyNotCloseOn(closesOn, schoolDay(work.now));
      if (why) return wrong({ closes: why });
      await openConsultation(work, params.id, version, { closesOn, intro });
      return go(`/desk/policy/${params.id}/consultation`, { done: 'The draft is out for comment.' });
    },
    again: openPage,
  });
  routes.staffPage(PATH, { may, params: policyParams, show: listPage });
  routes.staffAct(`${PATH}/end`, {
    may,
    params: policyParams,
    form: versionedForm,
    act: async ({ work, params }, { version }) => {
      await endConsultation(work, params.id, version);
      return go(`/desk/policy/${params.id}/consultation`, { done: 'The consultation has ended.' });
    },
    again: ({ params }) => go(`/desk/policy/${params.id}/consultation`),
  });
  routes.staffPage(`${PATH}/summary`, { may, params: policyParams, show: (context) => showSummary(context) });
  routes.staffAct(`${PATH}/summary`, {
    may,
    params: policyParams,
    form: summaryForm,
    act: async (context, summary) => {
      const { consultation } = await theConsultation(context);
      if (!consultation.endedAt) throw notFound();
      await saveSummary(context.work, consultation, summary);
      return go(`/desk/policy/${context.params.id}/consultation`, { done: 'What you heard is public.' });
    },
    again: showSummary,
  });
  const commentParams = policyParams.extend({ comment: idSchema<'policy-comment'>() });
  routes.staffPage(`${PATH}/:comment`, {
    may,
    params: commentParams,
    show: (context) => showAnswer(context),
  });
  routes.staffAct(`${PATH}/:comment`, {
    may,
    params: commentParams,
    form: answerForm,
    act: async ({ work, params, staff, school, services }, { answer, shown }) => {
      const comment = await findComment(work, params.comment);
      await answerComment(work, comment, {
        answer,
        shown: shown === 'yes',
        by: staff.member,
        page: `${services.origin}${consultationHref(school)}`,
      });
      return go(`/desk/policy/${params.id}/consultation`, { done: 'The answer is saved.' });
    },
    again: showAnswer,
  });
}
