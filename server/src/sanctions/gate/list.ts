import type { Temporal } from 'temporal-polyfill';
import { partiesOf } from '../../cases/parties.ts';
import type { Work } from '../../platform/work.ts';
import type { BanPlan } from '../ban/plan.ts';
import { bansInForce } from '../ban/store.ts';
import type { BanId } from '../ids.ts';

/** What whoever stands at the gate knows of a ban: name, scope, dates, and nothing of the matter (domain 2.11). */
export interface GateEntry {
  readonly ban: BanId;
  readonly name: string;
  readonly scope: BanPlan['scope'];
  readonly from: Temporal.PlainDate;
  readonly last: Temporal.PlainDate | undefined;
}

/** The bans that hold today, as the gate sees them. */
export async function gateList(work: Work): Promise<readonly GateEntry[]> {
  const entries: GateEntry[] = [];
  for (const { id, caseId, scope, from, last } of await bansInForce(work)) {
    const subject = (await partiesOf(work, caseId)).find(({ part }) => part === 'subject');
    entries.push({ ban: id, name: subject?.name ?? '', scope, from, last });
  }
  return entries.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
