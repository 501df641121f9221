import { z } from 'zod';
import { type Answer, go, type StaffContext, wrong } from '../../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { begin } from '../mailbox/read.ts';
import { accessOf, findMailbox, saveMailbox, stopMailbox } from '../mailbox/settings.ts';
import { tryMailbox } from '../mailbox/try.ts';
import { faultsOf, type MailboxForm, mailboxForm, settingsFrom } from './fields.ts';
import { MAILBOX, mailboxPage } from './page.tsx';

type Context = StaffContext<NoParams>;

function told(tried: Awaited<ReturnType<typeof tryMailbox>>): Answer {
  return go(MAILBOX, tried.ok ? { done: 'works', signs: tried.signs } : { failure: tried.failure });
}

async function save({ work }: Context, form: MailboxForm): Promise<Answer> {
  const row = await findMailbox(work, true);
  // A stored password goes to the server it was entered for, and to no other.
  const errors = faultsOf(form, row?.host === form.host);
  if (Object.keys(errors).length > 0) return wrong(errors);
  const stored = row ? accessOf(work, row).password : '';
  const settings = settingsFrom(form, form.password === '' ? stored : form.password);
  await saveMailbox(work, settings);
  const tried = await tryMailbox(settings);
  // From this moment on every mail counts, however soon the first look is.
  if (tried.ok) await begin(work, tried.uidValidity, tried.uidNext);
  return told(tried);
}

async function act({ work }: Context, { go: button }: { go: 'try' | 'stop' }): Promise<Answer> {
  const row = await findMailbox(work, true);
  if (!row) return go(MAILBOX);
  if (button === 'try') return told(await tryMailbox(accessOf(work, row)));
  await stopMailbox(work);
  return go(MAILBOX, { done: 'stopped' });
}

/** The settings of the mailbox that concerns come to. */
export function mailboxRoutes(routes: Routes): void {
  routes.staffPage(MAILBOX, {
    may: 'mailbox.edit',
    params: noParams,
    show: (context) => mailboxPage(context),
  });
  routes.staffAct(MAILBOX, {
    may: 'mailbox.edit',
    params: noParams,
    form: mailboxForm,
    act: save,
    again: mailboxPage,
  });
  routes.staffAct(`${MAILBOX}/do`, {
    may: 'mailbox.edit',
    params: noParams,
    form: z.object({ go: z.enum(['try', 'stop'], 'Press one of the buttons') }),
    act,
    again: (context) => mailboxPage(context),
  });
}
