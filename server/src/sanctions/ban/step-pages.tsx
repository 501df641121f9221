import { letterProblems } from '../../cases/case-letters.ts';
import { dayValues } from '../../cases/fields.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { CaseFile } from '../../cases/read.ts';
import { caseFor } from '../../cases/read.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import { contentToday } from '../../letters/issue.ts';
import { LetterView } from '../../letters/letter-view.tsx';
import type { Letter } from '../../letters/store.ts';
import { listMembers, type Member } from '../../people/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  DateInput,
  Form,
  type FormState,
  Select,
  TextArea,
} from '../../ui/index.ts';
import { limitsOn } from './clock.ts';
import { banHref, theBan } from './context.ts';
import { banStepPage } from './frame.tsx';
import { isFreshReviewer } from './guards.ts';
import { letterFor } from './letters.ts';
import type { BanStepText } from './steps.ts';
import type { Ban } from './store.ts';

type Context = StaffContext<{ readonly id: CaseId }>;

/** Those who may look at a ban again: able to decide, in no conflict, and without a part in it so far. */
export async function reviewersOf(work: Work, file: CaseFile, ban: Ban): Promise<readonly Member[]> {
  return (await listMembers(work)).filter(
    ({ id, roles, state }) =>
      state === 'active' && isFreshReviewer({ member: id, roles }, file.facts, ban.facts),
  );
}

/** What a step asks before its letter is written. */
export async function stepFormPage(context: Context, step: BanStepText, form: FormState): Promise<Page> {
  const { work, once } = context;
  const { file, ban } = await theBan(context);
  const limits = limitsOn(await schoolCalendar(work), schoolDay(work.now));
  const start = Object.assign({}, ...step.days.map((day) => dayValues(day.name, day.start(limits))));
  const shown: FormState = { values: { ...start, ...form.values }, errors: form.errors };
  const reviewers = step.reviewer ? await reviewersOf(work, file, ban) : [];
  return banStepPage(context, file, {
    title: step.title,
    form,
    children: (
      <>
        <h1>{step.title}</h1>
        <p>{step.lead}</p>
        {step.reviewer && reviewers.length === 0 ? (
          <p>
            Nobody on your list of people can review it: it must be a Head Teacher, the Chair or a governor
            who had no part in it. <a href="/desk/people">Invite somebody first</a>
          </p>
        ) : (
          <Form action={`${banHref(file.id)}/${step.path}`} once={once} id="form">
            {step.days.map(({ name, label, hint }) => (
              <DateInput form={shown} name={name} label={label} hint={hint} />
            ))}
            {step.reviewer && (
              <Select
                form={shown}
                name="reviewer"
                label="Who looks at it afresh?"
                items={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {step.words && (
              <TextArea form={shown} name="words" label={step.words.label} hint={step.words.hint} rows={8} />
            )}
            <Button>Write the letter</Button>
          </Form>
        )}
      </>
    ),
  });
}

/** The draft that goes out with a step, if it has been written. */
export function draftOf(file: CaseFile, step: BanStepText): Letter | undefined {
  const kind = letterFor(step.act);
  return file.letters.find((letter) => letter.kind === kind && letter.state === 'draft');
}

/** The letter of a step on the screen, and the button that does the step and issues it. */
export async function stepLetterPage(context: Context, step: BanStepText, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const letter = draftOf(file, step);
  if (!letter) throw notFound();
  const problems = await letterProblems(work, file, letter);
  const fit = Object.keys(problems).length === 0;
  const href = `/desk/cases/${file.id}/letters/${letter.id}`;
  return banStepPage(context, file, {
    title: step.title,
    form,
    back: { href: `${banHref(file.id)}/${step.path}`, label: 'Days and reasons' },
    children: (
      <>
        <span class="hb-caption">{step.title}</span>
        <h1>Look at the letter</h1>
        <LetterView
          content={await contentToday(work, letter)}
          sections={letter.sections}
          problems={problems}
        />
        <ButtonGroup>
          <ButtonLink href={`${href}/edit`} kind="secondary">
            Change the words
          </ButtonLink>
          <a href={`${href}/preview.pdf`}>See it as it prints (PDF)</a>
        </ButtonGroup>
        {fit ? (
          <Form action={`${banHref(file.id)}/${step.path}/letter`} once={once} id="form">
            <input type="hidden" name="letterVersion" value={`${letter.version}`} />
            <Checkbox
              form={form}
              name="read"
              label="I have read this letter. It names no other person, and nothing in it points to who told us."
            />
            <p>After this the letter cannot be changed.</p>
            <Button>{step.button}</Button>
          </Form>
        ) : (
          <p>
            <strong>Some parts are not fit to go out yet. Change the words where it is marked.</strong>
          </p>
        )}
      </>
    ),
  });
}
