import { z } from 'zod';
import { go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { sentWords } from '../../platform/mail/sent-words.ts';
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  formatShortDate,
  InsetText,
  Name,
  Notice,
  Table,
  TextInput,
} from '../../ui/index.ts';
import { linkPage } from '../link-page.tsx';
import { mailAddress } from '../notices/send.ts';
import { enterAddress } from '../volunteers/enter-routes.tsx';
import { linkMail } from '../volunteers/link-mail.ts';
import { newLink } from '../volunteers/links.ts';
import type { PersonId } from '../volunteers/rules.ts';
import { officerForm, officerParams } from './fields.ts';
import { addOfficer, endOfficer, listOfficers, type Officer, presentOfficer } from './officers-store.ts';

const HERE = '/desk/groups/pta';

async function officersPage(context: StaffContext<object>, form: FormState = emptyForm): Promise<Page> {
  const { work, once, flash, school } = context;
  const officers = await listOfficers(work);
  return context.page({
    room: '/desk/groups',
    title: 'The PTA’s officers',
    errors: form.errors,
    back: { href: '/desk/groups', label: 'Groups' },
    children: (
      <>
        {flash.done !== undefined && (
          <Notice kind="success">
            <p>{flash.done}</p>
          </Notice>
        )}
        <h1>The PTA’s officers</h1>
        <InsetText>
          The PTA is a body of its own. Its officers write messages under its name on{' '}
          <a href={`/s/${school.slug}/pta`}>its public page</a> and suggest moderators for its groups. The
          school does not write there.
        </InsetText>
        <Table
          caption="Officers"
          columns={['Name', 'Since', 'How to reach them', 'Act'].map((header) => ({ header }))}
          rows={officers.map((officer) => [
            <Name>{officer.name}</Name>,
            formatShortDate(officer.from),
            <Name>{officer.contact || 'not given'}</Name>,
            officer.until ? (
              `stopped ${formatShortDate(officer.until)}`
            ) : (
              <OfficerActs officer={officer} once={once} />
            ),
          ])}
          empty={<p>Nobody yet. Add the person whom the PTA named to you.</p>}
        />
        <h2>Add an officer</h2>
        <Form action={HERE} once={once}>
          <TextInput form={form} name="name" label="Name" autocomplete="off" width={20} />
          <TextInput
            form={form}
            name="contact"
            label="Email address or phone number"
            hint="Their link is sent to an email address. Without one, it is shown to you to hand over."
            optional
            autocomplete="off"
            width={20}
          />
          <Button>Add them and make their link</Button>
        </Form>
      </>
    ),
  });
}

function OfficerActs({ officer: { id, name }, once }: { officer: Officer; once: string }) {
  const whom = <span class="govuk-visually-hidden">: {name}</span>;
  return (
    <>
      <Form action={`${HERE}/${id}/link`} once={once}>
        <Button kind="secondary">Make a new link{whom}</Button>
      </Form>
      <Form action={`${HERE}/${id}/end`} once={once}>
        <Button kind="secondary">Has stopped{whom}</Button>
      </Form>
    </>
  );
}

/** Makes an officer's link: by mail where there is an address, else shown once. */
async function giveLink(
  { work, services, school }: StaffContext<object>,
  officer: { readonly id: PersonId; readonly contact: string },
) {
  const secret = await newLink(work, { kind: 'pta', person: officer.id });
  const address = enterAddress(services.origin, school.slug, 'pta', secret);
  const to = mailAddress(officer);
  if (to === undefined) return go(`${HERE}/link`, { address });
  await queueMail(work, { to, ...linkMail(school.name, 'pta', address) });
  return go(HERE, { done: sentWords(services, 'Their link is on its way to them.') });
}

/** The PTA's officers on the desk: who they are, and their links. */
export function ptaDeskRoutes(routes: Routes): void {
  routes.staffPage(HERE, { may: 'group.edit', params: noParams, show: (context) => officersPage(context) });
  routes.staffAct(HERE, {
    may: 'group.edit',
    params: noParams,
    form: officerForm,
    act: async (context, person) =>
      giveLink(context, { id: await addOfficer(context.work, person), contact: person.contact }),
    again: officersPage,
  });
  routes.staffPage(`${HERE}/link`, {
    may: 'group.edit',
    params: noParams,
    show: (context) => linkPage(context, { href: HERE, name: 'The PTA’s officers' }, context.flash.address),
  });
  routes.staffAct(`${HERE}/:officer/link`, {
    may: 'group.edit',
    params: officerParams,
    form: z.object({}),
    act: async (context) => giveLink(context, await presentOfficer(context.work, context.params.officer)),
    again: officersPage,
  });
  routes.staffAct(`${HERE}/:officer/end`, {
    may: 'group.edit',
    params: officerParams,
    form: z.object({}),
    act: async ({ work, params }) => {
      await endOfficer(work, params.officer);
      return go(HERE, { done: 'Saved.' });
    },
    again: officersPage,
  });
}
