import { z } from 'zod';
import { type Page, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import {
  Button,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  Radios,
  TextArea,
} from '../ui/index.ts';
import { ACCOUNT_SOURCES, CONTACT_KINDS } from './codes.ts';
import { answerBy } from './deadlines.ts';
import { anyField, dayValues, readDay, text } from './fields.ts';
import { stepPage } from './frame.tsx';
import { recordAccount, recordContact } from './gather.ts';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { ACCOUNT_HOW, CONTACT_HOW, HOW_TEXT, SOURCE_TEXT } from './kinds.ts';
import { partiesOf } from './parties.ts';
import { type CaseFile, caseFor } from './read.ts';

/** What the Head must know before looking into a case themselves (rule 11). */
export function DeciderNote({ file, context }: { file: CaseFile; context: CaseContext }) {
  const { facts } = file;
  const decides = facts.decider === context.staff.member;
  if (!decides || facts.investigators.includes(context.staff.member)) return null;
  return (
    <InsetText>
      You are to decide this case. Whoever looks into a case should not decide it: ask somebody else to do
      this if you can.
    </InsetText>
  );
}

async function accountPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const today = dayValues('on', schoolDay(work.now));
  const start = { ...form, values: { ...today, ...form.values } };
  return stepPage(context, file, {
    title: 'Record an account',
    form,
    children: (
      <>
        <h1>Record an account</h1>
        <DeciderNote file={file} context={context} />
        <p>
          Write what they told you, as near to their own words as you can. The school does not join a group,
          look through one or ask anybody to watch one: take only what somebody brings.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={start}
            name="source"
            label="Who gave the account?"
            items={ACCOUNT_SOURCES.map((value) => ({ value, label: SOURCE_TEXT[value] }))}
          />
          <Radios
            form={start}
            name="how"
            label="How?"
            items={ACCOUNT_HOW.map((value) => ({ value, label: HOW_TEXT[value] }))}
          />
          <DateInput form={start} name="on" label="On which day?" />
          <TextArea
            form={start}
            name="words"
            label="What did they say?"
            hint="Facts first. If you add what you think yourself, say that it is yours."
            rows={8}
          />
          <Button>Keep the account</Button>
        </Form>
      </>
    ),
  });
}

const accountForm = z
  .object({
    source: z.enum(ACCOUNT_SOURCES, 'Say who gave the account'),
    how: z.enum(ACCOUNT_HOW, 'Say how they gave it'),
    words: text('Write what they said'),
  })
  .catchall(anyField);

async function contactPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const subject = (await partiesOf(work, params.id)).find(({ part }) => part === 'subject');
  const today = schoolDay(work.now);
  const reply = answerBy(await schoolCalendar(work), today);
  const start = {
    ...form,
    values: { ...dayValues('on', today), ...dayValues('reply', reply), ...form.values },
  };
  return stepPage(context, file, {
    title: 'Record a contact with the parent',
    form,
    children: (
      <>
        <h1>Record a contact with the parent</h1>
        <DeciderNote file={file} context={context} />
        <ul>
          <li>Begin with a conversation. Say that nothing has been decided.</li>
          <li>Never say who raised it, and never show somebody else’s phone.</li>
          <li>Ask once what would make it easier: an interpreter, a companion, another time.</li>
        </ul>
        {subject?.needs !== '' && <InsetText>What they asked for: {subject?.needs}</InsetText>}
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={start}
            name="kind"
            label="What happened?"
            items={[
              {
                value: 'heard',
                label: 'I heard the parent’s side',
                conditional: (
                  <Radios
                    form={start}
                    name="ownWords"
                    label="Do they say that the words are theirs?"
                    items={[
                      { value: 'yes', label: 'Yes' },
                      { value: 'no', label: 'No, or it did not come up' },
                    ]}
                  />
                ),
              },
              { value: 'attempt', label: 'I tried to reach them, and could not' },
              {
                value: 'invitation',
                label: 'I invited them in writing',
                conditional: (
                  <DateInput form={start} name="reply" label="By when did you ask for an answer?" />
                ),
              },
            ]}
          />
          <Radios
            form={start}
            name="how"
            label="How?"
            items={CONTACT_HOW.map((value) => ({ value, label: HOW_TEXT[value] }))}
          />
          <DateInput form={start} name="on" label="On which day?" />
          <TextArea
            form={start}
            name="words"
            label="What did they say, or what did you do?"
            hint="The parent may read this. Say whether they agree with your summary."
            rows={8}
          />
          <Button>Keep the record</Button>
        </Form>
      </>
    ),
  });
}

const contactForm = z
  .object({
    kind: z.enum(CONTACT_KINDS, 'Say what happened'),
    how: z.enum(CONTACT_HOW, 'Say how'),
    ownWords: z.enum(['yes', 'no']).optional(),
    words: text('Write what they said, or what you did'),
  })
  .catchall(anyField);

/** Accounts gathered from those involved, and contacts with the parent. */
export function gatherRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/account', {
    may: 'case.work',
    params: caseParams,
    show: (context) => accountPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/account', {
    may: 'case.work',
    params: caseParams,
    form: accountForm,
    act: ({ work, staff, params }, { source, how, words, ...rest }) => {
      const on = readDay(rest, 'on', 'past', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      return tried(async () => {
        await recordAccount(work, staff, params.id, { source, how, words, givenOn: on.day });
        return caseHref(params.id);
      }, 'The account is kept.');
    },
    again: accountPage,
  });
  routes.staffPage('/desk/cases/:id/contact', {
    may: 'case.work',
    params: caseParams,
    show: (context) => contactPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/contact', {
    may: 'case.work',
    params: caseParams,
    form: contactForm,
    act: ({ work, staff, params }, { kind, how, ownWords, words, ...rest }) => {
      const on = readDay(rest, 'on', 'past', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      const reply = kind === 'invitation' ? readDay(rest, 'reply', 'future', on.day) : undefined;
      if (reply && 'errors' in reply) return wrong(reply.errors);
      if (kind === 'heard' && !ownWords)
        return wrong({ ownWords: 'Say whether they say that the words are theirs' });
      return tried(async () => {
        await recordContact(work, staff, params.id, {
          kind,
          how,
          words,
          happenedOn: on.day,
          replyBy: reply?.day,
          ownWords: kind === 'heard' && ownWords === 'yes',
        });
        return caseHref(params.id);
      }, 'The contact is on record.');
    },
    again: contactPage,
  });
}
