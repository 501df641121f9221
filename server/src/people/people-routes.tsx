import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import { sentWords } from '../platform/mail/sent-words.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  Name,
  Notice,
  Table,
  Tag,
  TextInput,
} from '../ui/index.ts';
import { emailField, nameField, rolesField } from './fields.ts';
import { mayRemoveRoles } from './last-administrator.ts';
import { may } from './permissions.ts';
import { ROLE_TEXT, ROLES } from './roles.ts';
import { forgetSecondStep } from './second-step.ts';
import {
  endMember,
  findMember,
  hasMember,
  inviteMember,
  listMembers,
  type Member,
  renewInvite,
  setRoles,
} from './store.ts';

const memberParams = z.object({ member: idSchema<'member'>() });
type MemberParams = z.output<typeof memberParams>;

const STATE: Readonly<
  Record<Member['state'], { readonly word: string; readonly kind: 'done' | 'waiting' | 'ended' }>
> = {
  active: { word: 'Active', kind: 'done' },
  invited: { word: 'Invited', kind: 'waiting' },
  ended: { word: 'Ended', kind: 'ended' },
};

const roleItems = ROLES.map((value) => ({
  value,
  label: ROLE_TEXT[value].name,
  hint: ROLE_TEXT[value].about,
}));

async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const members = await listMembers(context.work);
  const { link } = context.flash;
  return context.page({
    room: '/desk/people',
    title: 'People',
    children: (
      <>
        <h1>People</h1>
        {link && (
          <Notice kind="success" title="Invited">
            <p>
              {sentWords(context.services, 'A mail with the link is on its way.')} You can also give the link
              to them yourself; it is good for 14 days and works once:
            </p>
            <p>
              <code class="hb-code">{link}</code>
            </p>
          </Notice>
        )}
        <Table
          caption="Who works with Handbell here"
          columns={[{ header: 'Name' }, { header: 'Roles' }, { header: 'State' }]}
          rows={members.map((member) => [
            <a href={`/desk/people/${member.id}`}>
              <Name>{member.name}</Name>
            </a>,
            member.roles.map((role) => ROLE_TEXT[role].name).join(', '),
            <Tag kind={STATE[member.state].kind}>{STATE[member.state].word}</Tag>,
          ])}
          empty="Nobody yet."
        />
        {may(context.staff.roles, 'people.edit') && (
          <ButtonLink href="/desk/people/invite">Invite somebody</ButtonLink>
        )}
      </>
    ),
  });
}

function invitePage(context: StaffContext<NoParams>, form: FormState): Page {
  return context.page({
    room: '/desk/people',
    title: 'Invite somebody',
    errors: form.errors,
    back: { href: '/desk/people' },
    children: (
      <>
        <h1>Invite somebody</h1>
        <Form action="/desk/people/invite" once={context.once}>
          <TextInput form={form} name="name" label="Their name" />
          <TextInput
            form={form}
            name="email"
            label="Their own work email address"
            hint="Not one that several people share"
            type="email"
          />
          <Checkboxes form={form} name="roles" label="What they do" items={roleItems} />
          <Button>Invite</Button>
        </Form>
      </>
    ),
  });
}

