import { z } from 'zod';
import { download, go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { Button, Checkboxes, emptyForm, Form, type FormState } from '../../ui/index.ts';
import { INTERPRETER_STRIP } from '../interpreter.ts';
import { PDF_TYPE } from '../issue.ts';
import { letterPdf } from '../pdf.ts';
import { DOCUMENT_KINDS } from '../rules.ts';
import type { Wording } from '../template.ts';
import { TEMPLATES } from '../templates.ts';
import { wholeWording, wordingFaults } from './check.ts';
import { editWordingPage, type KindContext, wordingHref } from './edit-page.tsx';
import { sampleContent, versionPage, wordingListPage, wordingPage } from './pages.tsx';
import { currentWording, saveWording, setStripLanguages, stripLanguages, versionsOf } from './store.ts';

const kindParams = z.object({ kind: z.enum(DOCUMENT_KINDS) });
const versionParams = kindParams.extend({ number: z.coerce.number().int().min(0).max(100_000) });
const version = z.coerce.number('Load the page again').int().min(0);
const anyField = z.union([z.string(), z.array(z.string())]).catch('');

const editForm = z
  .object({
    from: version,
    reason: z.string().trim().min(1, 'Say what you changed and why').max(300, 'Use 300 characters or fewer'),
  })
  .catchall(anyField);

const textIn = (values: Readonly<Record<string, unknown>>, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : other;
};

/** The wording in a form's fields; a part that the form did not have stays as Handbell's. */
function wordingIn(kind: KindContext['params']['kind'], values: Readonly<Record<string, unknown>>): Wording {
  return Object.fromEntries(
    TEMPLATES[kind].map(({ id, heading, text }) => [
      id,
      {
        heading: heading === '' ? '' : textIn(values, `heading-${id}`, heading),
        text: textIn(values, `part-${id}`, text),
      },
    ]),
  );
}

async function languagesPage(context: StaffContext<NoParams>, form: FormState): Promise<Page> {
  const chosen = [...(await stripLanguages(context.work))];
  return context.page({
    title: 'Languages of the line about interpreters',
    room: '/desk/letters',
    back: { href: '/desk/letters/templates', label: 'Words of letters' },
    errors: form.errors,
    children: (
      <>
        <h1>Languages of the line about interpreters</h1>
        <p>
          At the foot of every letter stands, in each language you choose, that an interpreter is free and to
          ask the office. Choose those that your families speak.
        </p>
        <Form action="/desk/letters/languages" once={context.once} id="form">
          <Checkboxes
            form={{ values: { languages: chosen, ...form.values }, errors: form.errors }}
            name="languages"
            label="Which languages?"
            items={INTERPRETER_STRIP.map(({ lang, text }) => ({
              value: lang,
              label: (
                <span lang={lang} dir="auto">
                  {text}
                </span>
              ),
            }))}
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

const LANGUAGES: ReadonlySet<string> = new Set(INTERPRETER_STRIP.map(({ lang }) => lang));
const languagesForm = z.object({
  languages: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((list) => (list ?? []).filter((lang) => LANGUAGES.has(lang))),
});

/** The school's own words for its documents: looked at, changed, compared, gone back to. */
export function wordingRoutes(routes: Routes): void {
  const page = '/desk/letters/templates';
  routes.staffPage(page, { may: 'letter.word', params: noParams, show: wordingListPage });
  routes.staffPage('/desk/letters/languages', {
    may: 'letter.word',
    params: noParams,
    show: (context) => languagesPage(context, emptyForm),
  });
  routes.staffAct('/desk/letters/languages', {
    may: 'letter.word',
    params: noParams,
    form: languagesForm,
    act: async ({ work }, { languages }) => {
      await setStripLanguages(work, languages);
      return go(page, { done: 'The languages are saved.' });
    },
    again: languagesPage,
  });
  routes.staffPage(`${page}/:kind`, { may: 'letter.word', params: kindParams, show: wordingPage });
  routes.staffPage(`${page}/:kind/preview.pdf`, {
    may: 'letter.word',
    params: kindParams,
    show: async (context) => {
      const { kind } = context.params;
      const { wording } = await currentWording(context.work, kind);
      const { content } = await sampleContent(context, kind, wording);
      const pdf = await letterPdf(content, context.work.now);
      return download(pdf, PDF_TYPE, `${kind}-example.pdf`, { inline: true });
    },
  });
  routes.staffPage(`${page}/:kind/edit`, {
    may: 'letter.word',
    params: kindParams,
    show: (context) => editWordingPage(context, emptyForm),
  });
  routes.staffAct(`${page}/:kind/edit`, {
    may: 'letter.word',
    params: kindParams,
    form: editForm,
    act: async ({ work, staff, params: { kind } }, { from, reason, ...values }) => {
      const wording = wordingIn(kind, values);
      const faults = Object.entries(wordingFaults(kind, wording));
      if (faults.length > 0)
        return wrong(Object.fromEntries(faults.map(([id, fault]) => [`part-${id}`, fault])));
      await saveWording(work, { kind, from, wording, reason, by: staff.member });
      return go(wordingHref(kind), { done: 'Your words are saved. New letters begin with them.' });
    },
    again: editWordingPage,
  });
  routes.staffPage(`${page}/:kind/versions/:number`, {
    may: 'letter.word',
    params: versionParams,
    show: versionPage,
  });
  routes.staffAct(`${page}/:kind/back`, {
    may: 'letter.word',
    params: kindParams,
    form: z.object({ from: version, to: version }),
    act: async ({ work, staff, params: { kind } }, { from, to }) => {
      const found = (await versionsOf(work, kind)).find((each) => each.version === to);
      if (!found && to !== 0) throw notFound();
      const wording = found ? wholeWording(kind, found.wording) : {};
      const reason = to === 0 ? 'Back to Handbell’s own words' : `Back to version ${to}`;
      await saveWording(work, { kind, from, wording, reason, by: staff.member });
      return go(wordingHref(kind), { done: `${reason}. New letters begin with these words.` });
    },
    again: (context) => wordingPage(context),
  });
}
