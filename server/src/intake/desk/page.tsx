import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { NoParams } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Notice,
  SummaryList,
  Tag,
} from '../../ui/index.ts';
import { countTaken, type TakenCounts } from '../mailbox/counts.ts';
import { MAILBOX_FAILURES } from '../mailbox/kinds.ts';
import { accessOf, findMailbox, type MailboxRow } from '../mailbox/settings.ts';
import { formFrom } from './fields.ts';
import { MailboxFields } from './form.tsx';
import { FAILURE_WORDS } from './words.ts';

export const MAILBOX = '/desk/settings/mailbox';

type Context = StaffContext<NoParams>;

/** What was said about the mailbox after the button before. */
function Said({ flash }: Pick<Context, 'flash'>) {
  const failure = MAILBOX_FAILURES.find((each) => each === flash.failure);
  if (failure !== undefined) {
    const [what, next] = FAILURE_WORDS[failure];
    return (
      <Notice kind="important">
        <p>
          <strong>{what}</strong> {next}
        </p>
      </Notice>
    );
  }
  if (flash.done === 'stopped') {
    return (
      <Notice kind="success">
        <p>The mailbox is no longer read.</p>
      </Notice>
    );
  }
  if (flash.done !== 'works') return null;
  return (
    <Notice kind="success">
      <p>The mailbox can be read.</p>
      {flash.signs !== undefined && flash.signs !== '' && (
        <p>
          The newest mail in it says that <strong>{flash.signs}</strong> checked its sender. If that is your
          own mail server, enter this name below.
        </p>
      )}
    </Notice>
  );
}

function stateOf(row: MailboxRow) {
  if (!row.active) return <Tag kind="ended">Not read</Tag>;
  return row.failure === null ? <Tag kind="inForce">Read</Tag> : <Tag kind="urgent">Cannot be read</Tag>;
}

function Standing({ row, counts, once }: { row: MailboxRow; counts: TakenCounts; once: string }) {
  const failing = row.failingSince && row.failure ? FAILURE_WORDS[row.failure] : undefined;
  return (
    <>
      <h2>Where it stands</h2>
      {failing && row.failingSince && (
        <InsetText>
          <p>
            <strong>{failing[0]}</strong> {failing[1]}
          </p>
          <p>
            This began on {formatDate(schoolDay(row.failingSince))}. Nothing is lost: mail waits in the
            mailbox.
          </p>
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'State', value: stateOf(row) },
          { key: 'Became concerns', value: String(counts.concern) },
          { key: 'Added to concerns', value: String(counts.reply) },
          {
            key: 'Left, sent by machines',
            value: `${counts.report + counts.automatic + counts.list}: ${counts.report} delivery reports, ${counts.automatic} automatic answers, ${counts.list} newsletters`,
          },
        ]}
      />
      <p>
        Mail by machines stays in the mailbox. Look there now and then, in case one was written by a person.
      </p>
      {row.active && (
        <Form action={`${MAILBOX}/do`} once={once}>
          <Button kind="secondary" name="go" value="try">
            Try the connection
          </Button>{' '}
          <Button kind="secondary" name="go" value="stop">
            Stop reading this mailbox
          </Button>
        </Form>
      )}
    </>
  );
}

/** The mailbox that concerns come to: how it is reached, how it does. */
export async function mailboxPage(context: Context, form?: FormState): Promise<Page> {
  const { work, flash, once, school } = context;
  const row = await findMailbox(work);
  const username = row ? accessOf(work, row).username : '';
  const state = form ?? { values: formFrom(row, username), errors: {} };
  return context.page({
    room: '/desk/settings',
    title: 'Mailbox for concerns',
    errors: state.errors,
    back: { href: '/desk/settings' },
    children: (
      <>
        <Said flash={flash} />
        <h1>Mailbox for concerns</h1>
        <p>
          Mail to {school.profile.concernEmail} becomes a concern by itself, in confidence: who wrote it is
          locked away, and it is checked for a child at risk like every other. Answers to Handbell’s mails
          come to the concern they belong to.
        </p>
        {row ? (
          <Standing row={row} counts={await countTaken(work)} once={once} />
        ) : (
          <InsetText>
            No mailbox is read yet. Use one that is for concerns alone: every mail in it becomes one. Whoever
            can open it can read what parents write, so give its password to nobody else.
          </InsetText>
        )}
        <h2>{row ? 'Change how it is read' : 'Read a mailbox'}</h2>
        <Form action={MAILBOX} once={once}>
          <MailboxFields form={state} stored={row !== undefined} />
          <Button>{row?.active ? 'Save and try' : 'Save and begin'}</Button>
        </Form>
      </>
    ),
  });
}
