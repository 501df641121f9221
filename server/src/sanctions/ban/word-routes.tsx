import { z } from 'zod';
import { countWords } from '../../cases/deeds.ts';
import { sentence, text } from '../../cases/fields.ts';
import type { CaseId } from '../../cases/ids.ts';
import { caseFor } from '../../cases/read.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { Button, emptyForm, Form, type FormState, Radios, TextArea, UserText } from '../../ui/index.ts';
import { actOnBan } from './act.ts';
import { banHref, caseParams, theBan, triedBan } from './context.ts';
import { type BanDeed, HOLDS, REPRESENTATION_HOW } from './deeds.ts';
import { banStepPage } from './frame.tsx';
import { answersOf } from './letters.ts';
import { WORD_STEPS, type WordStep } from './word-steps.ts';

type Context = StaffContext<{ readonly id: CaseId }>;

async function wordPage(context: Context, step: WordStep, form: FormState): Promise<Page> {
  const file = await caseFor(context.work, context.staff, context.params.id);
  const { choice } = step;
  return banStepPage(context, file, {
    title: step.title,
    form,
    children: (
      <>
        <h1>{step.title}</h1>
        <p>{step.lead}</p>
        <Form action={`${banHref(file.id)}/${step.path}`} once={context.once} id="form">
          {choice && (
            <Radios
              form={form}
              name={choice.name}
              label={choice.label}
              items={Object.entries(choice.items).map(([value, label]) => ({ value, label }))}
            />
          )}
          <TextArea form={form} name="words" label={step.label} hint={step.hint} rows={6} />
          <Button>{step.button}</Button>
        </Form>
      </>
    ),
  });
}

const words = sentence('Write it down in at least one whole sentence');

/** Declares one step that is written down: its form gives the deed. */
function wordStep<Values extends { readonly words: string }>(
  routes: Routes,
  step: WordStep,
  form: z.ZodType<Values>,
  make: (values: Values) => BanDeed,
): void {
  const path = `/desk/cases/:id/ban/${step.path}`;
  routes.staffPage(path, {
    may: 'case.work',
    params: caseParams,
    show: (context) => wordPage(context, step, emptyForm),
  });
  routes.staffAct(path, {
    may: 'case.work',
    params: caseParams,
    form,
    act: ({ work, staff, params: { id } }, values) =>
      triedBan(
        () => actOnBan(work, staff, id, () => make(values), { words: values.words }),
        banHref(id),
        step.done,
        ['words'],
      ),
    again: (context, state) => wordPage(context, step, state),
  });
}

const answerParams = z.object({ id: idSchema<'case'>(), which: z.coerce.number().int().nonnegative() });
type AnswerContext = StaffContext<z.output<typeof answerParams>>;

async function answerPage(context: AnswerContext, form: FormState): Promise<Page> {
  const { file, ban } = await theBan(context);
  const said = answersOf(ban)[context.params.which];
  if (!said) throw notFound();
  const shown = form === emptyForm ? { values: { words: said.answer }, errors: {} } : form;
  return banStepPage(context, file, {
    title: 'Answer what the parent said',
    form,
    children: (
      <>
        <h1>Answer what the parent said</h1>
        <UserText text={said.said} />
        <Form action={`${banHref(file.id)}/answer/${context.params.which}`} once={context.once} id="form">
          <TextArea
            form={shown}
            name="words"
            label="Your answer"
            hint="It stands in the letter, below what they said. Say what you take from it, and what not, and why."
            rows={6}
          />
          <Button>Keep the answer</Button>
        </Form>
      </>
    ),
  });
}

/** Steps of a ban that are written down: what the parent said, the answers, holds, leaving it. */
export function banWordRoutes(routes: Routes): void {
  wordStep(
    routes,
    WORD_STEPS.representation,
    z.object({
      how: z.enum(REPRESENTATION_HOW, 'Say how they told you'),
      words: text('Write down what they said'),
    }),
    ({ how, words: said }) => ({ act: 'record-representation', how, words: countWords(said) }),
  );
  wordStep(routes, WORD_STEPS.drop, z.object({ words }), ({ words: why }) => ({
    act: 'drop',
    words: countWords(why),
  }));
  wordStep(
    routes,
    WORD_STEPS.hold,
    z.object({ why: z.enum(HOLDS, 'Choose the reason'), words }),
    ({ why, words: note }) => ({ act: 'hold', why, words: countWords(note) }),
  );
  wordStep(routes, WORD_STEPS.release, z.object({ words }), ({ words: note }) => ({
    act: 'release',
    words: countWords(note),
  }));
  const path = '/desk/cases/:id/ban/answer/:which';
  routes.staffPage(path, {
    may: 'case.decide',
    params: answerParams,
    show: (context) => answerPage(context, emptyForm),
  });
  routes.staffAct(path, {
    may: 'case.decide',
    params: answerParams,
    form: z.object({ words }),
    act: ({ work, staff, params: { id, which } }, { words: reply }) =>
      triedBan(
        () =>
          actOnBan(
            work,
            staff,
            id,
            () => ({ act: 'answer-representation', which, words: countWords(reply) }),
            { words: reply },
          ),
        banHref(id),
        'The answer is kept.',
        ['words'],
      ),
    again: answerPage,
  });
}
