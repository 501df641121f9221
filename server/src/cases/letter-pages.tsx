import { z } from 'zod';
import type { Page, StaffContext } from '../edge/contexts.ts';
import { readBlocks } from '../letters/blocks.ts';
import { contentToday } from '../letters/issue.ts';
import { Blocks, LetterView } from '../letters/letter-view.tsx';
import { LETTER_TEXT, type LetterId, SANCTION_LETTERS, SIDE_LETTERS } from '../letters/rules.ts';
import type { Letter } from '../letters/store.ts';
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
  Form,
  type FormState,
  InsetText,
  Notice,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { letterProblems } from './case-letters.ts';
import { answerBy } from './deadlines.ts';
import { dayValues } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref } from './guarded.ts';
import type { CaseId } from './ids.ts';
import { type CaseFile, caseFor } from './read.ts';
import { mayWork, type Person, wantsSecondSignature } from './visibility.ts';

export const letterParams = z.object({ id: idSchema<'case'>(), letter: idSchema<'letter'>() });
type Context = StaffContext<{ id: CaseId; letter: LetterId }>;

export interface Draft {
  readonly file: CaseFile;
  readonly letter: Letter;
  readonly problems: Readonly<Record<string, string>>;
}

/** Who writes and issues a letter: those who look into the case its first, the decider the outcome’s. */
export function mayWrite(person: Person, file: CaseFile, { kind }: Letter): boolean {
  if (kind === 'review') return file.facts.review?.reviewer === person.member;
  const decides = file.facts.decider === person.member;
  const reviews = SANCTION_LETTERS.has(kind) && file.facts.banReviewer === person.member;
  return kind === 'first-contact'
    ? mayWork(person, file.facts)
    : decides || reviews || mayWork(person, file.facts);
}
/** Who issues it: the same, but nobody while a second signature is wanted. */
export function mayIssue(person: Person, file: CaseFile, { kind }: Letter): boolean {
  if (kind === 'review') return file.facts.review?.reviewer === person.member;
  if (SANCTION_LETTERS.has(kind)) return false;
  if (SIDE_LETTERS.has(kind)) return mayWork(person, file.facts) || file.facts.decider === person.member;
  return kind === 'first-contact'
    ? mayWork(person, file.facts)
    : file.facts.decider === person.member && !wantsSecondSignature(file.facts);
}

/** A letter of a case as somebody sees it, with what is still wrong with it. */
export async function theDraft({ work, staff, params: { id, letter: letterId } }: Context): Promise<Draft> {
  const file = await caseFor(work, staff, id);
  const letter = file.letters.find((each) => each.id === letterId);
  if (!letter) throw notFound();
  return { file, letter, problems: await letterProblems(work, file, letter) };
}

const shell = (context: Context): CaseContext => ({ ...context, params: { id: context.params.id } });
/** The address of a case’s letter. */
export const letterHref = ({ id }: Pick<CaseFile, 'id'>, letter: LetterId) =>
  `${caseHref(id)}/letters/${letter}`;

/** The letter on the screen, and the button that issues it. */
export async function letterPage(context: Context, form: FormState): Promise<Page> {
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
        <LetterView
          content={await contentToday(work, letter)}
          sections={letter.sections}
          problems={problems}
        />
        {draft && (
          <>
            <ButtonGroup>
              {mayWrite(staff, file, letter) && (
                <ButtonLink href={`${href}/edit`} kind="secondary">
                  Change the words
                </ButtonLink>
              )}
              {mayWrite(staff, file, letter) && <a href={`${href}/word`}>Change it in Word</a>}
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
                <Checkbox
                  form={form}
                  name="sign"
                  label="Sign it with my name"
                  hint="Leave this open if you sign the printed letter by hand."
                />
                <p>After this the letter cannot be changed.</p>
                <Button>Issue the letter</Button>
              </Form>
            )}
            {SANCTION_LETTERS.has(letter.kind) && (
              <p>
                It goes out with its step. <a href={`${caseHref(file.id)}/sanctions`}>Back to the sanction</a>
              </p>
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

/** The parts of a letter that a person writes. */
export async function editPage(context: Context, form: FormState): Promise<Page> {
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

/** What a first letter offers. */
export async function firstPage(context: CaseContext, form: FormState): Promise<Page> {
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
