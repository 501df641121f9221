import { z } from 'zod';
import { go, type Shown, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { outrun } from '../../people/last-change.ts';
import { may as allowed } from '../../people/permissions.ts';
import { listMembers } from '../../people/store.ts';
import { idSchema } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { type AnswerId, AnswerStepRefused } from '../answers/rules.ts';
import { endTalk, findAnswer, giveTalk, listAnswers } from '../answers/store.ts';
import { answerPage, answersPage } from './answer-pages.tsx';
import { endForm, takeForm } from './fields.ts';

const HERE = '/desk/agreements/answers';
const params = z.object({ id: idSchema<'answer'>() });
type OneContext = StaffContext<z.output<typeof params>>;

/** Who of the office is there to talk to parents, and everybody's names. */
async function people({ work }: StaffContext<object>) {
  const members = await listMembers(work);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return {
    office: members.filter(({ state, roles }) => state === 'active' && allowed(roles, 'agreement.record')),
    nameOf: (id: Parameters<typeof names.get>[0] | undefined) =>
      (id && names.get(id)) ?? 'Somebody who has left',
  };
}

async function showOne(context: OneContext, form: FormState = emptyForm): Promise<Shown> {
  const {
    work,
    once,
    flash,
    page,
    params: { id },
  } = context;
  const answer = await findAnswer(work, id);
  return page(answerPage({ answer, form, once, done: flash.done, ...(await people(context)) }));
}

/** Does an act on a talk; somebody else may have done it first. */
async function tried(work: Work, id: AnswerId, act: Promise<void>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (error instanceof AnswerStepRefused) throw await outrun(work, `answer:${id}`, error.message);
    throw error;
  }
}

/** Those who would rather not sign or talk first: the office's own list. */
export function answerDeskRoutes(routes: Routes): void {
  const may = 'agreement.record';
  routes.staffPage(HERE, {
    may,
    params: noParams,
    show: async (context) => {
      const { nameOf } = await people(context);
      return context.page(answersPage(await listAnswers(context.work), nameOf));
    },
  });
  routes.staffPage(`${HERE}/:id`, { may, params, show: (context) => showOne(context) });
  routes.staffAct(`${HERE}/:id/take`, {
    may,
    params,
    form: takeForm,
    act: async (context, { owner }) => {
      const { office } = await people(context);
      if (!office.some(({ id }) => id === owner)) return wrong({ owner: 'Choose somebody of the office' });
      const { id } = context.params;
      await tried(context.work, id, giveTalk(context.work, id, owner));
      return go(`${HERE}/${id}`, { done: 'Saved.' });
    },
    again: showOne,
  });
  routes.staffAct(`${HERE}/:id/end`, {
    may,
    params,
    form: endForm,
    act: async ({ work, params: { id } }, ended) => {
      await tried(work, id, endTalk(work, id, ended));
      return go(`${HERE}/${id}`, { done: 'The talk is over. How to reach them is deleted.' });
    },
    again: showOne,
  });
}
