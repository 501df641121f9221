import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { NoticeTopic } from '../groups/notices/topics.ts';
import { type Id, type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { CaseId } from './ids.ts';
import { caseDecision, type EndedHow } from './tables.ts';

/** A decision in words. */
export interface DecisionText {
  readonly outcome: string;
  /** What it is called, as the policy says it. */
  readonly label: string;
  readonly standing: string;
  readonly reasons: string;
  /** What is asked of the parent from now on. */
  readonly expected: string;
  readonly jumpReason: string;
  readonly overrideReason: string;
  readonly expiresOn: Temporal.PlainDate | undefined;
  /** Which general note to moderators goes out with it; only for a reminder. */
  readonly topic?: NoticeTopic | undefined;
}

export interface KeptDecision extends DecisionText {
  readonly id: Id<'case-decision'>;
  readonly decidedBy: MemberId;
  readonly decidedAt: Temporal.Instant;
  readonly secondBy: MemberId | undefined;
  readonly secondAt: Temporal.Instant | undefined;
}

type Column = 'reasons' | 'expected' | 'jump_reason' | 'override_reason';
const cell = (column: Column, row: Id<'case-decision'>) => ({ table: 'case_decision', column, row });

const standing = (work: Work, caseId: CaseId) =>
  and(
    eq(caseDecision.schoolId, work.school),
    eq(caseDecision.caseId, caseId),
    isNull(caseDecision.withdrawnAt),
  );

/** Keeps the words of a decision; that it was taken is in the chronology. */
export async function keepDecision(
  work: Work,
  caseId: CaseId,
  by: MemberId,
  decision: DecisionText,
): Promise<void> {
  const id = newId<'case-decision'>();
  const seal = (column: Column, text: string) =>
    text === '' ? null : work.keys.seal(cell(column, id), text);
  await work.queries.insert(caseDecision).values({
    schoolId: work.school,
    id,
    caseId,
    outcome: decision.outcome,
    label: decision.label,
    standing: decision.standing,
    reasons: work.keys.seal(cell('reasons', id), decision.reasons),
    expected: seal('expected', decision.expected),
    jumpReason: seal('jump_reason', decision.jumpReason),
    overrideReason: seal('override_reason', decision.overrideReason),
    expiresOn: decision.expiresOn ?? null,
    topic: decision.topic ?? null,
    decidedBy: by,
    decidedAt: work.now,
  });
}

/** The decision that stands, if there is one. */
export async function decisionOf(work: Work, caseId: CaseId): Promise<KeptDecision | undefined> {
  const [row] = await work.queries.select().from(caseDecision).where(standing(work, caseId));
  if (!row) return undefined;
  const open = (column: Column, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed) : '';
  return {
    id: row.id,
    outcome: row.outcome,
    label: row.label,
    standing: row.standing,
    reasons: open('reasons', row.reasons),
    expected: open('expected', row.expected),
    jumpReason: open('jump_reason', row.jumpReason),
    overrideReason: open('override_reason', row.overrideReason),
    expiresOn: row.expiresOn ?? undefined,
    topic: row.topic ?? undefined,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    secondBy: row.secondBy ?? undefined,
    secondAt: row.secondAt ?? undefined,
  };
}

/** Sets a decision aside; it stays on record with why it counts no more. */
export async function setDecisionAside(
  work: Work,
  caseId: CaseId,
  endedHow: EndedHow = 'withdrawn',
): Promise<void> {
  await work.queries
    .update(caseDecision)
    .set({ withdrawnAt: work.now, endedHow })
    .where(standing(work, caseId));
}

/** Adds the second signature to the decision that stands. */
export async function signDecision(work: Work, caseId: CaseId, by: MemberId): Promise<void> {
  await work.queries
    .update(caseDecision)
    .set({ secondBy: by, secondAt: work.now })
    .where(standing(work, caseId));
}
