import { addSection, GROUP_TYPES, newPolicy, setGroupTypes } from '@handbell/policy';
import { composePolicy, LIBRARY, type LibraryClause, libraryClauses } from '@handbell/policy/library';
import { z } from 'zod';
import { go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { Button, Checkboxes, Details, Form, type FormState, Radios, TextInput } from '../../ui/index.ts';
import { startDraft } from '../drafts.ts';
import { anyField, textFields } from '../fields.ts';
import { GROUP_WORDS } from '../words.ts';
import { lineField } from './fields.ts';

const PATH = '/desk/policy/compose';

/** The sections that most policies have, to start from when no clause is chosen; each can be renamed, moved, taken out. */
const USUAL_SECTIONS = [
  'What the groups are for',
  'How we behave in the groups',
  'What does not belong in the groups',
  'If something worries you',
  'What the school may do',
] as const;

const composeForm = z
  .object({
    title: lineField('Enter what the policy is called'),
    groups: z
      .union([z.enum(GROUP_TYPES).transform((one) => [one]), z.array(z.enum(GROUP_TYPES))], {
        error: 'Choose at least one kind of group',
      })
      .refine((chosen) => chosen.length > 0, 'Choose at least one kind of group'),
    start: z.enum(['library', 'empty'], 'Choose how to start'),
  })
  .catchall(anyField);

const clausesField = (section: string) => `clauses-${section}`;
const optionField = ({ id }: LibraryClause, key: string) => `option-${id}-${key}`;

/** What stands in the form at first: the usual clauses, with the usual answers. */
function usualAnswers(): FormState['values'] {
  const chosen = LIBRARY.map(({ id, groups }) => {
    const usual = groups.flatMap(({ clauses }) => clauses.filter((one) => one.usual).map((one) => one.id));
    return [clausesField(id), usual] as const;
  });
  const options = libraryClauses().flatMap((clause) =>
    (clause.options ?? []).map(({ key, usual }) => [optionField(clause, key), usual] as const),
  );
  return {
    title: 'Policy for class and year WhatsApp groups',
    groups: ['class', 'year'],
    start: 'library',
    ...Object.fromEntries([...chosen, ...options]),
  };
}

/** A clause's words as they are shown to choose from, its gaps as dots. */
const shownWords = ({ text }: LibraryClause) => text.replaceAll(/\{\w+\}/gu, '…');

function LibraryChoices({ form }: { form: FormState }) {
  return (
    <>
      {LIBRARY.map(({ id, heading, groups }) => {
        const clauses = groups.flatMap((group) => group.clauses);
        return (
          <Details summary={heading}>
            <Checkboxes
              form={form}
              name={clausesField(id)}
              label={heading}
              optional
              items={clauses.map((clause) => ({
                value: clause.id,
                label: shownWords(clause),
                hint: clause.note,
              }))}
            />
            {clauses.flatMap((clause) =>
              (clause.options ?? []).map(({ key, label, choices }) => (
                <TextInput
                  form={form}
                  name={optionField(clause, key)}
                  label={label}
                  hint={choices && `Such as ${choices.join(', ')}.`}
                  optional
                />
              )),
            )}
          </Details>
        );
      })}
    </>
  );
}

function composePage(context: StaffContext<NoParams>, form?: FormState): Page {
  const shown = form ?? { values: usualAnswers(), errors: {} };
  return context.page({
    title: 'Write a policy',
    room: '/desk/policy',
    back: { href: '/desk/policy/new', label: 'Bring in your policy' },
    errors: shown.errors,
    children: (
      <>
        <h1>Write a policy</h1>
        <p>You get a draft. Add clauses to it, change everything, and take your time.</p>
        <Form action={PATH} once={context.once}>
          <TextInput form={shown} name="title" label="What is the policy called?" />
          <Checkboxes
            form={shown}
            name="groups"
            label="Which groups does it cover?"
            items={GROUP_TYPES.map((value) => ({ value, label: GROUP_WORDS[value] }))}
          />
          <Radios
            form={shown}
            name="start"
            label="How do you want to start?"
            items={[
              {
                value: 'library',
                label: 'From our clauses',
                hint: 'The usual ones are ticked. Open each heading below to choose.',
              },
              { value: 'empty', label: 'In your own words', hint: 'With the usual headings and no clauses.' },
            ]}
          />
          <h2>Clauses to choose from</h2>
          <LibraryChoices form={shown} />
          <Button>Start writing</Button>
        </Form>
      </>
    ),
  });
}

/** What was chosen from the library, and filled in. */
function chosenClauses(values: Readonly<Record<string, unknown>>) {
  const texts = textFields(values);
  const ticked = new Set(
    LIBRARY.flatMap(({ id }) => {
      const said = values[clausesField(id)];
      return Array.isArray(said) ? said : [said];
    }),
  );
  const clauses = libraryClauses().filter(({ id }) => ticked.has(id));
  const filled = clauses.map((clause) => {
    const answers = (clause.options ?? []).map(({ key, usual }) => [
      key,
      texts[optionField(clause, key)]?.trim().slice(0, 200) || usual,
    ]);
    return [clause.id, Object.fromEntries(answers)];
  });
  return { clauses: clauses.map(({ id }) => id), filled: Object.fromEntries(filled) };
}

/** A policy from nothing: from the library's clauses, or in the school's own words. */
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
    act: async ({ work, school, staff }, { title, groups, start, ...rest }) => {
      const empty = USUAL_SECTIONS.reduce(addSection, newPolicy(title, school.name));
      const { document, doubts } =
        start === 'library'
          ? composePolicy({ schoolName: school.name, title, ...chosenClauses(rest) })
          : { document: empty, doubts: [] };
      const draft = { document: setGroupTypes(document, groups), doubts };
      const id = await startDraft(work, draft, staff.member);
      return go(`/desk/policy/${id}/clauses`, { done: 'Your draft is there. Go on writing.' });
    },
    again: composePage,
  });
}
