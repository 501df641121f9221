import { z } from 'zod';
import type { Page } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { PaperLinks } from '../../letters/paper-links.tsx';
import { idSchema } from '../../platform/ids.ts';
import { notAllowed } from '../../platform/web/refusal.ts';
import {
  Button,
  Checkboxes,
  Details,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  Name,
  Radios,
  SummaryList,
  TextArea,
  UserText,
  WarningText,
} from '../../ui/index.ts';
import { ADVICE_TEXT } from '../code-text.ts';
import { ADVICE_SOURCES } from '../codes.ts';
import { sentence, text, ticked } from '../fields.ts';
import { stepPage } from '../frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from '../guarded.ts';
import { type NameOf, namesOf } from '../names.ts';
import { caseColleagues } from '../people-acts.ts';
import { caseFor } from '../read.ts';
import { mayWork } from '../visibility.ts';
import { askLawyer, type KeptRequest, type LegalRequest, recordAdvice, requestsFor } from './store.ts';

const PARTS: readonly { readonly name: keyof LegalRequest; readonly label: string; readonly hint: string }[] =
  [
    { name: 'question', label: 'What do you ask?', hint: 'One question, in a sentence or two.' },
    { name: 'chronology', label: 'What happened, in order?', hint: 'Days and facts.' },
    { name: 'words', label: 'Which words is it about?', hint: 'As they were written.' },
    {
      name: 'reach',
      label: 'Who has read them, as far as you know?',
      hint: 'The group, how many, passed on where.',
    },
    {
      name: 'harm',
      label: 'What harm is there, and how do you know?',
      hint: 'To whom. An opinion alone is no harm.',
    },
    {
      name: 'remedy',
      label: 'What would put it right?',
      hint: 'For example: words taken back, or nothing more of it.',
    },
    { name: 'budget', label: 'Who agreed to the cost?', hint: 'Name and role, or that there is none.' },
  ];

interface RequestProps {
  readonly request: KeptRequest;
  readonly name: NameOf;
  readonly context: CaseContext;
  readonly form: FormState;
}

function RequestView({ request, name, context, form }: RequestProps) {
  const { id, source, access, askedBy, askedAt, answer, answeredAt } = request;
  return (
    <section aria-labelledby={`request-${id}`}>
      <h2 id={`request-${id}`}>Asked on {formatDate(askedAt)}</h2>
      <SummaryList
        rows={[
          { key: 'Of', value: ADVICE_TEXT[source] },
          { key: 'Asked by', value: <Name>{name(askedBy)}</Name> },
          { key: 'May be read by', value: access.map((member) => name(member)).join(', ') },
          ...PARTS.flatMap((part) =>
            request[part.name] === ''
              ? []
              : [{ key: part.label, value: <UserText text={request[part.name]} /> }],
          ),
          ...(answeredAt
            ? [{ key: `Advice, ${formatDate(answeredAt)}`, value: <UserText text={answer} /> }]
            : []),
        ]}
      />
      <p>
        <PaperLinks
          name="The request to send"
          href={`${caseHref(context.params.id)}/legal`}
          query={`paper=${id}`}
        />
      </p>
      <Details summary={answeredAt ? 'Write the advice anew' : 'The advice has come'}>
        <Form action={`${caseHref(context.params.id)}/legal/answer`} once={context.once}>
          <input type="hidden" name="request" value={id} />
          <TextArea form={form} name="answer" label="What is the advice?" rows={5} />
          <Button kind="secondary">Keep the advice</Button>
        </Form>
      </Details>
    </section>
  );
}

async function legalPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  if (!mayWork(staff, file.facts) && file.facts.decider !== staff.member) throw notAllowed();
  const name = await namesOf(work);
  const requests = await requestsFor(work, staff, file.id);
  const colleagues = (await caseColleagues(work, file.facts)).filter(({ member }) => member !== staff.member);
  return stepPage(context, file, {
    title: 'Legal advice',
    form,
    children: (
      <>
        <h1>Legal advice</h1>
        <WarningText>
          Confidential and privileged: written to get legal advice. Keep it out of every other note, letter
          and mail of this case.
        </WarningText>
        {requests.map((request) => (
          <RequestView request={request} name={name} context={context} form={form} />
        ))}
        <h2>Ask for advice</h2>
        <p>
          Only you and the people you choose can read the request and what comes back. A school may have no
          good name of its own that the law protects. A person has one, and the harm to it may have to be
          serious.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <Radios
            form={form}
            name="source"
            label="Whom do you ask?"
            items={ADVICE_SOURCES.map((value) => ({ value, label: ADVICE_TEXT[value] }))}
          />
          {PARTS.map(({ name: field, label, hint }) => (
            <TextArea form={form} name={field} label={label} hint={hint} rows={3} />
          ))}
          {colleagues.length > 0 && (
            <Checkboxes
              form={form}
              name="access"
              label="Who else may read it?"
              items={colleagues.map(({ member, name: label }) => ({
                value: member,
                label: <Name>{label}</Name>,
              }))}
            />
          )}
          <Button>Keep the request</Button>
        </Form>
      </>
    ),
  });
}

const askForm = z.object({
  source: z.enum(ADVICE_SOURCES, 'Choose whom you ask'),
  question: sentence('Write your question'),
  chronology: text('Write what happened, in order'),
  words: text('Write the words it is about'),
  reach: text('Say who has read them, or that you do not know'),
  harm: text('Say what harm there is, or that you know of none'),
  remedy: text('Say what would put it right'),
  budget: text('Say who agreed to the cost, or that there is none'),
  access: ticked.pipe(z.array(idSchema<'member'>())),
});

/** Legal advice of a case: asked for and answered, apart from everything else (S57, D17). */
export function legalRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/legal', {
    may: 'case.read',
    params: caseParams,
    show: (context) => legalPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/legal', {
    may: 'case.read',
    params: caseParams,
    form: askForm,
    act: async ({ work, staff, params }, { source, access, ...request }) => {
      const file = await caseFor(work, staff, params.id);
      const colleagues = await caseColleagues(work, file.facts);
      const allowed = access.filter((member) => colleagues.some((each) => each.member === member));
      return tried(async () => {
        await askLawyer(work, staff, params.id, source, allowed, request);
        return `${caseHref(params.id)}/legal`;
      }, undefined);
    },
    again: legalPage,
  });
  routes.staffAct('/desk/cases/:id/legal/answer', {
    may: 'case.read',
    params: caseParams,
    form: z.object({ request: idSchema<'case-legal'>(), answer: text('Write the advice') }),
    act: ({ work, staff, params }, { request, answer }) =>
      tried(async () => {
        await recordAdvice(work, staff, params.id, request, answer);
        return `${caseHref(params.id)}/legal`;
      }, undefined),
    again: legalPage,
  });
}
