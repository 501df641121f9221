import { z } from 'zod';
import type { Page } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { Button, emptyForm, Form, type FormState, Radios, TextArea } from '../ui/index.ts';
import { act } from './act.ts';
import { NEEDS_TEXT, SUPPORT_TEXT } from './code-text.ts';
import { NEEDS_ANSWERS, NEEDS_OF, SUPPORT_ANSWERS } from './codes.ts';
import { countWords } from './deeds.ts';
import { optionalText } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { caseFor } from './read.ts';

const NEEDS_WHOM = {
  subject: 'The parent the case is about',
  reporter: 'The person who raised the concern',
} as const;

async function needsPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  return stepPage(context, file, {
    title: 'What would make it easier',
    form,
    children: (
      <>
        <h1>What would make it easier to take part?</h1>
        <p>
          Ask everybody once, in the same words: “Is there anything that would make this easier for you? For
          example an interpreter, large print, somebody beside you, a shorter meeting, questions in writing
          beforehand, or another time of day.” Nobody has to say why.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={form}
            name="of"
            label="Whom did you ask?"
            items={NEEDS_OF.map((value) => ({ value, label: NEEDS_WHOM[value] }))}
          />
          <Radios
            form={form}
            name="answer"
            label="What came of it?"
            items={NEEDS_ANSWERS.map((value) => ({ value, label: NEEDS_TEXT[value] }))}
          />
          <TextArea
            form={form}
            name="note"
            label="What is put in place?"
            hint="Never write here who raised the concern, or their language if that would show it."
            optional
            rows={3}
          />
          <Button>Keep the answer</Button>
        </Form>
      </>
    ),
  });
}

async function supportPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  return stepPage(context, file, {
    title: 'Support for the person the words were about',
    form,
    children: (
      <>
        <h1>Support for the person the words were about</h1>
        <ul>
          <li>Tell them that it is being dealt with, and what they need not do.</li>
          <li>Ask how they are, and what would help: time, a talk, a colleague beside them, a helpline.</li>
          <li>A school may have to show which steps it took to protect its staff. Write them down here.</li>
        </ul>
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={form}
            name="answer"
            label="Where does it stand?"
            items={SUPPORT_ANSWERS.map((value) => ({ value, label: SUPPORT_TEXT[value] }))}
          />
          <TextArea
            form={form}
            name="note"
            label="What was offered, and which steps were taken?"
            optional
            rows={4}
          />
          <Button>Keep</Button>
        </Form>
      </>
    ),
  });
}

/** What people need to take part (rule 35), and support for whoever was targeted (rule 44). */
export function careRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/needs', {
    may: 'case.close',
    params: caseParams,
    show: (context) => needsPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/needs', {
    may: 'case.close',
    params: caseParams,
    form: z.object({
      of: z.enum(NEEDS_OF, 'Say whom you asked'),
      answer: z.enum(NEEDS_ANSWERS, 'Say what came of it'),
      note: optionalText,
    }),
    act: ({ work, staff, params }, { of, answer, note }) =>
      tried(async () => {
        await act(work, staff, params.id, { act: 'record-needs', of, answer }, { note });
        return caseHref(params.id);
      }, 'The answer is kept.'),
    again: needsPage,
  });
  routes.staffPage('/desk/cases/:id/support', {
    may: 'case.close',
    params: caseParams,
    show: (context) => supportPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/support', {
    may: 'case.close',
    params: caseParams,
    form: z.object({ answer: z.enum(SUPPORT_ANSWERS, 'Say where it stands'), note: optionalText }),
    act: ({ work, staff, params }, { answer, note }) =>
      tried(async () => {
        const deed = { act: 'offer-support', answer, words: countWords(note) } as const;
        await act(work, staff, params.id, deed, { note });
        return caseHref(params.id);
      }, 'It is on record.'),
    again: supportPage,
  });
}
