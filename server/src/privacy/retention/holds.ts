import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { changedMeanwhile } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { retentionHold } from '../tables.ts';
import type { HoldReason } from './rules.ts';

export type HoldId = Id<'hold'>;

/** A hold that is on. */
export interface Hold {
  readonly id: HoldId;
  /** The record, as the audit names it: "case:…". */
  readonly object: string;
  readonly reason: HoldReason;
  readonly words: string;
  /** When somebody looks at it again. */
  readonly reviewOn: Temporal.PlainDate;
  readonly madeBy: MemberId;
  readonly madeAt: Temporal.Instant;
}

const cell = (row: HoldId) => ({ table: 'retention_hold', column: 'words', row });

/** The holds that are on, the one to look at next first. */
export async function openHolds(work: Work): Promise<readonly Hold[]> {
  const rows = await work.queries
    .select()
    .from(retentionHold)
    .where(and(eq(retentionHold.schoolId, work.school), isNull(retentionHold.liftedAt)))
    .orderBy(asc(retentionHold.reviewOn), asc(retentionHold.id));
  return rows.map(({ id, object, reason, words, reviewOn, madeBy, madeAt }) => ({
    id,
    object,
    reason,
    words: work.keys.open(cell(id), words),
    reviewOn,
    madeBy,
    madeAt,
  }));
}

/** The records that may not be destroyed now: no hold is opened. */
export async function heldObjects(work: Work): Promise<ReadonlySet<string>> {
  const rows = await work.queries
    .select({ object: retentionHold.object })
    .from(retentionHold)
    .where(and(eq(retentionHold.schoolId, work.school), isNull(retentionHold.liftedAt)));
  return new Set(rows.map(({ object }) => object));
}

type NewHold = Pick<Hold, 'object' | 'reason' | 'words' | 'reviewOn' | 'madeBy'>;

/** Puts a hold on a record. The same hold twice is one hold. */
export async function placeHold(work: Work, hold: NewHold): Promise<void> {
  const id = newId<'hold'>();
  const { object, reason, words, reviewOn, madeBy } = hold;
  const made = await work.queries
    .insert(retentionHold)
    .values({
      schoolId: work.school,
      id,
      object,
      reason,
      words: work.keys.seal(cell(id), words),
      reviewOn,
      madeBy,
      madeAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ id: retentionHold.id });
  if (made.length === 0) return;
  work.audit({ act: 'retention.held', object, detail: { reason, reviewOn: reviewOn.toString() } });
}

/**
 * Takes a hold off.
 * @throws Refusal 409 when it is off already
 */
export async function liftHold(work: Work, id: HoldId, by: MemberId): Promise<void> {
  const [lifted] = await work.queries
    .update(retentionHold)
    .set({ liftedBy: by, liftedAt: work.now })
    .where(
      and(eq(retentionHold.schoolId, work.school), eq(retentionHold.id, id), isNull(retentionHold.liftedAt)),
    )
    .returning({ object: retentionHold.object });
  if (!lifted) throw changedMeanwhile('This hold was taken off already.');
  work.audit({ act: 'retention.hold-lifted', object: lifted.object, detail: { hold: id } });
}
