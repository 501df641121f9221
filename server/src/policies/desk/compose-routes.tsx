import { addSection, GROUP_TYPES, newPolicy, setGroupTypes } from '@handbell/policy';
import { z } from 'zod';
import { go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { Button, Checkboxes, Form, type FormState, TextInput } from '../../ui/index.ts';
import { startDraft } from '../drafts.ts';
import { GROUP_WORDS } from '../words.ts';
import { lineField } from './fields.ts';

const PATH = '/desk/policy/compose';

/** The sections that most policies have, to start from; each can be renamed, moved or taken out. */
const USUAL_SECTIONS = [
  'What the groups are for',
  'How we behave in the groups',
  'What does not belong in the groups',
  'If something worries you',
  'What the school may do',
] as const;

const composeForm = z.object({
  title: lineField('Enter what the policy is called'),
  groups: z
    .union([z.enum(GROUP_TYPES).transform((one) => [one]), z.array(z.enum(GROUP_TYPES))], {
      error: 'Choose at least one kind of group',
    })
    .refine((chosen) => chosen.length > 0, 'Choose at least one kind of group'),
});

function composePage(context: StaffContext<NoParams>, form?: FormState): Page {
  const start = { title: 'Policy for class and year WhatsApp groups', groups: ['class', 'year'] };
  const shown = form ?? { values: start, errors: {} };
  return context.page({
    title: 'Write a policy',
    room: '/desk/policy',
    back: { href: '/desk/policy/new', label: 'Bring in your policy' },
    errors: shown.errors,
    children: (
      <>
        <h1>Write a policy</h1>
        <p>
          You get a draft with the usual sections. Add clauses to them, change everything, and take your time.
        </p>
        <Form action={PATH} once={context.once}>
          <TextInput form={shown} name="title" label="What is the policy called?" />
          <Checkboxes
            form={shown}
            name="groups"
            label="Which groups does it cover?"
            items={GROUP_TYPES.map((value) => ({ value, label: GROUP_WORDS[value] }))}
          />
          <Button>Start writing</Button>
        </Form>
      </>
    ),
  });
}

/** A policy from nothing. */
export function composeRoutes(routes: Routes): void {
  routes.staffPage(PATH, {
    may: 'policy.edit',
    params: noParams,
    show: (context) => composePage(context),
  });
  routes.staffAct(PATH, {
    may: 'policy.edit',
    params: noParams,
    form: composeForm,
    act: async ({ work, school, staff }, { title, groups }) => {
      const empty = setGroupTypes(newPolicy(title, school.name), groups);
      const document = USUAL_SECTIONS.reduce(addSection, empty);
      const id = await startDraft(work, { document, doubts: [] }, staff.member);
      return go(`/desk/policy/${id}/clauses`, { done: 'Your draft is there. Add clauses to its sections.' });
    },
    again: composePage,
  });
}
