import { z } from 'zod';
import { go, goWith, type Page, type PlainContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { beginSecondStep, verifySecondStep } from '../platform/sign-in/accounts.ts';
import {
  Button,
  Details,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  TextInput,
  WarningText,
} from '../ui/index.ts';
import { qrPicture } from '../ui/qr-code.ts';
import { CODE_NOT_RIGHT } from './fields.ts';

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

/** Setting up the second step of signing in: an authenticator app, and codes for when the phone is lost. */
export function secondStepRoutes(routes: Routes): void {
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
      if (!attempt.ok) return wrong({ code: CODE_NOT_RIGHT });
      return goWith(attempt.cookies, '/account/backup-codes', { codes: flash.codes ?? '' });
    },
    again: (context, form) => (context.flash.uri ? scanPage(context, form) : go('/account/second-step')),
  });
  routes.plainPage('/account/backup-codes', {
    params: noParams,
    show: (context) => (context.flash.codes ? backupPage(context) : go('/desk')),
  });
}
