import { z } from 'zod';
import { go, goWith, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { sentWords } from '../platform/mail/sent-words.ts';
import {
  requestReset,
  resetPassword,
  signIn,
  signOut,
  verifySecondStep,
} from '../platform/sign-in/accounts.ts';
import { Button, emptyForm, Form, type FormState, Hidden, TextInput } from '../ui/index.ts';
import { CODE_NOT_RIGHT, emailField, newPasswordField, nextField } from './fields.ts';

const NOT_KNOWN = 'That email address and password do not go together. Check both and try again';

function signInPage(context: PlainContext<NoParams>, form: FormState): Page {
  return context.page({
    title: 'Sign in',
    errors: form.errors,
    children: (
      <>
        <h1>Sign in</h1>
        <p>For school staff and governors. Parents need no account.</p>
        <Form action="/sign-in">
          <Hidden values={{ next: nextOf(context, form) }} />
          <TextInput form={form} name="email" label="Email address" type="email" autocomplete="username" />
          <TextInput
            form={form}
            name="password"
            label="Password"
            type="password"
            autocomplete="current-password"
          />
          <Button>Sign in</Button>
        </Form>
        <p>
          <a href="/sign-in/forgotten">I have forgotten my password</a>
        </p>
      </>
    ),
  });
}

function nextOf(context: PlainContext<NoParams>, form: FormState): string {
  return nextField.parse(form.values.next ?? context.request.query.next);
}

function codePage(context: PlainContext<NoParams>, form: FormState): Page {
  return context.page({
    title: 'Enter the code from your app',
    errors: form.errors,
    back: { href: '/sign-in' },
    children: (
      <>
        <h1>Enter the code from your app</h1>
        <Form action="/sign-in/code">
          <Hidden values={{ next: nextField.parse(form.values.next ?? context.flash.next) }} />
          <TextInput
            form={form}
            name="code"
            label="Six-digit code"
            hint="From the authenticator app on your phone. Without your phone, use one of the backup codes you kept."
            inputmode="text"
            autocomplete="one-time-code"
            width={10}
          />
          <Button>Continue</Button>
        </Form>
      </>
    ),
  });
}

function forgottenPage(context: PlainContext<NoParams>, form: FormState): Page {
  return context.page({
    title: 'Ask for a new password',
    errors: form.errors,
    back: { href: '/sign-in' },
    children: (
      <>
        <h1>Ask for a new password</h1>
        <Form action="/sign-in/forgotten">
          <TextInput
            form={form}
            name="email"
            label="Your email address"
            type="email"
            autocomplete="username"
          />
          <Button>Send me a link</Button>
        </Form>
      </>
    ),
  });
}

const newPasswordParams = z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{8,200}$/) });

function newPasswordPage(context: PlainContext<z.output<typeof newPasswordParams>>, form: FormState): Page {
  return context.page({
    title: 'Choose a new password',
    errors: form.errors,
    children: (
      <>
        <h1>Choose a new password</h1>
        <Form action={`/sign-in/new-password/${context.params.secret}`}>
          <TextInput
            form={form}
            name="password"
            label="New password"
            hint="At least 12 characters. Three words you will remember are good."
            type="password"
            autocomplete="new-password"
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

/** Signing in and out, the second step, and a forgotten password. */
export function signInRoutes(routes: Routes): void {
  const { auth, limits } = routes.services;

  routes.plainPage('/sign-in', {
    params: noParams,
    show: (context) => (context.account?.secondStep ? go('/desk') : signInPage(context, emptyForm)),
  });
  routes.plainAct('/sign-in', {
    params: noParams,
    form: z.object({
      email: emailField,
      password: z.string('Enter your password').min(1, 'Enter your password'),
      next: nextField,
    }),
    act: async (_context, { email, password, next }) => {
      // Counted by account as well: many addresses trying one password each are many tries at one account.
      await limits.count('one-account', email.toLowerCase());
      const attempt = await signIn(auth, email, password);
      if (!attempt.ok) return wrong({ password: NOT_KNOWN });
      if (attempt.second) return goWith(attempt.cookies, '/sign-in/code', { next });
      return goWith(attempt.cookies, '/account/second-step');
    },
    again: signInPage,
  });

  routes.plainPage('/sign-in/code', { params: noParams, show: (context) => codePage(context, emptyForm) });
  routes.plainAct('/sign-in/code', {
    params: noParams,
    form: z.object({
      code: z.string('Enter the code').trim().min(6, 'Enter the six-digit code').max(40),
      next: nextField,
    }),
    act: async ({ request }, { code, next }) => {
      const attempt = await verifySecondStep(auth, request.headers, code);
      if (attempt.ok) return goWith(attempt.cookies, next);
      return attempt.why === 'expired' ? go('/sign-in') : wrong({ code: CODE_NOT_RIGHT });
    },
    again: codePage,
  });

  routes.plainPage('/sign-in/forgotten', {
    params: noParams,
    show: (context) => forgottenPage(context, emptyForm),
  });
  routes.plainAct('/sign-in/forgotten', {
    params: noParams,
    form: z.object({ email: emailField }),
    act: async (_context, { email }) => {
      await limits.count('one-account', `reset ${email.toLowerCase()}`);
      await requestReset(auth, email);
      return go('/sign-in/sent');
    },
    again: forgottenPage,
  });
  routes.plainPage('/sign-in/sent', {
    params: noParams,
    show: (context) =>
      context.page({
        title: 'Look in your mail',
        back: { href: '/sign-in' },
        children: (
          <>
            <h1>Look in your mail</h1>
            <p>
              If there is an account with that address, we made a link for it that is good for an hour.{' '}
              {sentWords(context.services, 'It is on its way by mail.')}
            </p>
            <p>
              No mail after ten minutes? Ask your Handbell administrator: they see mail that could not be
              sent.
            </p>
          </>
        ),
      }),
  });

  routes.plainPage('/sign-in/new-password/:secret', {
    params: newPasswordParams,
    show: (context) => newPasswordPage(context, emptyForm),
  });
  routes.plainAct('/sign-in/new-password/:secret', {
    params: newPasswordParams,
    form: z.object({ password: newPasswordField }),
    act: async ({ params }, { password }) => {
      const attempt = await resetPassword(auth, params.secret, password);
      return attempt.ok
        ? go('/sign-in')
        : wrong({
            password:
              'This link has been used or is more than an hour old. Ask for a new one from the sign-in page',
          });
    },
    again: newPasswordPage,
  });

  routes.plainAct('/sign-out', {
    params: noParams,
    limit: 'staff-write',
    form: z.object({}),
    act: async ({ account, request }) =>
      account ? goWith(await signOut(auth, request.headers), '/sign-in') : go('/sign-in'),
    again: () => go('/sign-in'),
  });
}
