import { z } from 'zod';
import type { Page, StaffContext } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import { Button, emptyForm, Form, type FormState, Radios, TextArea } from '../ui/index.ts';
import { act } from './act.ts';
import { CLEAR_TEXT } from './code-text.ts';
import { CLEAR_STEPS, type ClearStep, HANDLINGS } from './codes.ts';
import { countWords } from './deeds.ts';
import { sentence } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import type { CaseId } from './ids.ts';
import { caseFor } from './read.ts';

async function handlingPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const start = { ...form, values: { handling: file.facts.handling ?? '', ...form.values } };
  return stepPage(context, file, {
    title: 'Feedback, or a matter of conduct?',
    form,
    children: (
      <>
        <h1>Feedback, or a matter of conduct?</h1>
        <p>
          A message that criticises the school is first of all a complaint in the wrong place. Whoever writes
          it wants to be heard. Answer what they say before you look at how they said it.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={start}
            name="handling"
            label="How should the school take these words?"
            items={[
              {
                value: 'feedback',
                label: 'As feedback or a complaint about the school',
                hint: 'Five steps lead to an answer: categorise, listen, empathise, ask, respond. Nothing is held against anybody.',
              },
              {
                value: 'conduct',
                label: 'As a matter of conduct',
                hint: 'Something in the words breaks the code, whatever one thinks of the school.',
              },
            ]}
          />
          <TextArea form={start} name="words" label="Why do you say so?" rows={3} />
          <Button>Keep and go on</Button>
        </Form>
      </>
    ),
  });
}

const clearParams = z.object({ id: idSchema<'case'>(), step: z.enum(CLEAR_STEPS) });
type ClearContext = StaffContext<{ id: CaseId; step: ClearStep }>;

async function clearPage(context: ClearContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const { name, hint } = CLEAR_TEXT[params.step];
  const taken = file.events.findLast(
    ({ deed }) => deed.act === 'take-clear-step' && deed.step === params.step,
  );
  const start = { ...form, values: { words: taken?.note ?? '', ...form.values } };
  return stepPage({ ...context, params: { id: file.id } }, file, {
    title: name,
    form,
    children: (
      <>
        <span class="hb-caption">
          Feedback, step {CLEAR_STEPS.indexOf(params.step) + 1} of {CLEAR_STEPS.length}
        </span>
        <Form action={context.request.path} once={once} id="form">
          <TextArea form={start} name="words" label={name} hint={hint} heading rows={6} />
          <Button>Keep and go on</Button>
        </Form>
      </>
    ),
  });
}

function clearAfter(step: ClearStep): ClearStep | undefined {
  return CLEAR_STEPS[CLEAR_STEPS.indexOf(step) + 1];
}

/** Whether words are feedback or a matter of conduct, asked before the assessment; and the steps of feedback (rule 17). */
export function handlingRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/handling', {
    may: 'case.work',
    params: caseParams,
    show: (context) => handlingPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/handling', {
    may: 'case.work',
    params: caseParams,
    form: z.object({
      handling: z.enum(HANDLINGS, 'Choose one of the two'),
      words: sentence('Say why, in a sentence'),
    }),
    act: ({ work, staff, params }, { handling, words }) =>
      tried(async () => {
        const deed = { act: 'choose-handling', handling, words: countWords(words) } as const;
        await act(work, staff, params.id, deed, { note: words });
        const first = handling === 'feedback' ? 'clear/categorise' : 'assessment/facts';
        return `${caseHref(params.id)}/${first}`;
      }, undefined),
    again: handlingPage,
  });
  routes.staffPage('/desk/cases/:id/clear/:step', {
    may: 'case.work',
    params: clearParams,
    show: (context) => clearPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/clear/:step', {
    may: 'case.work',
    params: clearParams,
    form: z.object({ words: sentence('Write at least one whole sentence') }),
    act: ({ work, staff, params: { id, step } }, { words }) =>
      tried(async () => {
        const deed = { act: 'take-clear-step', step, words: countWords(words) } as const;
        await act(work, staff, id, deed, { note: words });
        const next = clearAfter(step);
        return next ? `${caseHref(id)}/clear/${next}` : caseHref(id);
      }, undefined),
    again: clearPage,
  });
}