async function memberPage(context: StaffContext<MemberParams>, form?: FormState): Promise<Page> {
  const member = await findMember(context.work, context.params.member);
  if (!member) throw notFound();
  const state = form ?? { values: { roles: [...member.roles] }, errors: {} };
  const base = `/desk/people/${member.id}`;
  return context.page({
    room: '/desk/people',
    title: 'A person',
    errors: state.errors,
    back: { href: '/desk/people' },
    children: (
      <>
        <h1>
          <Name>{member.name}</Name>
        </h1>
        <p>
          <Tag kind={STATE[member.state].kind}>{STATE[member.state].word}</Tag> {member.email}
        </p>
        {member.state !== 'ended' && may(context.staff.roles, 'people.edit') && (
          <>
            <Form action={`${base}/roles`} once={context.once}>
              <Checkboxes form={state} name="roles" label="Roles" items={roleItems} />
              <Button>Save roles</Button>
            </Form>
            {member.state === 'invited' && (
              <Form action={`${base}/invite`} once={context.once}>
                <InsetText>
                  The invitation is still open. A new link makes the old one stop working.
                </InsetText>
                <Button kind="secondary">Send a new link</Button>
              </Form>
            )}
            {member.userId !== null && (
              <>
                <h2>Lost their phone?</h2>
                <p>
                  If they have no backup code left, let them set their second step up again. They need their
                  password.
                </p>
                <Form action={`${base}/second-step`} once={context.once}>
                  <Button kind="secondary">Forget their second step</Button>
                </Form>
              </>
            )}
            {member.state === 'active' && (
              <p>
                <a href={`${base}/away`}>They are ill or away</a>
              </p>
            )}
            <h2>Left the school?</h2>
            <p>They can no longer sign in here. What they did stays on record.</p>
            <Form action={`${base}/end`} once={context.once}>
              <Button kind="warning">End their access</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

/** Mails an invitation's link and passes it on to the page as well. */
async function sendInvite(context: StaffContext<object>, to: string, secret: string) {
  const link = `${context.services.origin}/invite/${secret}`;
  const text = [
    `You are invited to work with Handbell for ${context.school.name}.`,
    `Open this link to choose a password: ${link}`,
    'It is good for 14 days and works once. If you did not expect it, leave it unopened and tell the school office.',
  ].join('\n\n');
  await queueMail(context.work, { to, subject: 'Your invitation to Handbell', text, kind: 'invitation' });
  return go('/desk/people', { link });
}

const newSecret = () => randomBytes(24).toString('base64url');

async function others(work: Work, except: Member): Promise<readonly Member[]> {
  return (await listMembers(work)).filter((member) => member.id !== except.id);
}

const KEEP_ONE =
  'At least one active person must stay able to invite people: the Head Teacher or an administrator';

/** Who works for the school: invite, change roles, end. */
export function peopleRoutes(routes: Routes): void {
  routes.staffPage('/desk/people', { may: 'people.see', params: noParams, show: listPage });
  routes.staffPage('/desk/people/invite', {
    may: 'people.edit',
    params: noParams,
    show: (context) => invitePage(context, emptyForm),
  });
  routes.staffAct('/desk/people/invite', {
    may: 'people.edit',
    params: noParams,
    form: z.object({ name: nameField, email: emailField, roles: rolesField }),
    act: async (context, person) => {
      if (await hasMember(context.work, person.email))
        return wrong({ email: 'Somebody with that address is on the list already' });
      const secret = newSecret();
      await inviteMember(context.work, person, secret);
      return sendInvite(context, person.email, secret);
    },
    again: invitePage,
  });

  routes.staffPage('/desk/people/:member', {
    may: 'people.see',
    params: memberParams,
    show: (context) => memberPage(context),
  });
  routes.staffAct('/desk/people/:member/roles', {
    may: 'people.edit',
    params: memberParams,
    form: z.object({ roles: rolesField }),
    act: async ({ work, params }, { roles }) => {
      const member = await findMember(work, params.member);
      if (!member) throw notFound();
      if (!mayRemoveRoles(member, roles, await others(work, member))) return wrong({ roles: KEEP_ONE });
      await setRoles(work, member.id, roles);
      return go('/desk/people');
    },
    again: memberPage,
  });
  routes.staffAct('/desk/people/:member/invite', {
    may: 'people.edit',
    params: memberParams,
    form: z.object({}),
    act: async (context) => {
      const member = await findMember(context.work, context.params.member);
      if (member?.state !== 'invited') throw notFound();
      const secret = newSecret();
      await renewInvite(context.work, member.id, secret);
      return sendInvite(context, member.email, secret);
    },
    again: (context) => memberPage(context),
  });
  routes.staffAct('/desk/people/:member/second-step', {
    may: 'people.edit',
    params: memberParams,
    form: z.object({}),
    act: async ({ work, params }) => {
      const member = await findMember(work, params.member);
      if (!member?.userId) throw notFound();
      await forgetSecondStep(work, member.id, member.userId);
      return go('/desk/people');
    },
    again: (context) => memberPage(context),
  });
  routes.staffAct('/desk/people/:member/end', {
    may: 'people.edit',
    params: memberParams,
    form: z.object({}),
    act: async ({ work, params }) => {
      const member = await findMember(work, params.member);
      if (!member) throw notFound();
      if (!mayRemoveRoles(member, [], await others(work, member))) return wrong({ roles: KEEP_ONE });
      await endMember(work, member.id);
      return go('/desk/people');
    },
    again: memberPage,
  });
}
