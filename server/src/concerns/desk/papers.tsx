import { z } from 'zod';
import type { Routes } from '../../edge/routes.ts';
import { PaperLinks } from '../../letters/paper-links.tsx';
import { PAPER_ENDINGS, type Paper, printPaper } from '../../letters/printed.ts';
import { signerOf } from '../../letters/signer.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { closureValues } from '../closing.ts';
import { storyOf } from '../events.ts';
import type { ConcernRow } from '../standing.ts';
import type { ConcernContext } from './concern-page.tsx';
import { concernRecord } from './record.ts';

const CLOSED: ReadonlySet<ConcernRow['state']> = new Set(['exited', 'concluded']);

/** The ways to print what a reporter was told, for those who wrote on paper. */
export function Papers({ row }: { row: ConcernRow }) {
  const closed = CLOSED.has(row.state);
  if (!row.acknowledgedAt && !closed) return null;
  return (
    <>
      <p>For a reporter who has no way to their page:</p>
      <ul>
        {row.acknowledgedAt && (
          <li>
            <PaperLinks name="The acknowledgement" href={`/desk/concerns/${row.id}/acknowledgement`} />
          </li>
        )}
        {closed && (
          <li>
            <PaperLinks name="The closing note" href={`/desk/concerns/${row.id}/closing-note`} />
          </li>
        )}
      </ul>
    </>
  );
}

/** What the reporter was told on an occasion, word for word. */
async function told({ work }: ConcernContext, id: ConcernRow['id'], kind: 'acknowledged' | 'exited') {
  return (await storyOf(work, id)).findLast((event) => event.kind === kind)?.message ?? '';
}

async function paperOf(context: ConcernContext, kind: 'acknowledgement' | 'closure-note'): Promise<Paper> {
  const { work, staff, params, services, school } = context;
  const { row } = await concernRecord(work, staff, params.concern);
  const closing = kind === 'closure-note';
  if (closing ? !CLOSED.has(row.state) : !row.acknowledgedAt) throw notFound();
  const address = `${services.origin}/s/${school.slug}`;
  const facts = {
    reference: row.reference,
    received: schoolDay(row.receivedAt),
    address,
    profile: school.profile,
  };
  return {
    kind,
    head: { reference: row.reference, signer: await signerOf(work, staff) },
    values: closureValues(facts),
    object: `concern:${row.id}`,
    told: await told(context, row.id, closing ? 'exited' : 'acknowledged'),
  };
}

/** The acknowledgement (D1) and the closing note (D2) on paper: what the reporter reads on their own page. */
export function concernPaperRoutes(routes: Routes): void {
  for (const ending of PAPER_ENDINGS) {
    for (const [name, kind] of [
      ['acknowledgement', 'acknowledgement'],
      ['closing-note', 'closure-note'],
    ] as const) {
      routes.staffPage(`/desk/concerns/:concern/${name}.${ending}`, {
        may: 'concern.acknowledge',
        params: z.object({ concern: idSchema<'concern'>() }),
        show: async (context) => printPaper(context, await paperOf(context, kind), ending),
      });
    }
  }
}
