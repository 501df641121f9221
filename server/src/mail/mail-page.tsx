import type { Page, StaffContext } from '../edge/contexts.ts';
import type { MailId, MailState } from '../platform/mail/tables.ts';
import { findMail, readMail, type TrayMail } from '../platform/mail/tray.ts';
import { notFound, Refusal } from '../platform/web/refusal.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type FieldErrors,
  Form,
  formatDateTime,
  SummaryList,
  Tag,
  UserText,
  WarningText,
} from '../ui/index.ts';
import { orQuicker } from './quicker.ts';
import { TRAY } from './tray-page.tsx';
import { kindName, reasonOf, STATE_TEXT } from './words.ts';

export interface MailParams {
  readonly mail: MailId;
}

const OPEN: readonly MailState[] = ['waiting', 'failed', 'dead'];

function facts(mail: TrayMail) {
  const { name, tag } = STATE_TEXT[mail.state];
  return [
    { key: 'To', value: mail.masked },
    { key: 'State', value: <Tag kind={tag}>{name}</Tag> },
    { key: 'Written', value: formatDateTime(mail.createdAt) },
    ...(mail.sentAt ? [{ key: 'Sent', value: formatDateTime(mail.sentAt) }] : []),
    ...(mail.attempts > 0 ? [{ key: 'Tries', value: String(mail.attempts) }] : []),
    ...(mail.state === 'failed' && mail.nextTryAt
      ? [{ key: 'Next try', value: formatDateTime(mail.nextTryAt) }]
      : []),
    ...(mail.lastError
      ? [{ key: 'What went wrong', value: `${reasonOf(mail.lastError)} (${mail.lastError})` }]
      : []),
  ];
}

/** One mail: how it stands, and what can be done with it. Never what it says. */
export async function mailPage(context: StaffContext<MailParams>, errors: FieldErrors = {}): Promise<Page> {
  const { work, params, services, once } = context;
  const mail = await findMail(work, params.mail);
  if (!mail) throw notFound();
  const here = `${TRAY}/${mail.id}`;
  const byServer = services.settings.SMTP_URL !== undefined;
  const open = OPEN.includes(mail.state);
  const again = byServer && mail.state !== 'waiting' && mail.state !== 'sent';
  return context.page({
    room: '/desk/settings',
    title: kindName(mail.kind),
    errors,
    back: { href: TRAY, label: 'Mail' },
    children: (
      <>
        <h1>{kindName(mail.kind)}</h1>
        <SummaryList rows={facts(mail)} />
        {open && !byServer && (
          <>
            <p>To hand this mail over yourself, open it. The audit record will show that you did.</p>
            <ButtonLink href={`${here}/open`} kind="secondary">
              Open the mail
            </ButtonLink>
          </>
        )}
        {(open || again) && (
          <Form action={here} once={once}>
            <ButtonGroup>
              {again && (
                <Button name="go" value={mail.state === 'aside' ? 'after-all' : 'again'}>
                  {mail.state === 'aside' ? 'Send it after all' : 'Try again now'}
                </Button>
              )}
              {open && (
                <Button kind="secondary" name="go" value="aside">
                  Put aside
                </Button>
              )}
            </ButtonGroup>
          </Form>
        )}
      </>
    ),
  });
}

/** What a mail says and to whom, so that it can be handed over by hand; only where no server sends mail. */
export async function openPage(context: StaffContext<MailParams>): Promise<Page> {
  const { work, params, services, once } = context;
  if (services.settings.SMTP_URL !== undefined) {
    throw new Refusal(
      403,
      'This Handbell has a mail server, so nobody opens mail here.',
      'Try the mail again, or ask its recipient for another address.',
    );
  }
  const { to, subject, text } = await orQuicker(work, readMail(work, params.mail));
  const here = `${TRAY}/${params.mail}`;
  return context.page({
    room: '/desk/settings',
    title: 'A mail to hand over',
    back: { href: here },
    children: (
      <>
        <h1>A mail to hand over</h1>
        <WarningText>This is for its recipient only. Pass it on as it is, and keep no copy.</WarningText>
        <SummaryList
          rows={[
            { key: 'To', value: to },
            { key: 'Subject', value: subject },
          ]}
        />
        <UserText text={text} />
        <Form action={here} once={once}>
          <Button name="go" value="aside">
            I have handed it over
          </Button>
        </Form>
      </>
    ),
  });
}
