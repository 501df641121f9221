import type { Page } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { ComplaintsWay } from '../../schools/complaints/view.tsx';
import { formatDate, InsetText, SummaryList, UserText } from '../../ui/index.ts';
import { CHANNEL_NAMES } from '../labels.ts';
import { PrintButton } from '../print-button.tsx';
import type { ConcernContext } from './concern-page.tsx';
import { concernRecord } from './record.ts';
import { TOLD_NAMES } from './told-names.ts';

/**
 * What goes to the complaints procedure of a concern that was found to be a complaint: what was told, and how the person
 * can be reached; never who they are, which they tell the procedure themselves (domain 2.3, 2.9).
 */
export async function packPage(context: ConcernContext): Promise<Page> {
  const { work, staff, params, school } = context;
  const { row, account, story, readable } = await concernRecord(work, staff, params.concern);
  if (!readable || !account || row.exit !== 'complaint') throw notFound();
  const told = story.findLast(({ kind }) => kind === 'exited');
  return context.page({
    room: '/desk/concerns',
    title: `For the complaints procedure: ${row.reference}`,
    scripts: ['print.js'],
    back: { href: `/desk/concerns/${row.id}`, label: `Concern ${row.reference}` },
    children: (
      <>
        <h1>For the complaints procedure</h1>
        <PrintButton label="Print this page" />
        <SummaryList
          rows={[
            { key: 'Reference', value: row.reference },
            {
              key: 'Received',
              value: `${formatDate(schoolDay(row.receivedAt))}, ${CHANNEL_NAMES[row.channel].toLowerCase()}`,
            },
            { key: 'Told', value: TOLD_NAMES[row.mode] },
            { key: 'Sent on', value: row.endedAt ? formatDate(schoolDay(row.endedAt)) : '' },
          ]}
        />
        <h2>What was told</h2>
        <blockquote>
          <UserText text={account.words} />
        </blockquote>
        {account.hope !== '' && (
          <>
            <h2>What they hope for</h2>
            <UserText text={account.hope} />
          </>
        )}
        <h2>What they were told</h2>
        <UserText text={told?.message ?? ''} />
        <InsetText>
          Who told it is not on this page. They were asked to go to the complaints procedure themselves.
          Nobody is treated worse for complaining.
        </InsetText>
        <h2>The way it goes from here</h2>
        <ComplaintsWay profile={school.profile} />
      </>
    ),
  });
}
