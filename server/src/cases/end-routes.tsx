import { z } from 'zod';
import { type Page, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  Radios,
  TextArea,
} from '../ui/index.ts';
import { act } from './act.ts';
import { closeCase, setFollowUp } from './close.ts';
import { AFFECTED_ANSWERS } from './codes.ts';
import { latestFollowUp } from './deadlines.ts';
import { anyField, optionalText, readDay, text } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { caseFor } from './read.ts';
import { RETENTION_TEXT, retentionOf } from './retention.ts';

async function affectedPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  return stepPage(context, file, {
    title: 'The person the words were about',
    form,
    children: (
      <>
        <h1>The person the words were about</h1>
        <p>
          Tell them that the matter was dealt with, and ask how they are and what support they would like. Do
          not tell them what was decided about the other family.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={form}
            name="answer"
            label="Were they told?"
            items={[
              { value: 'told', label: 'Yes, and support was offered' },
              { value: 'nobody', label: 'The words were about nobody in particular' },
              { value: 'unsafe', label: 'No: telling them could do harm' },
            ]}
          />
          <TextArea
            form={form}
            name="note"
            label="What was said and offered?"
            optional
            hint="Steps that a school takes for its staff are worth recording."
            rows={4}
          />
          <Button>Keep</Button>
        </Form>
      </>
    ),
  });
}

async function followUpPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const latest = latestFollowUp(await schoolCalendar(work), file.facts.issuedOn ?? file.outside.today);
  return stepPage(context, file, {
    title: 'Set a follow-up',
    form,
    children: (
      <>
        <h1>Set a follow-up</h1>
        <Form action={context.request.path} once={once} id="form">
          <DateInput
            form={form}
            name="day"
            label="On which day will you look at it again?"
            hint={`Within half a term: ${formatDate(latest)} at the latest.`}
          />
          <TextArea
            form={form}
            name="what"
            label="What will you look at?"
            hint="For example: how the member of staff is, and whether the parent found the right person to talk to. Never the group itself: nobody watches it."
            rows={4}
          />
          <Button>Set the follow-up</Button>
        </Form>
      </>
    ),
  });
}

async function closePage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const retention = retentionOf(file.facts.decision?.outcome);
  const nothing = retention === 'no-further-action';
  return stepPage(context, file, {
    title: 'Close the case',
    form,
    children: (
      <>
        <h1>Close the case</h1>
        <ul>
          <li>
            The person who raised the concern is told that it was dealt with. They learn nothing about what
            was decided.
          </li>
          <li>{RETENTION_TEXT[retention]}.</li>
        </ul>
        <Form action={context.request.path} once={once} id="form">
          <TextArea
            form={form}
            name="note"
            label={nothing ? 'Is there anything to note?' : 'What did the follow-up show?'}
            optional={nothing}
            rows={4}
          />
          <Button>Close the case</Button>
        </Form>
      </>
    ),
  });
}

/** The end of a case: telling those it concerned, the follow-up, closing. */
export function endRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/affected', {
    may: 'case.close',
    params: caseParams,
    show: (context) => affectedPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/affected', {
    may: 'case.close',
    params: caseParams,
    form: z.object({
      answer: z.enum(AFFECTED_ANSWERS, 'Say whether they were told'),
      note: optionalText,
    }),
    act: ({ work, staff, params }, { answer, note }) =>
      tried(async () => {
        await act(work, staff, params.id, { act: 'tell-affected', answer }, { note });
        return caseHref(params.id);
      }, 'It is on record.'),
    again: affectedPage,
  });
  routes.staffPage('/desk/cases/:id/follow-up', {
    may: 'case.close',
    params: caseParams,
    show: (context) => followUpPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/follow-up', {
    may: 'case.close',
    params: caseParams,
    form: z.object({ what: text('Say what you will look at') }).catchall(anyField),
    act: ({ work, staff, params }, { what, ...rest }) => {
      const day = readDay(rest, 'day', 'future', schoolDay(work.now));
      if ('errors' in day) return wrong(day.errors);
      return tried(
        async () => {
          await setFollowUp(work, staff, params.id, day.day, what);
          return caseHref(params.id);
        },
        'The follow-up is set.',
        ['day'],
      );
    },
    again: followUpPage,
  });
  routes.staffPage('/desk/cases/:id/close', {
    may: 'case.close',
    params: caseParams,
    show: (context) => closePage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/close', {
    may: 'case.close',
    params: caseParams,
    form: z.object({ note: optionalText }),
    act: ({ work, staff, params, services }, { note }) =>
      tried(
        async () => {
          await closeCase(work, staff, params.id, note, services.origin);
          return caseHref(params.id);
        },
        'The case is closed, and the person who raised it was told that it was dealt with.',
        ['note'],
      ),
    again: closePage,
  });
}
