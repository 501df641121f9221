import { z } from 'zod';
import { download, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { readBlocks } from '../letters/blocks.ts';
import { contentToday, fileName, PDF_TYPE } from '../letters/issue.ts';
import { Blocks, LetterView } from '../letters/letter-view.tsx';
import { letterPdf } from '../letters/pdf.ts';
import { LETTER_TEXT, type LetterId } from '../letters/rules.ts';
import { type Letter, saveSections } from '../letters/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { notAllowed, notFound } from '../platform/web/refusal.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  Notice,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { draftCaseLetter, letterProblems } from './case-letters.ts';
import { answerBy } from './deadlines.ts';
import { issueFirstLetter, issueOutcome } from './decide.ts';
import { decisionRecord } from './decision-record.ts';
import { anyField, dayValues, line, optionalLine, readDay, versionField } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import type { CaseId } from './ids.ts';
import { type CaseFile, caseFor } from './read.ts';
import { mayWork, type Person, wantsSecondSignature } from './visibility.ts';

const params = z.object({ id: idSchema<'case'>(), letter: idSchema<'letter'>() });
type Context = StaffContext<{ id: CaseId; letter: LetterId }>;

interface Draft {
  readonly file: CaseFile;
  readonly letter: Letter;
  readonly problems: Readonly<Record<string, string>>;
}

/** Who writes and issues a letter: those who look into the case its first, the decider the outcome’s. */
function mayWrite(person: Person, file: CaseFile, { kind }: Letter): boolean {
  const decides = file.facts.decider === person.member;
  return kind === 'first-contact' ? mayWork(person, file.facts) : decides || mayWork(person, file.facts);
}
function mayIssue(person: Person, file: CaseFile, { kind }: Letter): boolean {
  return kind === 'first-contact'
    ? mayWork(person, file.facts)
    : file.facts.decider === person.member && !wantsSecondSignature(file.facts);
}

async function theDraft({ work, staff, params: { id, letter: letterId } }: Context): Promise<Draft> {
  const file = await caseFor(work, staff, id);
  const letter = file.letters.find((each) => each.id === letterId);
  if (!letter) throw notFound();
  return { file, letter, problems: await letterProblems(work, file, letter) };
}

const shell = (context: Context): CaseContext => ({ ...context, params: { id: context.params.id } });
const letterHref = ({ id }: Pick<CaseFile, 'id'>, letter: LetterId) => `${caseHref(id)}/letters/${letter}`;

async function letterPage(context: Context, form: FormState): Promise<Page> {
  const { file, letter, problems } = await theDraft(context);
  const { work, staff, once, flash } = context;
  const href = letterHref(file, letter.id);
  const draft = letter.state === 'draft';
  const wrongParts = Object.keys(problems).length > 0;
  return stepPage(shell(context), file, {
    title: LETTER_TEXT[letter.kind].name,
    form,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <span class="hb-caption">Letter: {LETTER_TEXT[letter.kind].name}</span>
        <h1>Look at the letter</h1>
        {!draft && (
          <InsetText>
            This letter is issued. <a href={`/desk/letters/${letter.id}`}>Print it</a>
          </InsetText>
        )}
        <LetterView content={contentToday(work, letter)} sections={letter.sections} problems={problems} />
        {draft && (
          <>
            <ButtonGroup>
              {mayWrite(staff, file, letter) && (
                <ButtonLink href={`${href}/edit`} kind="secondary">
                  Change the words
                </ButtonLink>
              )}
              <a href={`${href}/preview.pdf`}>See it as it prints (PDF)</a>
            </ButtonGroup>
            {mayIssue(staff, file, letter) && !wrongParts && (
              <Form action={`${href}/issue`} once={once} id="form">
                <input type="hidden" name="version" value={`${file.version}`} />
                <input type="hidden" name="letterVersion" value={`${letter.version}`} />
                <Checkbox
                  form={form}
                  name="read"
                  label="I have read this letter. It does not name the person who told us, and nothing in it points to them."
                />
                <p>After this the letter cannot be changed.</p>
                <Button>Issue the letter</Button>
              </Form>
            )}
            {wrongParts && (
              <p>
                <strong>Some parts are not fit to go out yet. Change the words where it is marked.</strong>
              </p>
            )}
          </>
        )}
      </>
    ),
  });
}

async function editPage(context: Context, form: FormState): Promise<Page> {
  const { file, letter, problems } = await theDraft(context);
  if (letter.state !== 'draft') throw notFound();
  if (!mayWrite(context.staff, file, letter)) throw notAllowed();
  const texts = Object.fromEntries(letter.sections.map(({ id, text }) => [`part-${id}`, text]));
  const errors = Object.fromEntries(Object.entries(problems).map(([id, problem]) => [`part-${id}`, problem]));
  const values: FormState['values'] = {
    ...texts,
    ...(letter.largePrint ? { large: 'yes' } : {}),
    ...form.values,
  };
  const shown = {
    values,
    errors: { ...(Object.keys(form.values).length === 0 ? errors : {}), ...form.errors },
  };
  const { version: typed } = form.values;
  const version = typeof typed === 'string' ? typed : `${letter.version}`;
  return stepPage(shell(context), file, {
    title: 'Change the words',
    form,
    children: (
      <>
        <h1>Change the words</h1>
        <p>
          What is set apart below stands in every such letter and cannot be changed. An empty line begins a
          new paragraph; a line that begins with a hyphen is an item of a list.
        </p>
        <Form action={context.request.path} once={context.once} id="form">
          <input type="hidden" name="version" value={version} />
          {letter.sections.map(({ id, heading, hint, text, locked }) =>
            locked ? (
              <InsetText>
                {heading !== '' && (
                  <p>
                    <strong>{heading}</strong>
                  </p>
                )}
                <Blocks blocks={readBlocks(text)} />
              </InsetText>
            ) : (
              <TextArea form={shown} name={`part-${id}`} label={heading || 'Opening'} hint={hint} rows={6} />
            ),
          )}
          <Checkbox form={shown} name="large" label="Large print" hint="18 point, for readers who need it." />
          <Button>Save and look at the letter</Button>
        </Form>
      </>
    ),
  });
}

