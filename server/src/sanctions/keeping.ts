import { and, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../cases/ids.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { communicationPlan, siteBan, siteBanEvent } from './tables.ts';

/** When the last ban or plan of a case ended; "open" while one has not. */
export type SanctionsEnd = Temporal.PlainDate | 'open';

/** The cases that had a ban or a communication plan, with when the last of it ended. */
export async function sanctionsEnded(work: Work): Promise<ReadonlyMap<CaseId, SanctionsEnd>> {
  const bans = await work.queries
    .select({ caseId: siteBan.caseId, endedAt: siteBan.endedAt })
    .from(siteBan)
    .where(eq(siteBan.schoolId, work.school));
  const plans = await work.queries
    .select({ caseId: communicationPlan.caseId, endedAt: communicationPlan.endedAt })
    .from(communicationPlan)
    .where(eq(communicationPlan.schoolId, work.school));
  const ends = new Map<CaseId, SanctionsEnd>();
  for (const { caseId, endedAt } of [...bans, ...plans]) {
    ends.set(caseId, later(ends.get(caseId), endedAt ? schoolDay(endedAt) : 'open'));
  }
  return ends;
}

function later(one: SanctionsEnd | undefined, other: SanctionsEnd): SanctionsEnd {
  if (one === undefined) return other;
  if (one === 'open' || other === 'open') return 'open';
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}

/** Destroys the bans and plans of a case, with their stories. */
export async function destroySanctions(work: Work, caseId: CaseId): Promise<void> {
  const own = and(eq(siteBan.schoolId, work.school), eq(siteBan.caseId, caseId));
  const bans = await work.queries.select({ id: siteBan.id }).from(siteBan).where(own);
  if (bans.length > 0) {
    await work.queries.delete(siteBanEvent).where(
      and(
        eq(siteBanEvent.schoolId, work.school),
        inArray(
          siteBanEvent.banId,
          bans.map(({ id }) => id),
        ),
      ),
    );
    await work.queries.delete(siteBan).where(own);
  }
  await work.queries
    .delete(communicationPlan)
    .where(and(eq(communicationPlan.schoolId, work.school), eq(communicationPlan.caseId, caseId)));
  work.audit({ act: 'sanctions.destroyed', object: `case:${caseId}`, detail: { bans: bans.length } });
}
