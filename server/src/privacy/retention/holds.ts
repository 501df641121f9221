import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../../people/last-change.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
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
 * @throws Refusal 404 when there is none, 409 when it is off already: who took it off, and when
 */
export async function liftHold(work: Work, id: HoldId, by: MemberId): Promise<void> {
  const own = and(eq(retentionHold.schoolId, work.school), eq(retentionHold.id, id));
  const [hold] = await work.queries.select().from(retentionHold).where(own).for('update');
  if (!hold) throw notFound();
  const { object, liftedAt } = hold;
  if (liftedAt) {
    const asked = { about: { hold: id }, act: 'retention.hold-lifted', did: 'took it off' };
    throw await outrun(work, object, 'This hold was taken off already.', asked);
  }
  await work.queries.update(retentionHold).set({ liftedBy: by, liftedAt: work.now }).where(own);
  work.audit({ act: 'retention.hold-lifted', object, detail: { hold: id } });
}
