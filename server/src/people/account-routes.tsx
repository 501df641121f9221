import { z } from 'zod';
import { go, goWith, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import { SCHOOL_COOKIE } from '../edge/making.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import { changePassword, endOtherSessions, listSessions } from '../platform/sign-in/accounts.ts';
import { listSchools } from '../schools/store.ts';
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  formatDateTime,
  Notice,
  Radios,
  SummaryList,
  TextInput,
} from '../ui/index.ts';
import { newPasswordField } from './fields.ts';
import { membershipsOf } from './store.ts';

/** For somebody who works for several schools: which of them the desk shows. */
async function schoolsPart({ account, services, once }: PlainContext<NoParams>) {
  const memberships = account ? await membershipsOf(services.database, account.userId) : [];
  if (memberships.length < 2) return null;
  const schools = await listSchools(services.database.open);
  const items = schools
    .filter((school) => memberships.some((membership) => membership.school === school.id))
    .map((school) => ({ value: school.id, label: school.name }));
  return (
    <>
      <h2>Your schools</h2>
      <Form action="/account/school" once={once}>
        <Radios
          form={emptyForm}
          name="school"
          label="Which school’s desk do you want to see?"
          items={items}
        />
        <Button kind="secondary">Go to its desk</Button>
      </Form>
    </>
  );
}

async function accountPage(context: PlainContext<NoParams>, form: FormState): Promise<Page> {
  const sessions = await listSessions(context.services.auth, context.request.headers);
  return context.page({
    title: 'Your account',
    errors: form.errors,
    back: { href: '/desk' },
    children: (
      <>
        {context.flash.done !== undefined && (
          <Notice kind="success">
            <p>{context.flash.done}</p>
          </Notice>
        )}
        <h1>Your account</h1>
        <SummaryList
          rows={[
            { key: 'Name', value: context.account?.name ?? '' },
            { key: 'Email address', value: context.account?.email ?? '' },
            { key: 'Second step', value: 'By authenticator app' },
          ]}
        />
        <p>
          A new phone, or no backup codes left? Ask the Head Teacher or your Handbell administrator to forget
          your second step. You then set it up again when you sign in.
        </p>
        {await schoolsPart(context)}
        <h2>Where you are signed in</h2>
        <ul>
          {sessions.map((session) => (
            <li>
              Since {formatDateTime(session.since)}
              {session.current ? ' (here)' : ''}
            </li>
          ))}
        </ul>
        <Form action="/account/sessions">
          <Button kind="secondary">Sign out everywhere else</Button>
        </Form>
        <h2>Change your password</h2>
        <Form action="/account/password">
          <TextInput
            form={form}
            name="current"
            label="Your password now"
            type="password"
            autocomplete="current-password"
          />
          <TextInput
            form={form}
            name="password"
            label="Your new password"
            hint="At least 12 characters"
            type="password"
            autocomplete="new-password"
          />
          <Button>Change password</Button>
        </Form>
      </>
    ),
  });
}

/** A person's own account: the password, where they are signed in, which school they see. */
export function accountRoutes(routes: Routes): void {
  const { auth } = routes.services;

  routes.plainPage('/account', {
    params: noParams,
    show: (context) => (context.account?.secondStep ? accountPage(context, emptyForm) : go('/sign-in')),
  });
  routes.plainAct('/account/school', {
    params: noParams,
    limit: 'staff-write',
    form: z.object({ school: idSchema<'school'>('Choose a school') }),
    // Only a choice among the memberships there are: what it names is checked against them at every request.
    act: ({ services }, { school }) => {
      const secure = services.origin.startsWith('https:') ? '; Secure' : '';
      return goWith([`${SCHOOL_COOKIE}=${school}; Path=/; HttpOnly; SameSite=Lax${secure}`], '/desk');
    },
    again: accountPage,
  });
  routes.plainAct('/account/sessions', {
    params: noParams,
    limit: 'staff-write',
    form: z.object({}),
    act: async ({ account, request }) => {
      if (!account?.secondStep) return go('/sign-in');
      await endOtherSessions(auth, request.headers);
      return go('/account', { done: 'You are signed out everywhere else.' });
    },
    again: () => go('/account'),
  });
  routes.plainAct('/account/password', {
    params: noParams,
    form: z.object({
      current: z.string('Enter your password').min(1, 'Enter your password'),
      password: newPasswordField,
    }),
    act: async ({ account, request }, { current, password }) => {
      if (!account?.secondStep) return go('/sign-in');
      const attempt = await changePassword(auth, request.headers, current, password);
      return attempt.ok
        ? goWith(attempt.cookies, '/account', { done: 'Your password is changed.' })
        : wrong({ current: 'That is not your password' });
    },
    again: accountPage,
  });
}
