import { z } from 'zod';
import type { StaffContext } from '../edge/contexts.ts';
import { type Page, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import { Button, emptyForm, Form, type FormState, Radios, TextArea } from '../ui/index.ts';
import { answerQuestion, answersOf } from './assess.ts';
import { comparableTo } from './comparable.ts';
import { Comparable } from './comparable-view.tsx';
import { countWords, SENTENCE_WORDS } from './deeds.ts';
import { text } from './fields.ts';
import { stepPage } from './frame.tsx';
import { DeciderNote } from './gather-routes.tsx';
import { type CaseContext, caseHref, tried } from './guarded.ts';
import type { CaseId } from './ids.ts';
import {
  type Choice,
  findQuestion,
  QUESTION_IDS,
  QUESTIONS,
  type Question,
  questionAfter,
} from './questions.ts';
import { caseFor } from './read.ts';

const params = z.object({ id: idSchema<'case'>(), question: z.enum(QUESTION_IDS) });
type Context = StaffContext<{ id: CaseId; question: Question['id'] }>;

function questionOf({ params: { question } }: Context): Question {
  const found = findQuestion(question);
  if (!found) throw new Error('A question of the table has no wording.');
  return found;
}

async function questionPage(context: Context, form: FormState): Promise<Page> {
  const { work, staff, once } = context;
  const question = questionOf(context);
  const file = await caseFor(work, staff, context.params.id);
  const kept = (await answersOf(work, file.id))[question.id];
  const values = kept ? { words: kept.words, choice: kept.choice } : {};
  const start = { ...form, values: { ...values, ...form.values } };
  const step: CaseContext = { ...context, params: { id: file.id } };
  const { choices } = question;
  return stepPage(step, file, {
    title: question.title,
    form,
    children: (
      <>
        <span class="hb-caption">
          Assessment, question {QUESTIONS.indexOf(question) + 1} of {QUESTIONS.length}
        </span>
        {choices && <h1>{question.title}</h1>}
        <DeciderNote file={file} context={step} />
        {question.id === 'consistency' && <Comparable clauses={await comparableTo(work, file.id)} />}
        <Form action={context.request.path} once={once} id="form">
          {choices ? (
            <>
              <p>{question.hint}</p>
              <Radios form={start} name="choice" label="Choose one" items={choices} />
              <TextArea form={start} name="words" label="Why do you say so?" rows={5} />
            </>
          ) : (
            <TextArea
              form={start}
              name="words"
              label={question.title}
              hint={question.hint}
              heading
              rows={8}
            />
          )}
          <Button>Keep and go on</Button>
        </Form>
      </>
    ),
  });
}

const answerForm = z.object({ choice: z.string().optional(), words: text('Write your answer') });

function choiceOf({ choices }: Question, chosen: string | undefined): Choice | undefined {
  return choices ? choices.find(({ value }) => value === chosen)?.value : 'written';
}

/** The assessment, one question a page; each answer is kept as it is given. */
export function assessRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/assessment/:question', {
    may: 'case.work',
    params,
    show: (context) => questionPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/assessment/:question', {
    may: 'case.work',
    params,
    form: answerForm,
    act: (context, { choice, words }) => {
      const { work, staff } = context;
      const { id } = context.params;
      const question = questionOf(context);
      const chosen = choiceOf(question, choice);
      if (!chosen) return wrong({ choice: 'Choose one of the answers' });
      if (countWords(words) < SENTENCE_WORDS) return wrong({ words: 'Write at least one whole sentence' });
      return tried(async () => {
        await answerQuestion(work, staff, id, question.id, { choice: chosen, words });
        const answers = await answersOf(work, id);
        const next = questionAfter(question.id);
        const open = next && !answers[next.id] ? next : undefined;
        return open ? `${caseHref(id)}/assessment/${open.id}` : caseHref(id);
      }, undefined);
    },
    again: questionPage,
  });
}
