import { diffWords } from '@handbell/policy';
import { z } from 'zod';
import { type Answer, download, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { type CameBack, cameBack } from '../letters/from-word.ts';
import { contentToday, fileName, WORD_TYPE } from '../letters/issue.ts';
import type { LetterId } from '../letters/rules.ts';
import { notAllowed, notFound } from '../platform/web/refusal.ts';
import {
  Button,
  ButtonLink,
  emptyForm,
  FileUpload,
  Form,
  type FormState,
  InsetText,
  Tag,
  WarningText,
  WordChanges,
} from '../ui/index.ts';
import { letterProblems } from './case-letters.ts';
import { stepPage } from './frame.tsx';
import type { CaseId } from './ids.ts';
import { type Draft, letterHref, letterParams, mayWrite, theDraft } from './letter-pages.tsx';

type Context = StaffContext<{ id: CaseId; letter: LetterId }>;

/** The reader's own limit is 20 MB; a little more is let in, so that its plain message is what people see. */
const UPLOAD_LIMIT = 24 * 1024 * 1024;

const shell = (context: Context) => ({ ...context, params: { id: context.params.id } });

/** The draft, for somebody who may write it. */
async function theirDraft(context: Context): Promise<Draft> {
  const draft = await theDraft(context);
  if (draft.letter.state !== 'draft') throw notFound();
  if (!mayWrite(context.staff, draft.file, draft.letter)) throw notAllowed();
  return draft;
}

async function wordPage(context: Context, form: FormState): Promise<Page> {
  const { file, letter } = await theirDraft(context);
  const href = letterHref(file, letter.id);
  return stepPage(shell(context), file, {
    title: 'Change it in Word',
    form,
    children: (
      <>
        <h1>Change it in Word</h1>
        <ol class="govuk-list govuk-list--number">
          <li>Download the letter.</li>
          <li>Change the words in Word. Leave the headings as they are: they show which part is which.</li>
          <li>Bring the file back here. You see every change before it is kept.</li>
        </ol>
        <p>
          <ButtonLink href={`${href}/draft.docx`} kind="secondary">
            Download for Word
          </ButtonLink>
        </p>
        <Form action={`${href}/word`} once={context.once} multipart id="form">
          <FileUpload
            form={form}
            name="file"
            label="The changed letter"
            hint="The Word document (.docx) that you downloaded and changed."
            accept=".docx"
          />
          <Button>Look at the changes</Button>
        </Form>
      </>
    ),
  });
}

interface ChangesProps {
  readonly draft: Draft;
  readonly back: CameBack;
  readonly problems: Readonly<Record<string, string>>;
  readonly once: string;
}

function Changes({ draft: { file, letter }, back, problems, once }: ChangesProps) {
  const { parts, kept } = back;
  const changed = letter.sections.filter(({ id, text }) => parts[id] !== undefined && parts[id] !== text);
  return (
    <>
      {kept.length > 0 && (
        <WarningText>
          These parts stand in every such letter, so they stay as they were: {kept.join(', ')}.
        </WarningText>
      )}
      {changed.length === 0 && <p>No part that you can change is different.</p>}
      {changed.map(({ id, heading, text }) => (
        <section aria-labelledby={`changed-${id}`}>
          <h2 id={`changed-${id}`}>{heading || 'Opening'}</h2>
          {problems[id] !== undefined && (
            <p>
              <Tag kind="urgent">Change this</Tag> {problems[id]}
            </p>
          )}
          <WordChanges words={diffWords(text, parts[id] ?? '')} />
        </section>
      ))}
      {changed.length > 0 && (
        <Form action={`${letterHref(file, letter.id)}/edit`} once={once} id="form">
          <input type="hidden" name="version" value={`${letter.version}`} />
          {letter.largePrint && <input type="hidden" name="large" value="yes" />}
          {Object.entries(parts).map(([id, text]) => (
            <input type="hidden" name={`part-${id}`} value={text} />
          ))}
          <Button>Take these words into the letter</Button>
        </Form>
      )}
      <p>
        <a href={letterHref(file, letter.id)}>Leave the letter as it was</a>
      </p>
    </>
  );
}

/** The changes that came back, before any is kept. */
async function changesPage(context: Context, back: CameBack): Promise<Page> {
  const draft = await theirDraft(context);
  const { file, letter } = draft;
  const sections = letter.sections.map((section) => ({
    ...section,
    text: back.parts[section.id] ?? section.text,
  }));
  const problems = await letterProblems(context.work, file, { ...letter, sections });
  return stepPage(shell(context), file, {
    title: 'What changed in Word',
    form: emptyForm,
    children: (
      <>
        <h1>What changed in Word</h1>
        <InsetText>
          Nothing is kept yet. Words taken out are struck through, new words are underlined.
        </InsetText>
        <Changes draft={draft} back={back} problems={problems} once={context.once} />
      </>
    ),
  });
}

/** Reads what was sent, or says what is wrong with it and what to do. */
async function readBack(context: Context, sent: File): Promise<CameBack | string> {
  const { letter } = await theirDraft(context);
  // Loaded when it is needed: the readers of Word are large, and few letters go that way.
  const { PolicyImportError, readWord } = await import('@handbell/policy/import');
  try {
    const blocks = await readWord(new Uint8Array(await sent.arrayBuffer()));
    const back = cameBack(await contentToday(context.work, letter), letter.sections, blocks);
    return back.lost.length === 0
      ? back
      : `We could not find these headings in the file: ${back.lost.join(', ')}. Nothing was changed. Put each back on a line of its own, and bring the file again.`;
  } catch (error) {
    if (!(error instanceof PolicyImportError)) throw error;
    return 'We could not read this file as a Word document. Nothing was changed. Download the letter again, change it in Word, save it as .docx without a password, and bring that file.';
  }
}

/** A letter taken to Word and brought back. */
export function letterWordRoutes(routes: Routes): void {
  const page = '/desk/cases/:id/letters/:letter';
  routes.staffPage(`${page}/draft.docx`, {
    may: 'case.read',
    params: letterParams,
    show: async (context) => {
      const { letter } = await theirDraft(context);
      const { letterWord } = await import('../letters/word.ts');
      return download(
        await letterWord(await contentToday(context.work, letter)),
        WORD_TYPE,
        fileName(letter, 'docx'),
      );
    },
  });
  routes.staffPage(`${page}/word`, {
    may: 'case.read',
    params: letterParams,
    show: (context) => wordPage(context, emptyForm),
  });
  routes.staffAct(`${page}/word`, {
    may: 'case.read',
    params: letterParams,
    size: UPLOAD_LIMIT,
    repeatable: true,
    form: z.object({ file: z.instanceof(File, { error: 'Choose the changed letter' }) }),
    act: async (context, { file }): Promise<Answer> => {
      const back = await readBack(context, file);
      return typeof back === 'string' ? wrong({ file: back }) : changesPage(context, back);
    },
    again: wordPage,
  });
}
