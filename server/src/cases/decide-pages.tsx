import type { Page } from '../edge/contexts.ts';
import { NOTICE_TOPICS, TOPIC_TEXT } from '../groups/notices/topics.ts';
import {
  Button,
  Details,
  Fieldset,
  Form,
  type FormState,
  Name,
  Radios,
  Select,
  TextArea,
  UserText,
} from '../ui/index.ts';
import { answersOf } from './assess.ts';
import { Assessment } from './assessment-view.tsx';
import { comparableTo } from './comparable.ts';
import { Comparable } from './comparable-view.tsx';
import { DecisionView } from './decision-view.tsx';
import { decisionOf } from './decisions.ts';
import { stepPage } from './frame.tsx';
import { contactsOf } from './gather.ts';
import type { CaseContext } from './guarded.ts';
import { CONTACT_TEXT } from './kinds.ts';
import { namesOf } from './names.ts';
import { DEFAULT_WARNING_MONTHS, outcomesOf, WARNING_MONTHS } from './outcomes.ts';
import { type CaseFile, caseFor } from './read.ts';

/** The version that the form was first shown for stays in it when it comes back with errors. */
export function versionOf(form: FormState, file: CaseFile): string {
  const { version } = form.values;
  return typeof version === 'string' ? version : `${file.version}`;
}

const INTEREST = {
  name: 'interest',
  label: 'Do you have an interest in this case?',
  hint: 'Are the words about you? Are you related to somebody in it, close friends with them, or is your own child in the class?',
  items: [
    { value: 'none', label: 'No, I have none' },
    { value: 'some', label: 'Yes, or I am not sure' },
  ],
} as const;

function Override({ form, file, context }: { form: FormState; file: CaseFile; context: CaseContext }) {
  if (!file.facts.investigators.includes(context.staff.member)) return null;
  return (
    <TextArea
      form={form}
      name="overrideReason"
      label="You looked into this case yourself. Why can nobody else decide it?"
      hint="Whoever looks into a case should not decide it. Where the school is too small for that, give the reason here; another person must then sign beside you."
      rows={3}
    />
  );
}

/** What a decider reads first: the parent’s side and the assessment. */
export async function Papers({ context, file }: { context: CaseContext; file: CaseFile }) {
  const contacts = await contactsOf(context.work, file.id);
  return (
    <>
      <h2>What we have been told</h2>
      <UserText text={file.allegation} />
      {file.quoted !== '' && (
        <>
          <h3>The parent’s own words</h3>
          <UserText text={file.quoted} />
        </>
      )}
      <h2>The parent’s side</h2>
      {contacts.map(({ kind, words }) => (
        <>
          <h3>{CONTACT_TEXT[kind]}</h3>
          <UserText text={words} />
        </>
      ))}
      <Assessment answers={await answersOf(context.work, file.id)} href={undefined} />
    </>
  );
}

function Outcomes({ form, file }: { form: FormState; file: CaseFile }) {
  const outcomes = outcomesOf(file.cited.ladder);
  return (
    <Radios
      form={form}
      name="outcome"
      label="What do you decide?"
      hint="The first six are always possible. The steps after them are those of the policy, in its order."
      items={outcomes.map(({ key, label, condition, notHere, hint = notHere }) => ({
        value: key,
        label: condition === undefined ? label : `${label} (${condition})`,
        disabled: notHere !== undefined,
        ...(hint === undefined ? {} : { hint }),
      }))}
    />
  );
}

/** The page on which a case is decided. */
export async function decisionPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const { ladder } = file.cited;
  const start = {
    ...form,
    values: { months: `${DEFAULT_WARNING_MONTHS}`, standing: 'none', topic: 'purpose', ...form.values },
  };
  return stepPage(context, file, {
    title: 'Decide',
    form,
    children: (
      <>
        <h1>Decide</h1>
        <Papers context={context} file={file} />
        <Comparable clauses={await comparableTo(work, file.id)} />
        <Form action={context.request.path} once={once} id="form">
          <input type="hidden" name="version" value={versionOf(form, file)} />
          <Radios form={start} {...INTEREST} />
          <Select
            form={start}
            name="standing"
            label="Which step of the policy does this parent stand on already?"
            hint="Only a step that still counts. A warning that has ended does not."
            items={[
              { value: 'none', label: 'None' },
              ...outcomesOf(ladder)
                .filter(({ rung }) => rung > 0)
                .map(({ key, label }) => ({ value: key, label })),
            ]}
          />
          <Outcomes form={start} file={file} />
          <TextArea
            form={start}
            name="reasons"
            label="What are your reasons?"
            hint="Why this, and why nothing less would do. The parent will read them."
            rows={6}
          />
          <TextArea
            form={start}
            name="expected"
            label="What do you ask of the parent from now on?"
            optional
            hint="For advice and warnings: in words somebody can follow."
            rows={3}
          />
          <Fieldset legend="If you go up more than one step at once">
            <TextArea
              form={start}
              name="jumpReason"
              label="Why would a smaller step not do?"
              optional
              rows={3}
            />
          </Fieldset>
          <Select
            form={start}
            name="topic"
            label="For a reminder to the group: what is it about?"
            hint="The words come from a fixed list. Nothing about anybody can be in them."
            items={NOTICE_TOPICS.map((value) => ({ value, label: TOPIC_TEXT[value].label }))}
          />
          <Radios
            form={start}
            name="months"
            label="For a warning: how long does it count?"
            items={WARNING_MONTHS.map((months) => ({ value: `${months}`, label: `${months} months` }))}
          />
          <Override form={start} file={file} context={context} />
          <p>You can withdraw the decision until its letter is issued.</p>
          <Button>Record the decision</Button>
        </Form>
      </>
    ),
  });
}

/** The page that ends a case with no further action. */
export async function nothingPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  return stepPage(context, file, {
    title: 'No further action',
    form,
    children: (
      <>
        <h1>End it with no further action</h1>
        <p>
          Nothing is held against the parent. Once the case is closed, only who looked into it, who decided it
          and the Head can open its record, or whoever stands in for the Head. It is removed a year later. If
          the parent was spoken to, a short letter tells them.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <input type="hidden" name="version" value={versionOf(form, file)} />
          <Radios form={form} {...INTEREST} />
          <TextArea form={form} name="reasons" label="What are your reasons?" rows={4} />
          <Override form={form} file={file} context={context} />
          <Button>Record no further action</Button>
        </Form>
      </>
    ),
  });
}

/** The page on which a second person signs. */
export async function countersignPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const decision = await decisionOf(work, file.id);
  const name = await namesOf(work);
  return stepPage(context, file, {
    title: 'Sign the decision',
    form,
    children: (
      <>
        <h1>Sign the decision</h1>
        <p>
          <Name>{name(decision?.decidedBy)}</Name> looked into this case and decided it. Sign only if you have
          read the papers, find the decision fair, and have no interest in the case yourself.
        </p>
        <Papers context={context} file={file} />
        {decision && <DecisionView decision={decision} name={name} cited={file.cited} />}
        <Form action={context.request.path} once={once} id="form">
          <input type="hidden" name="version" value={versionOf(form, file)} />
          <Radios form={form} {...INTEREST} />
          <Button>Sign the decision</Button>
        </Form>
        <Details summary="If you do not want to sign">
          <p>Leave this page and talk with the person who decided. They can withdraw the decision.</p>
        </Details>
      </>
    ),
  });
}
