import {
  addClause,
  addSection,
  CLAUSE_KINDS,
  type Direction,
  moveClause,
  moveSection,
  type PolicyDocument,
  PolicyEditError,
  removeClause,
  removeSection,
  setHeading,
} from '@handbell/policy';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { changeDraft, findPolicy } from '../drafts.ts';
import type { PolicyId } from '../version.ts';
import { KIND_WORDS } from '../words.ts';
import { SectionBlock } from './clauses-list.tsx';
import { lineField, policyParams, versionForm } from './fields.ts';

type Context = StaffContext<{ id: PolicyId }>;

const may = 'policy.edit';

const PATH = '/desk/policy/:id/clauses';

const MOST_WORDS = 4000;

async function theDraft({ work, params }: Context) {
  const record = await findPolicy(work, params.id);
  if (record.state !== 'draft') throw notFound();
  return record;
}

async function listPage(context: Context, form: FormState = emptyForm): Promise<Page> {
  const record = await theDraft(context);
  const { document, id, number, revision } = record;
  return context.page({
    title: 'Clauses and their order',
    room: '/desk/policy',
    back: { href: `/desk/policy/${id}`, label: `Version ${number}` },
    errors: form.errors,
    children: (
      <>
        {context.flash.done !== undefined && <Notice kind="success">{context.flash.done}</Notice>}
        <h1>Clauses and their order</h1>
        <Form action={`/desk/policy/${id}/clauses`} once={context.once}>
          <input type="hidden" name="version" value={String(revision)} />
          {document.sections.length === 0 ? (
            <EmptyState title="There are no sections yet">
              <p>Add a section below, such as “What the groups are for”. Then add clauses to it.</p>
            </EmptyState>
          ) : (
            document.sections.map((section) => <SectionBlock id={id} section={section} />)
          )}
        </Form>
        <h2>Add a section</h2>
        <Form action={`/desk/policy/${id}/section`} once={context.once}>
          <input type="hidden" name="version" value={String(revision)} />
          <TextInput form={form} name="heading" label="Its heading" />
          <Button kind="secondary">Add the section</Button>
        </Form>
        <ButtonLink href={`/desk/policy/${id}`}>Done</ButtonLink>
      </>
    ),
  });
}

const MOVES: Readonly<Record<string, (document: PolicyDocument, act: string, id: string) => PolicyDocument>> =
  {
    clause: (document, act, id) =>
      act === 'remove' ? removeClause(document, id) : moveClause(document, id, directionOf(act)),
    section: (document, act, id) =>
      act === 'remove' ? removeSection(document, id) : moveSection(document, id, directionOf(act)),
  };

const directionOf = (act: string): Direction => (act === 'up' ? 'up' : 'down');

async function newClausePage(context: Context, form?: FormState): Promise<Page> {
  const { document, id, revision } = await theDraft(context);
  const asked = context.request.query.section ?? document.sections.at(-1)?.id ?? '';
  const shown = form ?? { values: { section: asked, kind: 'guideline' }, errors: {} };
  return context.page({
    title: 'Add a clause',
    room: '/desk/policy',
    back: { href: `/desk/policy/${id}/clauses`, label: 'All clauses' },
    errors: shown.errors,
    children: (
      <>
        <h1>Add a clause</h1>
        <Form action={`/desk/policy/${id}/clauses/new`} once={context.once}>
          <input type="hidden" name="version" value={String(revision)} />
          <TextArea
            form={shown}
            name="text"
            label="Its words"
            hint="One rule or one statement, in words that every parent understands."
            maxCharacters={MOST_WORDS}
          />
          <Select
            form={shown}
            name="section"
            label="Where does it stand?"
            items={document.sections.map(({ id: value, ref, heading }) => ({
              value,
              label: `${ref}. ${heading}`,
            }))}
          />
          <Radios
            form={shown}
            name="kind"
            label="What is it for?"
            items={CLAUSE_KINDS.map((value) => ({
              value,
              label: KIND_WORDS[value].name,
              hint: KIND_WORDS[value].about,
            }))}
          />
          <Button>Add the clause</Button>
        </Form>
      </>
    ),
  });
}

