import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Page, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  Name,
  Select,
  TextArea,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { DueDay } from '../due.tsx';
import { anyField, line, readDay, text } from '../fields.ts';
import { stepPage } from '../frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from '../guarded.ts';
import type { CaseId } from '../ids.ts';
import { type NameOf, namesOf } from '../names.ts';
import { caseColleagues } from '../people-acts.ts';
import { caseFor } from '../read.ts';
import { addTask, finishTask, type KeptTask, tasksOf } from './store.ts';

/** The tasks of a case, with a button for each that is still to do. */
export function Tasks({ tasks, name, today, once, id }: TasksProps) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      {tasks.map(({ id: task, what, reason, owner, deputy, due, done }) => (
        <section aria-labelledby={`task-${task}`}>
          <h3 id={`task-${task}`}>{what}</h3>
          <p>
            <Name>{name(owner)}</Name>
            {deputy && (
              <>
                , or <Name>{name(deputy)}</Name>
              </>
            )}{' '}
            {done ? (
              `· done on ${formatDate(done.at)}`
            ) : (
              <>
                · by <DueDay due={due} today={today} />
              </>
            )}
          </p>
          <UserText text={reason} />
          {!done && (
            <Form action={`${caseHref(id)}/tasks/${task}/done`} once={once}>
              <Button kind="secondary">
                Done<span class="govuk-visually-hidden">: {what}</span>
              </Button>
            </Form>
          )}
        </section>
      ))}
    </section>
  );
}

interface TasksProps {
  readonly tasks: readonly KeptTask[];
  readonly name: NameOf;
  readonly today: Temporal.PlainDate;
  readonly once: string;
  readonly id: CaseId;
}

async function taskPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const name = await namesOf(work);
  const people = (await caseColleagues(work, file.facts)).map(({ member, name: label }) => ({
    value: member,
    label,
  }));
  const start = { ...form, values: { owner: staff.member, ...form.values } };
  return stepPage(context, file, {
    title: 'Tasks',
    form,
    children: (
      <>
        <h1>Tasks of this case</h1>
        <Tasks
          tasks={await tasksOf(work, file.id)}
          name={name}
          today={schoolDay(work.now)}
          once={once}
          id={file.id}
        />
        <h2>A new task</h2>
        <Form action={context.request.path} once={once} id="form">
          <TextInput form={start} name="what" label="What is to be done?" />
          <TextArea form={start} name="reason" label="Why?" rows={2} />
          <Select form={start} name="owner" label="Who does it?" items={people} />
          <Select
            form={start}
            name="deputy"
            label="Who does it if they cannot?"
            placeholder="Nobody"
            items={people}
          />
          <DateInput form={start} name="due" label="By when?" />
          <Button>Keep the task</Button>
        </Form>
      </>
    ),
  });
}

const taskForm = z
  .object({
    what: line('Say what is to be done'),
    reason: text('Say why'),
    owner: idSchema<'member'>('Choose who does it'),
    deputy: z
      .union([z.literal(''), idSchema<'member'>()])
      .optional()
      .transform((value) => (value === '' ? undefined : value)),
  })
  .catchall(anyField);

/** Tasks of a case: who does what by when, why, and who instead. */
export function taskRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/tasks', {
    may: 'case.read',
    params: caseParams,
    show: (context) => taskPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/tasks', {
    may: 'case.read',
    params: caseParams,
    form: taskForm,
    act: async ({ work, staff, params }, { what, reason, owner, deputy, ...rest }) => {
      const due = readDay(rest, 'due', 'future', schoolDay(work.now));
      if ('errors' in due) return wrong(due.errors);
      const file = await caseFor(work, staff, params.id, true);
      const people = await caseColleagues(work, file.facts);
      const may = (member: string | undefined) => people.some((each) => each.member === member);
      if (!may(owner)) return wrong({ owner: 'Choose somebody who sees this case' });
      if (deputy && !may(deputy)) return wrong({ deputy: 'Choose somebody who sees this case' });
      if (deputy === owner) return wrong({ deputy: 'Choose somebody else than the one who does it' });
      await addTask(work, staff.member, file.id, { what, reason, owner, deputy, due: due.day });
      return { kind: 'go', to: caseHref(file.id), flash: { done: 'The task is set.' } };
    },
    again: taskPage,
  });
  routes.staffAct('/desk/cases/:id/tasks/:task/done', {
    may: 'case.read',
    params: z.object({ id: idSchema<'case'>(), task: idSchema<'case-task'>() }),
    form: z.object({}),
    act: ({ work, staff, params }) =>
      tried(async () => {
        const file = await caseFor(work, staff, params.id, true);
        await finishTask(work, staff.member, file.id, params.task);
        return caseHref(params.id);
      }, 'The task is done.'),
    again: (context, form) => taskPage({ ...context, params: { id: context.params.id } }, form),
  });
}
