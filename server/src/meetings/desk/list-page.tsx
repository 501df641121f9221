import { stepPage } from '../../cases/frame.tsx';
import type { CaseContext } from '../../cases/guarded.ts';
import { caseFor } from '../../cases/read.ts';
import type { Page } from '../../edge/contexts.ts';
import { ButtonLink, EmptyState, emptyForm, formatDateTime, Table, Tag } from '../../ui/index.ts';
import { mayArrange } from '../acts.ts';
import { whereOf } from '../letters.ts';
import { MEETING_TEXT } from '../states.ts';
import { meetingsOf } from '../store.ts';
import { meetingsHref } from './href.ts';

/** The meetings of a case. */
export async function meetingsPage(context: CaseContext): Promise<Page> {
  const { work, staff, params } = context;
  const file = await caseFor(work, staff, params.id);
  const meetings = await meetingsOf(work, file.id);
  return stepPage(context, file, {
    title: 'Meetings',
    form: emptyForm,
    children: (
      <>
        <h1>Meetings with the parent</h1>
        <Table
          caption="Meetings"
          columns={[{ header: 'When' }, { header: 'Where' }, { header: 'Stands at' }]}
          rows={meetings.map((meeting) => [
            <a href={meetingsHref(file.id, meeting.id)}>
              {meeting.startsAt ? formatDateTime(meeting.startsAt) : 'No time agreed yet'}
            </a>,
            whereOf(meeting),
            <Tag kind={MEETING_TEXT[meeting.state].kind}>{MEETING_TEXT[meeting.state].name}</Tag>,
          ])}
          empty={
            <EmptyState title="No meeting yet">
              <p>
                A talk settles more than a letter. Offer two times or more; the parent chooses one on their
                own page, or tells you.
              </p>
            </EmptyState>
          }
        />
        {mayArrange(staff, file) && (
          <p>
            <ButtonLink href={`${meetingsHref(file.id)}/new`}>Arrange a meeting</ButtonLink>
          </p>
        )}
      </>
    ),
  });
}
