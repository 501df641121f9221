import { z } from 'zod';
import { go, goWith, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes, SCHOOL_COOKIE } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import {
  beginSecondStep,
  changePassword,
  endOtherSessions,
  listSessions,
  verifySecondStep,
} from '../platform/sign-in/accounts.ts';
import { listSchools } from '../schools/store.ts';
import {
  Button,
  Details,
  emptyForm,
  Form,
  type FormState,
  formatDateTime,
  InsetText,
  Radios,
  SummaryList,
  TextInput,
  WarningText,
} from '../ui/index.ts';
import { qrPicture } from '../ui/qr-code.ts';
import { newPasswordField } from './fields.ts';
import { membershipsOf } from './store.ts';

const codeField = z
  .string('Enter the code')
  .trim()
  .regex(/^\d{3}\s?\d{3}$/, 'Enter the six digits your app shows');

/** The secret in groups of four, for typing it in where a picture cannot be scanned. */
function readableSecret(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

function passwordPage(context: PlainContext<NoParams>, form: FormState): Page {
  return context.page({
    title: 'Set up your second step',
    errors: form.errors,
    children: (
      <>
        <h1>Set up your second step</h1>
        <p>
          Handbell holds matters told in confidence, so a password alone does not open it. You also need a
          code from an authenticator app on your phone, such as the one your school or bank already uses.
        </p>
        <Form action="/account/second-step">
          <TextInput
            form={form}
            name="password"
            label="Your password"
            hint="To show that it is you"
            type="password"
            autocomplete="current-password"
          />
          <Button>Continue</Button>
        </Form>
      </>
    ),
  });
}

async function scanPage(context: PlainContext<NoParams>, form: FormState): Promise<Page> {
  const uri = context.flash.uri ?? '';
  return context.page({
    title: 'Add Handbell to your app',
    errors: form.errors,
    back: { href: '/account/second-step' },
    children: (
      <>
        <h1>Add Handbell to your app</h1>
        <ol>
          <li>Open the authenticator app on your phone and choose to add an account.</li>
          <li>Scan this picture, or type the key below it.</li>
          <li>Enter the six digits that the app shows.</li>
        </ol>
        <p>
          <img
            src={await qrPicture(uri)}
            alt="A square code to scan with your authenticator app"
            width="220"
            height="220"
          />
        </p>
        <Details summary="I cannot scan it: show the key">
          <p>
            <code class="hb-code">{readableSecret(uri)}</code>
          </p>
        </Details>
        <Form action="/account/second-step/check">
          <TextInput
            form={form}
            name="code"
            label="Six-digit code"
            autocomplete="one-time-code"
            inputmode="numeric"
            width={10}
          />
          <Button>Continue</Button>
        </Form>
      </>
    ),
  });
}

function backupPage(context: PlainContext<NoParams>): Page {
  const codes = (context.flash.codes ?? '').split(' ');
  return context.page({
    title: 'Keep your backup codes',
    children: (
      <>
        <h1>Keep your backup codes</h1>
        <p>
          If your phone is lost, each of these gets you in once. Print this page or write them down, and keep
          them safe.
        </p>
        <InsetText>
          <ul>
            {codes.map((code) => (
              <li>
                <code class="hb-code">{code}</code>
              </li>
            ))}
          </ul>
        </InsetText>
        <WarningText>They are shown only now.</WarningText>
        <p>
          <a href="/set-up/school">I have kept them: continue</a>
        </p>
      </>
    ),
  });
}

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
        <h1>Your account</h1>
        <SummaryList
          rows={[
            { key: 'Name', value: context.account?.name ?? '' },
            { key: 'Email address', value: context.account?.email ?? '' },
            { key: 'Second step', value: 'By authenticator app' },
          ]}
        />
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

/** A person's own account: the second step, the password, where they are signed in. */
export function accountRoutes(routes: Routes): void {
  const { auth } = routes.services;

  routes.plainPage('/account/second-step', {
    params: noParams,
    show: (context) => {
      if (!context.account) return go('/sign-in');
      return context.account.secondStep ? go('/desk') : passwordPage(context, emptyForm);
    },
  });
  routes.plainAct('/account/second-step', {
    params: noParams,
    form: z.object({ password: z.string('Enter your password').min(1, 'Enter your password') }),
    act: async ({ request }, { password }) => {
      const attempt = await beginSecondStep(auth, request.headers, password);
      if (attempt.ok)
        return go('/account/second-step/check', { uri: attempt.uri, codes: attempt.backupCodes.join(' ') });
      return attempt.why === 'already' ? go('/desk') : wrong({ password: 'That is not your password' });
    },
    again: passwordPage,
  });
  routes.plainPage('/account/second-step/check', {
    params: noParams,
    show: (context) => (context.flash.uri ? scanPage(context, emptyForm) : go('/account/second-step')),
  });
  routes.plainAct('/account/second-step/check', {
    params: noParams,
    form: z.object({ code: codeField }),
    act: async ({ request, flash }, { code }) => {
      const attempt = await verifySecondStep(auth, request.headers, code);
      if (!attempt.ok)
        return wrong({
          code: 'That code is not right, or its time has passed. Enter the code your app shows now',
        });
      return goWith(attempt.cookies, '/account/backup-codes', { codes: flash.codes ?? '' });
    },
    again: (context, form) => (context.flash.uri ? scanPage(context, form) : go('/account/second-step')),
  });
  routes.plainPage('/account/backup-codes', {
    params: noParams,
    show: (context) => (context.flash.codes ? backupPage(context) : go('/desk')),
  });

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
      if (account?.secondStep) await endOtherSessions(auth, request.headers);
      return go('/account');
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
        ? goWith(attempt.cookies, '/account')
        : wrong({ current: 'That is not your password' });
    },
    again: accountPage,
  });
}
