import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import type { MailState } from '../platform/mail/tables.ts';
import { countMail, listMail, type TrayMail } from '../platform/mail/tray.ts';
import { formatDateTime, InsetText, Notice, Pagination, paged, Table, Tag } from '../ui/index.ts';
import { Stuck, tellsOfStuck } from './stuck.tsx';
import { kindName, STATE_TEXT } from './words.ts';

export const TRAY = '/desk/settings/mail';

const PER_PAGE = 50;
const DONE: readonly MailState[] = ['sent', 'aside'];

const NOTICES: Readonly<Record<string, string>> = {
  again: 'The mail will be tried again within a minute.',
  'after-all': 'The mail will go out within a minute.',
  aside: 'The mail is put aside.',
};

function MailTable({
  caption,
  mails,
  empty,
}: {
  caption: string;
  mails: readonly TrayMail[];
  empty: string;
}) {
  return (
    <Table
      caption={caption}
      columns={[{ header: 'Mail' }, { header: 'State' }, { header: 'To' }, { header: 'Since' }]}
      rows={mails.map((mail) => [
        <a href={`${TRAY}/${mail.id}`}>{kindName(mail.kind)}</a>,
        <Tag kind={STATE_TEXT[mail.state].tag}>{STATE_TEXT[mail.state].name}</Tag>,
        <bdi>{mail.masked}</bdi>,
        formatDateTime(mail.createdAt),
      ])}
      empty={empty}
    />
  );
}

/** What the page says of how mail leaves. */
function HowMailLeaves({ byServer }: { byServer: boolean }) {
  if (byServer)
    return <p>Mail goes out by itself. A mail that cannot be sent is tried six times within 15 hours.</p>;
  return (
    <InsetText>
      <p>
        <strong>No mail server is set up, so nothing goes out by itself.</strong> Each mail waits here, and
        lies as a file in the folder “mail” of Handbell’s data. Open a mail to hand it over yourself, then put
        it aside.
      </p>
      <p>To send mail, set SMTP_URL and start Handbell again. What still waits then goes out.</p>
    </InsetText>
  );
}

/** The mail tray: what needs a person, what waits, what is done with. */
export async function trayPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, request, flash, services } = context;
  const { page, pages, offset } = paged(request.query.page, await countMail(work, DONE), PER_PAGE);
  const all = { offset: 0, limit: 500 };
  const dead = await listMail(work, ['dead'], all);
  const waiting = await listMail(work, ['waiting', 'failed'], all);
  const done = await listMail(work, DONE, { offset, limit: PER_PAGE });
  const notice = NOTICES[flash.done ?? ''];
  const stuck = await tellsOfStuck(work, context.staff);
  return context.page({
    room: '/desk/settings',
    title: 'Mail',
    back: { href: '/desk/settings', label: 'Settings' },
    children: (
      <>
        {notice !== undefined && (
          <Notice kind="success">
            <p>{notice}</p>
          </Notice>
        )}
        <h1>Mail</h1>
        <HowMailLeaves byServer={services.settings.SMTP_URL !== undefined} />
        {stuck && <Stuck once={context.once} action={`${TRAY}/confidential`} />}
        {dead.length > 0 && <MailTable caption="Could not be sent" mails={dead} empty="" />}
        <MailTable caption="Waiting" mails={waiting} empty="No mail waits." />
        <MailTable caption="Done with" mails={done} empty="Nothing was sent in the last 30 days." />
        <Pagination
          page={page}
          pages={pages}
          href={(to) => `${TRAY}?page=${to}`}
          label="Mail that is done with"
        />
      </>
    ),
  });
}
