import type { Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { InsetText } from '../../ui/index.ts';
import { OwnCopyView, ownCopy } from '../own-copy.tsx';
import { PrintButton } from '../print-button.tsx';
import type { ConcernContext } from './concern-page.tsx';
import { identityJustOpened } from './identity.ts';
import { concernRecord } from './record.ts';

/**
 * What a reporter told, printed for a reporter who asks for their own data and lost their code. Only for whoever opened
 * the vault for this concern just now, with a reason (rule 27).
 */
export async function ownCopyPage(context: ConcernContext): Promise<Page> {
  const { work, staff, params } = context;
  const { row } = await concernRecord(work, staff, params.concern);
  if (!(await identityJustOpened(work, staff, row.id))) throw notFound();
  return context.page({
    room: '/desk/concerns',
    title: 'What they told us, for them',
    scripts: ['print.js'],
    back: { href: `/desk/concerns/${row.id}`, label: `Concern ${row.reference}` },
    children: (
      <>
        <h1>What they told us, for them</h1>
        <InsetText>Print it and give it to them yourself. It goes into no pack and to nobody else.</InsetText>
        <PrintButton label="Print this page" />
        <OwnCopyView copy={await ownCopy(work, row)} />
      </>
    ),
  });
}
