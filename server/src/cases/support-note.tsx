import { z } from 'zod';
import { type Page, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { notAllowed } from '../platform/web/refusal.ts';
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  Name,
  Radios,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { draftCaseLetter } from './case-letters.ts';
import { line, optionalLine, text } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams } from './guarded.ts';
import { SORT_TEXT } from './kinds.ts';
import { letterHref } from './letter-pages.tsx';
import { type Party, partiesOf } from './parties.ts';
import { type CaseFile, caseFor } from './read.ts';
import { mayWork } from './visibility.ts';

interface Theirs {
  readonly file: CaseFile;
  readonly targets: readonly Party[];
}

/** The case and whom its words were about, for those who work on it. */
async function theirs({ work, staff, params }: CaseContext): Promise<Theirs> {
  const file = await caseFor(work, staff, params.id);
  if (!mayWork(staff, file.facts) && file.facts.decider !== staff.member) throw notAllowed();
  const targets = (await partiesOf(work, file.id)).filter(({ part }) => part === 'target');
  return { file, targets };
}

async function notePage(context: CaseContext, form: FormState): Promise<Page> {
  const { file, targets } = await theirs(context);
  const only = targets.length === 1 ? targets[0]?.id : undefined;
  const shown = { ...form, values: { ...(only ? { to: only } : {}), ...form.values } };
  return stepPage(context, file, {
    title: 'Write a note of support',
    form,
    children: (
      <>
        <h1>Write a note of support</h1>
        <p>
          To somebody the words were about. It says that the matter is being dealt with, what you offer, and
          what they need not do. It tells nothing about the other side.
        </p>
        {targets.length === 0 ? (
          <InsetText>
            The words of this case were about nobody in particular.{' '}
            <a href={caseHref(file.id)}>Back to the case</a>
          </InsetText>
        ) : (
          <Form action={context.request.path} once={context.once} id="form">
            <Radios
              form={shown}
              name="to"
              label="To whom?"
              items={targets.map(({ id, name, sort }) => ({
                value: id,
                label: <Name>{name || SORT_TEXT[sort]}</Name>,
              }))}
            />
            {targets.some(({ name }) => name === '') && (
              <TextInput
                form={shown}
                name="name"
                label="Their name"
                hint="As it stands on the letter. The case itself has not named them."
              />
            )}
            <TextArea
              form={shown}
              name="address"
              label="Their address"
              hint="Leave it empty for somebody you hand it to."
              rows={3}
              optional
            />
            <TextArea
              form={shown}
              name="offered"
              label="What do you offer?"
              hint="Time, a talk, somebody beside them, a helpline. Say who arranges it."
              rows={4}
            />
            <TextInput
              form={shown}
              name="contact"
              label="Whom can they turn to?"
              hint="A name, and how to reach them."
            />
            <TextInput
              form={shown}
              name="nextTold"
              label="When do they hear again?"
              hint="Such as: Mrs Rao speaks with you on Friday 19 March."
            />
            <Button>Write the note</Button>
          </Form>
        )}
      </>
    ),
  });
}

const noteForm = z.object({
  to: z.string('Choose whom you write to'),
  name: optionalLine,
  address: optionalLine,
  offered: text('Say what you offer'),
  contact: line('Say whom they can turn to'),
  nextTold: line('Say when they hear again'),
});

/** The note to somebody the words were about (D15, rule 44). */
export function supportNoteRoutes(routes: Routes): void {
  const page = '/desk/cases/:id/support-note';
  routes.staffPage(page, {
    may: 'case.read',
    params: caseParams,
    show: (context) => notePage(context, emptyForm),
  });
  routes.staffAct(page, {
    may: 'case.read',
    params: caseParams,
    form: noteForm,
    act: async (context, { to, name, address, ...support }) => {
      const { work, staff, services } = context;
      const { file, targets } = await theirs(context);
      const target = targets.find(({ id }) => id === to);
      if (!target) return wrong({ to: 'Choose whom you write to' });
      const recipient = target.name || name;
      if (recipient === '') return wrong({ name: 'Enter their name, as it stands on the letter' });
      const id = await draftCaseLetter(work, staff, file, 'support-note', services.origin, {
        recipient: { name: recipient, address: address === '' ? target.address : address },
        support,
      });
      return { kind: 'go', to: letterHref(file, id), flash: undefined };
    },
    again: notePage,
  });
}
