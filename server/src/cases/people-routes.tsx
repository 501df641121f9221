import { z } from 'zod';
import type { Page } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { ROLE_TEXT } from '../people/roles.ts';
import { idSchema } from '../platform/ids.ts';
import { notAllowed, notFound } from '../platform/web/refusal.ts';
import { Button, emptyForm, Form, type FormState, Name, Radios, TextArea, TextInput } from '../ui/index.ts';
import { line, namingForm, optionalLine, optionalText, text } from './fields.ts';
import { stepPage } from './frame.tsx';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { namesOf } from './names.ts';
import { changeParty, partiesOf } from './parties.ts';
import {
  appoint,
  type Candidate,
  deciderCandidates,
  declareInterest,
  hasLeft,
  investigatorCandidates,
  nameDecider,
} from './people-acts.ts';
import { caseFor } from './read.ts';
import { hasEnded } from './states.ts';
import { mayWork } from './visibility.ts';

const choices = (people: readonly Candidate[]) =>
  people.map(({ member, name, roles }) => ({
    value: member,
    label: <Name>{name}</Name>,
    hint: roles.map((role) => ROLE_TEXT[role].name).join(', '),
  }));

async function peoplePage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const name = await namesOf(work);
  const deciders = (await deciderCandidates(work, file.facts)).filter(
    ({ member }) => member !== file.facts.decider,
  );
  const { decider } = file.facts;
  const open = !decider || decider === staff.member || (await hasLeft(work, decider));
  const lookers = (await investigatorCandidates(work, file.facts)).filter(
    ({ member }) => member !== file.facts.handler,
  );
  return stepPage(context, file, {
    title: 'People of this case',
    form,
    children: (
      <>
        <h1>People of this case</h1>
        <h2>Who looks into it</h2>
        <p>
          At present: <Name>{name(file.facts.handler)}</Name>. Whoever you ask sees this case from then on.
        </p>
        {lookers.length === 0 ? (
          <p>There is nobody else who could.</p>
        ) : (
          <Form action={`${caseHref(file.id)}/people/appoint`} once={once} id="form">
            <Radios form={form} name="looker" label="Ask somebody to look into it" items={choices(lookers)} />
            <Button kind="secondary">Ask them</Button>
          </Form>
        )}
        <h2>Who decides</h2>
        <p>
          At present: <Name>{name(file.facts.decider)}</Name>. The Head Teacher decides; the Chair when the
          Head cannot. When neither can, name an alternate: the vice-chair, or a governor of another school.
          Invite them with the role of governor first.
        </p>
        {!open && <p>Only they can pass it on, or leave it by declaring an interest.</p>}
        {open && deciders.length === 0 && <p>There is nobody else yet who could.</p>}
        {open && deciders.length > 0 && (
          <Form action={`${caseHref(file.id)}/people/decider`} once={once}>
            <input type="hidden" name="version" value={`${file.version}`} />
            <Radios form={form} name="member" label="Name who decides" items={choices(deciders)} />
            <Button kind="secondary">Name them</Button>
          </Form>
        )}
      </>
    ),
  });
}

async function interestPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  return stepPage(context, file, {
    title: 'I have an interest in this case',
    form,
    children: (
      <>
        <h1>I have an interest in this case</h1>
        <p>
          Say so when the words are about you, when you are related to somebody in it or close friends with
          them, or when your own child is in the class. You will not see the case any more. If you were to
          decide it, somebody else will.
        </p>
        <p>If you are not sure, it is safer to leave it to somebody else.</p>
        <Form action={context.request.path} once={once} id="form">
          <TextArea
            form={form}
            name="note"
            label="What is your interest?"
            hint="A sentence for the record."
            rows={3}
          />
          <Button kind="warning">Leave this case</Button>
        </Form>
      </>
    ),
  });
}

async function parentPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  if (!mayWork(staff, file.facts)) throw notAllowed();
  const subject = (await partiesOf(work, file.id)).find(({ part }) => part === 'subject');
  if (!subject) throw notFound();
  const { name, address, email, phone, needs } = subject;
  const start = { ...form, values: { name, address, email, phone, needs, ...form.values } };
  return stepPage(context, file, {
    title: 'The parent',
    form,
    children: (
      <>
        <h1>The parent</h1>
        <Form action={context.request.path} once={once} id="form">
          <TextInput form={start} name="name" label="Name" hint="As they write it themselves." />
          <TextArea form={start} name="address" label="Address for letters" optional rows={4} />
          <TextInput form={start} name="phone" label="Phone" type="tel" width={20} optional />
          <TextInput form={start} name="email" label="Email" type="email" optional />
          <TextArea
            form={start}
            name="needs"
            label="What would make it easier for them to take part?"
            optional
            hint="Ask everybody once: an interpreter, large print, a companion, questions in writing beforehand."
            rows={3}
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

const parentForm = z.object({
  name: line('Enter the name of the parent'),
  address: optionalText,
  email: optionalLine,
  phone: optionalLine,
  needs: optionalText,
});

/** Who has a part in a case, and how the parent can be reached. */
export function peopleRoutesOfCase(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/people', {
    may: 'case.read',
    params: caseParams,
    show: (context) => peoplePage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/people/appoint', {
    may: 'case.read',
    params: caseParams,
    form: z.object({ looker: z.string('Choose somebody').pipe(idSchema<'member'>()) }),
    act: ({ work, staff, params }, { looker }) =>
      tried(async () => {
        await appoint(work, staff, params.id, looker);
        return caseHref(params.id);
      }, 'They can see the case now.'),
    again: peoplePage,
  });
  routes.staffAct('/desk/cases/:id/people/decider', {
    may: 'case.read',
    params: caseParams,
    form: namingForm,
    act: ({ work, staff, params }, { member, version }) =>
      tried(
        async () => {
          await nameDecider(work, staff, params.id, member, version);
          return caseHref(params.id);
        },
        'They decide this case now.',
        ['member'],
      ),
    again: peoplePage,
  });
  routes.staffPage('/desk/cases/:id/interest', {
    may: 'case.read',
    params: caseParams,
    show: (context) => interestPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/interest', {
    may: 'case.read',
    params: caseParams,
    form: z.object({ note: text('Say in a sentence what your interest is') }),
    act: ({ work, staff, params }, { note }) =>
      tried(async () => {
        await declareInterest(work, staff, params.id, note);
        return '/desk/cases';
      }, undefined),
    again: interestPage,
  });
  routes.staffPage('/desk/cases/:id/parent', {
    may: 'case.work',
    params: caseParams,
    show: (context) => parentPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/parent', {
    may: 'case.work',
    params: caseParams,
    form: parentForm,
    act: async ({ work, staff, params }, values) => {
      const file = await caseFor(work, staff, params.id, true);
      const subject = (await partiesOf(work, file.id)).find(({ part }) => part === 'subject');
      if (!subject || !mayWork(staff, file.facts) || hasEnded(file.state)) throw notAllowed();
      await changeParty(work, file.id, subject.id, values);
      return { kind: 'go', to: caseHref(file.id), flash: { done: 'Saved.' } };
    },
    again: parentPage,
  });
}
