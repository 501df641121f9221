import { z } from 'zod';
import { go, goWith, type Page, type PublicContext, wrong } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { linkUsed } from '../../platform/web/refusal.ts';
import { Button, emptyForm, Form, type FormState, Notice, TextInput, telephone } from '../../ui/index.ts';
import { type Access, accessBy, noteOpened, SECRET } from '../access.ts';
import { noSession, ownHref, sessionCookie } from '../session.ts';

/** One answer to every code that opens nothing: mistyped, too old, ended, or of another school. */
const NOT_FOUND =
  'No page has this code. Check each word. If it still does not open, ask the school for a new code.';

const linkParams = z.object({ secret: z.string().regex(SECRET) });
type LinkContext = PublicContext<z.output<typeof linkParams>>;

async function theLink({ work, params: { secret } }: LinkContext): Promise<Access> {
  const access = await accessBy(work, 'link', secret);
  if (!access) throw linkUsed('This link does not work any more, or it never did.');
  return access;
}

function codePage(context: PublicContext<NoParams>, form: FormState): Page {
  const { phone } = context.school.profile;
  return context.page({
    title: 'Your own page',
    errors: form.errors,
    children: (
      <>
        {context.flash.again === 'yes' && (
          <Notice title="Your page is closed">
            <p>
              Nobody else can read it on this device now. Enter your code, or use your link, to open it again.
            </p>
          </Notice>
        )}
        <h1>Your own page</h1>
        <p>The school gave you a code on paper. It opens a page that is for you alone.</p>
        <Form action={ownHref(context)}>
          <TextInput
            form={form}
            name="code"
            label="Your code"
            hint="Five words, like amber-kitten-harvest-lilac-drum. Capitals, spaces and hyphens do not matter."
            spellcheck={false}
            autocomplete="off"
          />
          <Button>Open my page</Button>
        </Form>
        <p>
          You do not have to use this page. You can phone, write or come in instead:{' '}
          <a href={telephone(phone)}>{phone}</a>.
        </p>
        <p>
          Did you come with a link from an email, or have you lost your code? Open the link again, or ask the
          school for a new one.
        </p>
      </>
    ),
  });
}

function linkPage(context: LinkContext): Page {
  return context.page({
    title: 'Your own page',
    children: (
      <>
        <h1>Your own page</h1>
        <p>
          This link is yours alone. It opens your page on this device for the rest of the day. Close the page
          when you have finished, if others use this device too.
        </p>
        <Form action={ownHref(context, `/enter/${context.params.secret}`)}>
          <Button>Open my page</Button>
        </Form>
      </>
    ),
  });
}

async function letIn(context: PublicContext<object>, access: Access) {
  await noteOpened(context.work, access);
  return goWith([sessionCookie(context, access)], ownHref(context, '/page'));
}

/**
 * The ways into the parent's own page. The code never stands in an address; a link shows a button first, so that a mail
 * program that looks at links beforehand does not let itself in.
 */
export function enterRoutes(routes: Routes): void {
  routes.publicPage('/mine', { params: noParams, show: (context) => codePage(context, emptyForm) });
  routes.publicAct('/mine', {
    params: noParams,
    limit: 'code-entry',
    form: z.object({
      code: z.string('Enter your code').trim().min(1, 'Enter your code').max(100, NOT_FOUND),
    }),
    repeatable: true,
    act: async (context, { code }) => {
      const access = await accessBy(context.work, 'code', code);
      return access ? letIn(context, access) : wrong({ code: NOT_FOUND });
    },
    again: (context, { errors }) => codePage(context, { values: {}, errors }),
  });
  routes.publicPage('/mine/enter/:secret', {
    params: linkParams,
    show: async (context) => {
      await theLink(context);
      return linkPage(context);
    },
  });
  routes.publicAct('/mine/enter/:secret', {
    params: linkParams,
    limit: 'code-entry',
    form: z.object({}),
    repeatable: true,
    act: async (context) => letIn(context, await theLink(context)),
    again: linkPage,
  });
  routes.publicAct('/mine/leave', {
    params: noParams,
    form: z.object({}),
    repeatable: true,
    act: (context) => goWith([noSession(context)], ownHref(context)),
    again: (context) => go(ownHref(context)),
  });
}
