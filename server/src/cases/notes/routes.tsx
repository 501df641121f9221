import { z } from 'zod';
import type { Page } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notAllowed } from '../../platform/web/refusal.ts';
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  Name,
  Story,
  type StoryEntry,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { optionalText, text } from '../fields.ts';
import { stepPage } from '../frame.tsx';
import { type CaseContext, caseHref, caseParams } from '../guarded.ts';
import { type NameOf, namesOf } from '../names.ts';
import { type CaseFile, caseFor } from '../read.ts';
import { mayWork, type Person } from '../visibility.ts';
import { addNote, type KeptNote, notesOf } from './store.ts';

/** Whether somebody reads internal notes: those who look into the case and its decider; a reviewer never. */
export function mayReadNotes(person: Person, { facts }: Pick<CaseFile, 'facts'>): boolean {
  return (
    facts.review?.reviewer !== person.member && (mayWork(person, facts) || facts.decider === person.member)
  );
}

/** The notes of a case, each with its facts and, apart from them, what its writer thinks. */
export function Notes({ notes, name }: { notes: readonly KeptNote[]; name: NameOf }) {
  if (notes.length === 0) return null;
  const entries = notes.map(
    ({ facts, opinion, by, at }): StoryEntry => ({
      when: at,
      title: 'Note',
      by: <Name>{name(by)}</Name>,
      children: (
        <>
          <UserText text={facts} />
          {opinion !== '' && (
            <>
              <p>
                <strong>What they think of it</strong>
              </p>
              <UserText text={opinion} />
            </>
          )}
        </>
      ),
    }),
  );
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Internal notes</h2>
      <Story label="Internal notes" entries={entries} />
    </section>
  );
}

async function notePage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  if (!mayReadNotes(staff, file)) throw notAllowed();
  const name = await namesOf(work);
  return stepPage(context, file, {
    title: 'Internal notes',
    form,
    children: (
      <>
        <h1>Internal notes</h1>
        <p>
          For those who look into the case and whoever decides it. A reviewer does not see them. Write as if
          the parent will read it: they can ask for what the school holds about them.
        </p>
        <Notes notes={await notesOf(work, file.id)} name={name} />
        <Form action={context.request.path} once={once} id="form">
          <TextArea
            form={form}
            name="facts"
            label="What do you know?"
            hint="Facts: who, what, when, and how you know."
            rows={5}
          />
          <TextArea
            form={form}
            name="opinion"
            label="What do you think of it?"
            hint="Kept apart from the facts, and marked as yours."
            optional
            rows={3}
          />
          <Button>Keep the note</Button>
        </Form>
      </>
    ),
  });
}

/** Internal notes of a case. */
export function noteRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/notes', {
    may: 'case.read',
    params: caseParams,
    show: (context) => notePage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/notes', {
    may: 'case.read',
    params: caseParams,
    form: z.object({ facts: text('Write what you know'), opinion: optionalText }),
    act: async ({ work, staff, params }, note) => {
      const file = await caseFor(work, staff, params.id, true);
      if (!mayReadNotes(staff, file)) throw notAllowed();
      await addNote(work, staff.member, file.id, note);
      return { kind: 'go', to: caseHref(file.id), flash: { done: 'The note is kept.' } };
    },
    again: notePage,
  });
}
