import { z } from 'zod';
import { go, goWith, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { register } from '../platform/sign-in/accounts.ts';
import { linkUsed } from '../platform/web/refusal.ts';
import { findSchool } from '../schools/store.ts';
import { Button, emptyForm, Form, type FormState, Name, TextInput } from '../ui/index.ts';
import { newPasswordField } from './fields.ts';
import { ROLE_TEXT } from './roles.ts';
import { acceptInvite, findInvite, findMember, type Member } from './store.ts';

const inviteParams = z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{32}$/) });
type InviteParams = z.output<typeof inviteParams>;

const USED = 'This invitation has been used, has run out, or was replaced by a newer one.';

async function invited(context: PlainContext<InviteParams>) {
  const { database, worker, clock } = context.services;
  const found = await findInvite(database, context.params.secret, clock.now());
  if (!found) throw linkUsed(USED);
  const school = await findSchool(database.open, found.school);
  const member = await worker.forSchool(found.school, 'public', (work) => findMember(work, found.member));
  if (!school || !member) throw linkUsed(USED);
  return { school, member };
}

function accountPart(context: PlainContext<InviteParams>, member: Member, form: FormState) {
  const action = `/invite/${context.params.secret}`;
  if (context.account) {
    return (
      <Form action={action}>
        <p>
          You are signed in as <Name>{context.account.name}</Name> ({context.account.email}).
        </p>
        <Button>Join with this account</Button>
      </Form>
    );
  }
  return (
    <>
      <Form action={action}>
        <p>Your account will be for {member.email}.</p>
        <TextInput
          form={form}
          name="password"
          label="Choose a password"
          hint="At least 12 characters. Three words you will remember are good."
          type="password"
          autocomplete="new-password"
        />
        <Button>Continue</Button>
      </Form>
      <p>
        Have an account already? <a href="/sign-in">Sign in</a>, then open this link again.
      </p>
    </>
  );
}

async function invitePage(context: PlainContext<InviteParams>, form: FormState): Promise<Page> {
  const { school, member } = await invited(context);
  return context.page({
    title: 'Your invitation',
    errors: form.errors,
    children: (
      <>
        <h1>
          Work with Handbell for <Name>{school.name}</Name>
        </h1>
        <ul>
          {member.roles.map((role) => (
            <li>
              <strong>{ROLE_TEXT[role].name}</strong>: {ROLE_TEXT[role].about}
            </li>
          ))}
        </ul>
        {accountPart(context, member, form)}
      </>
    ),
  });
}

/** Taking up an invitation, with a new account or one there is. */
export function inviteRoutes(routes: Routes): void {
  const { auth, worker } = routes.services;
  routes.plainPage('/invite/:secret', {
    params: inviteParams,
    show: (context) => invitePage(context, emptyForm),
  });
  routes.plainAct('/invite/:secret', {
    params: inviteParams,
    form: z.object({ password: newPasswordField.optional() }),
    act: async (context, { password }) => {
      const { school, member } = await invited(context);
      const join = (userId: string) =>
        worker.forSchool(school.id, 'public', (work) => acceptInvite(work, member.id, userId));
      if (context.account) {
        await join(context.account.userId);
        return go('/desk');
      }
      if (password === undefined) return wrong({ password: 'Choose a password' });
      const made = await register(auth, { name: member.name, email: member.email, password });
      if (!made.ok)
        return wrong({
          password:
            'There is an account with your address already. Sign in with it, then open this link again',
        });
      await join(made.userId);
      return goWith(made.cookies, '/account/second-step');
    },
    again: invitePage,
  });
}