async function firstPage(context: CaseContext, form: FormState): Promise<Page> {
  const {
    work,
    staff,
    params: { id },
    once,
  } = context;
  const file = await caseFor(work, staff, id);
  const reply = answerBy(await schoolCalendar(work), schoolDay(work.now));
  const start = { ...form, values: { ...dayValues('reply', reply), ...form.values } };
  return stepPage(context, file, {
    title: 'Write a first letter',
    form,
    children: (
      <>
        <h1>Write a first letter</h1>
        <p>
          It says what was raised, that nothing is decided, and offers to talk. Given to the parent, it stands
          as the written invitation.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <TextInput
            form={start}
            name="time1"
            label="First time you offer"
            hint="Such as: Thursday 11 March at 3.30pm, in school."
          />
          <TextInput form={start} name="time2" label="Second time you offer" />
          <TextInput form={start} name="time3" label="Third time you offer" optional />
          <DateInput form={start} name="reply" label="By when do you ask for an answer?" />
          <Button>Write the letter</Button>
        </Form>
      </>
    ),
  });
}

const firstForm = z
  .object({ time1: line('Offer a time'), time2: line('Offer a second time'), time3: optionalLine })
  .catchall(anyField);

/** The parts that somebody wrote, from the fields of the form. */
function partsOf(
  letter: Letter,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    letter.sections.flatMap(({ id, locked }) => {
      const value = values[`part-${id}`];
      return locked || typeof value !== 'string' ? [] : [[id, value]];
    }),
  );
}

/** A case's letters: begun, looked at, changed, issued; and the record of its decision. */
export function caseLetterRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/first-letter', {
    may: 'case.work',
    params: caseParams,
    show: (context) => firstPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/first-letter', {
    may: 'case.work',
    params: caseParams,
    form: firstForm,
    act: async (context, { time1, time2, time3, ...rest }) => {
      const { work, staff, params: own, services } = context;
      const reply = readDay(rest, 'reply', 'future', schoolDay(work.now));
      if ('errors' in reply) return wrong(reply.errors);
      const file = await caseFor(work, staff, own.id, true);
      if (!mayWork(staff, file.facts) || file.state !== 'parent-contact') throw notAllowed();
      const times = [time1, time2, time3].filter((time) => time !== '');
      const more = { times, replyBy: reply.day };
      const id = await draftCaseLetter(work, staff, file, 'first-contact', services.origin, more);
      return { kind: 'go', to: letterHref(file, id), flash: undefined };
    },
    again: firstPage,
  });
  routes.staffPage('/desk/cases/:id/letters/:letter', {
    may: 'case.read',
    params,
    show: (context) => letterPage(context, emptyForm),
  });
  routes.staffPage('/desk/cases/:id/letters/:letter/preview.pdf', {
    may: 'case.read',
    params,
    show: async (context) => {
      const { letter } = await theDraft(context);
      const pdf = await letterPdf(contentToday(context.work, letter), context.work.now);
      return download(pdf, PDF_TYPE, fileName(letter, 'pdf'), { inline: true });
    },
  });
  routes.staffPage('/desk/cases/:id/letters/:letter/edit', {
    may: 'case.read',
    params,
    show: (context) => editPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/letters/:letter/edit', {
    may: 'case.read',
    params,
    form: z.object({ version: versionField, large: z.literal('yes').optional() }).catchall(anyField),
    act: async (context, { version, large, ...rest }) => {
      const { file, letter } = await theDraft(context);
      if (!mayWrite(context.staff, file, letter)) throw notAllowed();
      const parts = partsOf(letter, rest);
      const sections = letter.sections.map((section) => ({
        ...section,
        text: parts[section.id] ?? section.text,
      }));
      const problems = await letterProblems(context.work, file, { kind: letter.kind, sections });
      const errors = Object.entries(problems).map(([id, problem]) => [`part-${id}`, problem] as const);
      if (errors.length > 0) return wrong(Object.fromEntries(errors));
      await saveSections(context.work, letter.id, version, parts, large === 'yes');
      return { kind: 'go', to: letterHref(file, letter.id), flash: { done: 'The words are saved.' } };
    },
    again: editPage,
  });
  routes.staffAct('/desk/cases/:id/letters/:letter/issue', {
    may: 'case.read',
    params,
    form: z.object({
      version: versionField,
      letterVersion: versionField,
      read: z.literal('yes', 'Read the letter, and tick the box to say so'),
    }),
    act: async (context, { version, letterVersion }) => {
      const { work, staff } = context;
      const { file, letter } = await theDraft(context);
      if (!mayIssue(staff, file, letter)) throw notAllowed();
      return tried(async () => {
        if (letter.kind === 'first-contact') {
          await issueFirstLetter(work, staff, file.id, letter.id, letterVersion);
        } else {
          await issueOutcome(work, staff, file.id, { version, letterVersion });
        }
        return caseHref(file.id);
      }, 'The letter is issued. The office can print it now.');
    },
    again: letterPage,
  });
  routes.staffPage('/desk/cases/:id/record.pdf', {
    may: 'case.read',
    params: caseParams,
    show: async ({ work, staff, params: own }) => {
      const file = await caseFor(work, staff, own.id);
      const pdf = await decisionRecord(work, file);
      return download(pdf, PDF_TYPE, `${file.reference}-decision-record.pdf`, { inline: true });
    },
  });
}
