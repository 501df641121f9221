import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { keepFile } from '../../platform/files/store.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  emptyForm,
  FileUpload,
  Form,
  type FormState,
  TextArea,
} from '../../ui/index.ts';
import { policyInWork, startDraft } from '../drafts.ts';

/** The reader's own limit is 20 MB; a little more is let in, so that its plain message is what people see. */
const UPLOAD_LIMIT = 24 * 1024 * 1024;
const PASTE_LIMIT = 200_000;

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

const newPolicyForm = z.object({
  file: z.instanceof(File).optional(),
  text: z.string().max(PASTE_LIMIT, 'This is too long for a policy. Choose the file instead.').default(''),
});

/** The media type of a file that was read, by the ending of its name; a plain stream of bytes when it has none we know. */
function typeOf(name: string): string {
  return TYPES[/\.([a-z]{2,4})$/iu.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

async function newPolicyPage(context: StaffContext<NoParams>, form: FormState): Promise<Page> {
  const open = await policyInWork(context.work);
  const common = {
    title: 'Bring in your policy',
    room: '/desk/policy',
    back: { href: '/desk/policy', label: 'Policy' },
    errors: form.errors,
  };
  if (open) {
    return context.page({
      ...common,
      children: (
        <>
          <h1>Bring in your policy</h1>
          <EmptyState
            title={`You are working on version ${open.number}`}
            action={{ href: `/desk/policy/${open.id}`, label: `Go on with version ${open.number}` }}
          >
            <p>Finish it, or delete it, before you bring in another.</p>
          </EmptyState>
        </>
      ),
    });
  }
  return context.page({
    ...common,
    children: (
      <>
        <h1>Bring in your policy</h1>
        <p class="hb-lead">
          Give us the policy you have. We keep every word as it is, and show you what we understood.
        </p>
        <Form action="/desk/policy/new" once={context.once} multipart>
          <FileUpload
            form={form}
            name="file"
            label="Your policy’s file"
            hint="A Word document (.docx), a PDF, or a text, Markdown or web page (.txt, .md, .html) of up to 20 MB."
            accept=".docx,.pdf,.txt,.md,.html,.htm"
          />
          <TextArea
            form={form}
            name="text"
            label="Or paste its words"
            rows={8}
            hint="If you have no file, or it cannot be read."
            optional
          />
          <Button>Read it</Button>
        </Form>
        <h2>You have no policy yet?</h2>
        <p>
          <a href="/desk/policy/compose">Write one here</a>, clause by clause.
        </p>
        <p>
          <ButtonLink href="/desk/policy" kind="secondary">
            Cancel
          </ButtonLink>
        </p>
      </>
    ),
  });
}

/** Reads what was sent. Gives the draft's parts, or what to tell on the page. */
async function readPolicy(name: string, bytes: Uint8Array) {
  // Loaded when it is needed: the readers of Word and PDF are large, and a school needs them once a year.
  const { importPolicy, PolicyImportError } = await import('@handbell/policy/import');
  try {
    return await importPolicy({ name, bytes });
  } catch (error) {
    if (error instanceof PolicyImportError) return { problem: error.message };
    throw error;
  }
}

/** The pages where a school's own policy comes in. */
export function intakeRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/new', {
    may: 'policy.edit',
    params: noParams,
    show: (context) => newPolicyPage(context, emptyForm),
  });
  routes.staffAct('/desk/policy/new', {
    may: 'policy.edit',
    params: noParams,
    form: newPolicyForm,
    size: UPLOAD_LIMIT,
    act: async ({ work, staff }, { file, text }) => {
      const pasted = text.trim() !== '';
      if (!file && !pasted) return wrong({ file: 'Choose your policy’s file, or paste its words' });
      if (file && pasted) return wrong({ text: 'Choose a file or paste words, not both' });
      const name = file?.name ?? '';
      const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
      const read = await readPolicy(file ? name : 'Policy.txt', bytes);
      if ('problem' in read) return wrong({ [file ? 'file' : 'text']: read.problem });
      const kept = file && { id: await keepFile(work, { name, type: typeOf(name), bytes }), name };
      const { document, doubts } = read;
      const id = await startDraft(work, { document, doubts, ...(kept && { file: kept }) }, staff.member);
      return go(`/desk/policy/${id}`, { done: 'We have read your policy. Please look through it.' });
    },
    again: newPolicyPage,
  });
}
