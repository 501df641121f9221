import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { listClasses } from '../../groups/classes-store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { emptyForm } from '../../ui/index.ts';
import { rosterSettings } from '../settings-store.ts';
import { type BringFor, type Brought, bringFile, bringText } from './bring.ts';
import { bringPage } from './bring-page.tsx';
import { allMeanings, CONTACTS_MAX } from './columns.ts';
import { columnsPage } from './columns-page.tsx';
import { confirmImport } from './confirm.ts';
import { donePage } from './done-page.tsx';
import { decideDraft, dropDraft, findImport, importMoved, keepDraft, type RosterImport } from './drafts.ts';
import { ImportFault } from './fault.ts';
import { foldClass } from './match.ts';
import { type ClassChoice, SCOPES } from './plan.ts';
import { previewImport } from './preview.ts';
import { previewPage } from './preview-page.tsx';
import { LIMITS } from './sheet.ts';
import { undoImport } from './undo.ts';

const importParams = z.object({ import: idSchema<'import'>() });
type ImportContext = StaffContext<z.output<typeof importParams>>;

const anyField = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const scopeField = z.enum(SCOPES, 'Choose who is on this list');

async function theImport({ work, params }: ImportContext): Promise<RosterImport> {
  const found = await findImport(work, params.import);
  if (!found) throw notFound();
  return found;
}

async function theDraft(context: ImportContext): Promise<RosterImport & { readonly content: Brought }> {
  const found = await theImport(context);
  const { content } = found;
  if (!content) throw await importMoved(context.work, found.id);
  return { ...found, content };
}

/** What a list is read for. */
async function about({ work, school }: StaffContext<object>): Promise<BringFor> {
  const { phones } = await rosterSettings(work);
  const today = schoolDay(work.now).toString();
  return { phones, school: { name: school.name, urn: school.profile.urn }, today };
}

async function bring(
  context: StaffContext<object>,
  file: File | undefined,
  pasted: string,
): Promise<Brought> {
  const whom = await about(context);
  return file ? bringFile(new Uint8Array(await file.arrayBuffer()), whom) : bringText(pasted, whom);
}

/** Lists of parents: bring one, look at it, confirm it, undo it. */
export function importRoutes(routes: Routes): void {
  const edit = { may: 'roster.edit', params: noParams } as const;
  const one = { may: 'roster.edit', params: importParams } as const;
  const base = ({ params }: ImportContext) => `/desk/parents/import/${params.import}`;

  routes.staffPage('/desk/parents/import', { ...edit, show: (context) => bringPage(context) });
  routes.staffAct('/desk/parents/import', {
    ...edit,
    // The form's own parts come on top of the file, and pasted text.
    size: 2 * LIMITS.bytes,
    form: z.object({
      file: z.file().optional(),
      pasted: z.string().default(''),
      scope: scopeField.default('add'),
    }),
    act: async (context, { file, pasted, scope }) => {
      if (!file && pasted.trim() === '') return wrong({ file: 'Choose a file, or paste the cells below' });
      try {
        const brought = await bring(context, file, pasted);
        return go(`/desk/parents/import/${await keepDraft(context.work, brought, scope)}`);
      } catch (error) {
        if (!(error instanceof ImportFault)) throw error;
        return wrong({ [file ? 'file' : 'pasted']: `${error.message} ${error.next}` });
      }
    },
    again: bringPage,
  });

  const show = async (context: ImportContext, form = emptyForm): Promise<Page> => {
    const found = await theImport(context);
    const { content } = found;
    return content ? previewPage(context, { ...found, content }, form) : donePage(context, found);
  };
  routes.staffPage('/desk/parents/import/:import', { ...one, show: (context) => show(context) });

  routes.staffPage('/desk/parents/import/:import/columns', {
    ...one,
    show: async (context) => columnsPage(context, await theDraft(context)),
  });
  routes.staffAct('/desk/parents/import/:import/columns', {
    ...one,
    form: anyField,
    act: async (context, values) => {
      const draft = await theDraft(context);
      const { phones } = await rosterSettings(context.work);
      const known = allMeanings(phones, CONTACTS_MAX);
      const meanings = draft.content.headers.map(
        (_, index) => known.find((each) => each === values[`column-${index}`]) ?? 'none',
      );
      const errors = doubles(meanings);
      if (Object.keys(errors).length > 0) return wrong(errors);
      await decideDraft(context.work, draft.id, { meanings });
      return go(base(context));
    },
    again: async (context, form) => columnsPage(context, await theDraft(context), form),
  });

  routes.staffAct('/desk/parents/import/:import/choices', {
    ...one,
    form: anyField,
    act: async (context, values) => {
      const draft = await theDraft(context);
      const scope = scopeField.catch(draft.scope).parse(values.scope);
      const ids = (await listClasses(context.work)).map((each) => each.id);
      const choices = new Map(draft.choices);
      for (let index = 0; `name-${index}` in values; index += 1) {
        const options: readonly ClassChoice[] = ['new', 'out', ...ids];
        const choice = options.find((each) => each === values[`class-${index}`]);
        if (choice) choices.set(foldClass(String(values[`name-${index}`])), choice);
      }
      await decideDraft(context.work, draft.id, { scope, choices });
      return go(base(context));
    },
    again: show,
  });

  routes.staffAct('/desk/parents/import/:import/confirm', {
    ...one,
    form: z.object({ digest: z.string() }),
    act: async (context, { digest }) => {
      const draft = await theDraft(context);
      const preview = await previewImport(context.work, draft);
      if (preview.digest !== digest) {
        return wrong({
          form: 'Something changed since you looked at this. Look at it again, then confirm it.',
        });
      }
      await confirmImport(context.work, draft.id, preview);
      return go(base(context), { done: 'confirmed' });
    },
    again: show,
  });
  routes.staffAct('/desk/parents/import/:import/drop', {
    ...one,
    form: z.object({}),
    act: async (context) => {
      await dropDraft(context.work, (await theDraft(context)).id);
      return go('/desk/parents', { done: 'dropped' });
    },
    again: show,
  });
  routes.staffAct('/desk/parents/import/:import/undo', {
    ...one,
    form: z.object({}),
    act: async (context) => {
      await undoImport(context.work, (await theImport(context)).id);
      return go(base(context));
    },
    again: show,
  });
}

/** Columns that are said to mean the same thing: one has to go. */
function doubles(meanings: readonly string[]): Readonly<Record<string, string>> {
  const again = meanings.flatMap((meaning, index) =>
    meaning !== 'none' && meanings.indexOf(meaning) < index
      ? [
          [
            `column-${index}`,
            'Another column means this already. Choose another meaning for one of them.',
          ] as const,
        ]
      : [],
  );
  return Object.fromEntries(again);
}
