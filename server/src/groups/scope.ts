import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { policyInForceOn } from '../policies/store.ts';
import type { GroupKind } from './rules.ts';

/** What the policy in force today covers; undefined while none is. */
export async function scopeToday(work: Work): Promise<readonly GroupKind[] | undefined> {
  return (await policyInForceOn(work, schoolDay(work.now)))?.document.groupTypes;
}
