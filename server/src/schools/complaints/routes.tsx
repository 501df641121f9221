import { z } from 'zod';
import { go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { Button, Form, type FormState, Notice, TextArea, TextInput } from '../../ui/index.ts';
import { saveProfile } from '../store.ts';
import { complaintsRoute } from './rules.ts';
import { ComplaintsWay } from './view.tsx';

const STEPS_MOST = 12;

const routeForm = z.object({
  steps: z
    .string('Write the steps, one on each line')
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
    .pipe(
      z
        .array(z.string().max(300, 'Use 300 characters or fewer for each step'))
        .min(1, 'Write the steps, one on each line')
        .max(STEPS_MOST, `Write ${STEPS_MOST} steps or fewer`),
    ),
  contact: z
    .string('Say whom to write to')
    .trim()
    .min(1, 'Say whom to write to')
    .max(400, 'Use 400 characters or fewer'),
  link: z
    .string()
    .trim()
    .refine(
      (text) => text === '' || z.url({ protocol: /^https?$/ }).safeParse(text).success,
      'Enter an address like https://school.example.org/complaints, or leave it empty',
    ),
});

function routePage(context: StaffContext<NoParams>, form: FormState): Page {
  const { profile } = context.school;
  return context.page({
    room: '/desk/settings',
    title: 'How to complain',
    errors: form.errors,
    back: { href: '/desk/settings' },
    children: (
      <>
        {context.flash.done !== undefined && (
          <Notice kind="success">
            <p>Saved. This is what parents read from now on.</p>
          </Notice>
        )}
        <h1>How to complain</h1>
        <p>
          Parents read this when what they tell is a complaint about the school, and on their own page. Write
          it as your complaints procedure has it.
        </p>
        <Form action="/desk/settings/complaints" once={context.once}>
          <TextArea
            form={form}
            name="steps"
            label="The steps"
            hint="One on each line, in their order"
            rows={6}
          />
          <TextArea
            form={form}
            name="contact"
            label="Whom to write to or call"
            hint="Name or role, address, phone. Also whom to write to about the Head Teacher."
            rows={4}
          />
          <TextInput
            form={form}
            name="link"
            label="Web address of the whole procedure"
            type="url"
            autocomplete="off"
            optional
          />
          <Button>Save</Button>
        </Form>
        <h2>What parents read now</h2>
        <ComplaintsWay profile={profile} />
      </>
    ),
  });
}

/** The school's own way to complain, kept as its data. */
export function complaintsRoutes(routes: Routes): void {
  routes.staffPage('/desk/settings/complaints', {
    may: 'school.edit',
    params: noParams,
    show: (context) => {
      const { steps, contact, link } = complaintsRoute(context.school.profile);
      return routePage(context, {
        values: { steps: steps.join('\n'), contact, link: link ?? '' },
        errors: {},
      });
    },
  });
  routes.staffAct('/desk/settings/complaints', {
    may: 'school.edit',
    params: noParams,
    form: routeForm,
    act: async ({ work, school }, { steps, contact, link }) => {
      const complaints = { steps, contact, ...(link === '' ? {} : { link }) };
      await saveProfile(work, school.name, { ...school.profile, complaints });
      return go('/desk/settings/complaints', { done: 'yes' });
    },
    again: routePage,
  });
}