const doForm = versionForm.extend({
  do: z.string().regex(/^(?:clause|section):(?:up|down|remove):[\w-]{1,60}$/u, 'Press one of the buttons'),
});

const clauseForm = versionForm.extend({
  text: z
    .string('Enter the words of the clause')
    .trim()
    .min(1, 'Enter the words of the clause')
    .max(MOST_WORDS, `Use ${MOST_WORDS} characters or fewer`),
  section: z.string('Choose a section').min(1, 'Add a section first'),
  kind: z.enum(CLAUSE_KINDS, 'Choose what the clause is for'),
});

const headingForm = versionForm.extend({ heading: lineField('Enter a heading') });

/** Does an edit, or says on the page why it cannot be done. */
async function edited(
  { work, params }: Context,
  revision: number,
  what: string,
  edit: (document: PolicyDocument) => PolicyDocument,
  done: string,
) {
  try {
    await changeDraft(work, params.id, { revision, what, edit });
  } catch (error) {
    if (error instanceof PolicyEditError) return wrong({ form: error.message });
    throw error;
  }
  return go(`/desk/policy/${params.id}/clauses`, { done });
}

/** Clauses and sections of a draft: added, put in order, taken out. */
export function clausesRoutes(routes: Routes): void {
  routes.staffPage(PATH, { may, params: policyParams, show: (context) => listPage(context) });
  routes.staffAct(PATH, {
    may,
    params: policyParams,
    form: doForm,
    act: (context, { version, do: asked }) => {
      const [what = '', act = '', id = ''] = asked.split(':');
      const edit = (document: PolicyDocument) => MOVES[what]?.(document, act, id) ?? document;
      return edited(context, version, `${what}-${act}`, edit, act === 'remove' ? 'Taken out.' : 'Moved.');
    },
    again: listPage,
  });
  routes.staffPage(`${PATH}/new`, { may, params: policyParams, show: (context) => newClausePage(context) });
  routes.staffAct(`${PATH}/new`, {
    may,
    params: policyParams,
    form: clauseForm,
    act: (context, { version, section, text, kind }) =>
      edited(
        context,
        version,
        'clause-added',
        (document) => addClause(document, section, { text, kind }).document,
        'The clause is added.',
      ),
    again: newClausePage,
  });
  routes.staffAct('/desk/policy/:id/section', {
    may,
    params: policyParams,
    form: headingForm,
    act: (context, { version, heading }) =>
      edited(
        context,
        version,
        'section-added',
        (document) => addSection(document, heading),
        'The section is added.',
      ),
    again: listPage,
  });
  sectionRoutes(routes);
}

function sectionRoutes(routes: Routes): void {
  const params = policyParams.extend({ section: z.string().max(60) });
  type SectionContext = StaffContext<{ id: PolicyId; section: string }>;
  const page = async (context: SectionContext, form?: FormState) => {
    const { document, id, revision } = await theDraft(context);
    const section = document.sections.find((one) => one.id === context.params.section);
    if (!section) throw notFound();
    const shown = form ?? { values: { heading: section.heading }, errors: {} };
    return context.page({
      title: `Heading of section ${section.ref}`,
      room: '/desk/policy',
      back: { href: `/desk/policy/${id}/clauses`, label: 'All clauses' },
      errors: shown.errors,
      children: (
        <Form action={`/desk/policy/${id}/section/${section.id}`} once={context.once}>
          <input type="hidden" name="version" value={String(revision)} />
          <TextInput form={shown} name="heading" label={`Heading of section ${section.ref}`} heading />
          <Button>Save</Button>
        </Form>
      ),
    });
  };
  routes.staffPage('/desk/policy/:id/section/:section', { may, params, show: (context) => page(context) });
  routes.staffAct('/desk/policy/:id/section/:section', {
    may,
    params,
    form: headingForm,
    act: (context, { version, heading }) =>
      edited(
        context,
        version,
        'heading',
        (document) => setHeading(document, context.params.section, heading),
        'Saved.',
      ),
    again: page,
  });
}
