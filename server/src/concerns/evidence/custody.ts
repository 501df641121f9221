import { and, asc, eq, gte } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type MemberId, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import type { CustodyAct, EvidenceId, Occasion } from './kinds.ts';
import { evidenceCustody } from './tables.ts';

/** One thing that was done with a piece of evidence after it came. */
export interface CustodyEntry {
  readonly at: Temporal.Instant;
  readonly act: CustodyAct;
  /** Who did it; undefined for Handbell itself. */
  readonly member: MemberId | undefined;
  /** Where it was shown, for that act. */
  readonly occasion: Occasion | undefined;
}

const OPEN_MINUTES = 10;

const ofPiece = (work: Work, evidence: EvidenceId) =>
  and(eq(evidenceCustody.schoolId, work.school), eq(evidenceCustody.evidenceId, evidence));

/** Writes down what is done with a piece, in the transaction that does it. */
export async function keepCustody(
  work: Work,
  evidence: EvidenceId,
  act: CustodyAct,
  member: MemberId | undefined,
  occasion?: Occasion,
): Promise<void> {
  await work.queries.insert(evidenceCustody).values({
    schoolId: work.school,
    id: newId<'evidence-custody'>(),
    evidenceId: evidence,
    at: work.now,
    act,
    memberId: member ?? null,
    occasion: occasion ?? null,
  });
  work.audit({ act: `evidence.${act}`, object: `evidence:${evidence}` });
}

/** Everything that was done with a piece, from its start. */
export async function custodyOf(work: Work, evidence: EvidenceId): Promise<readonly CustodyEntry[]> {
  const rows = await work.queries
    .select()
    .from(evidenceCustody)
    .where(ofPiece(work, evidence))
    .orderBy(asc(evidenceCustody.at), asc(evidenceCustody.id));
  return rows.map(({ at, act, memberId, occasion }) => ({
    at,
    act,
    member: memberId ?? undefined,
    occasion: occasion ?? undefined,
  }));
}

/** Whether this member asked for it in the last ten minutes: only then are its bytes given out. */
export async function justAsked(
  work: Work,
  evidence: EvidenceId,
  act: CustodyAct,
  member: MemberId,
): Promise<boolean> {
  const since = gte(evidenceCustody.at, work.now.subtract({ minutes: OPEN_MINUTES }));
  const own = and(eq(evidenceCustody.act, act), eq(evidenceCustody.memberId, member), since);
  return (await work.queries.$count(evidenceCustody, and(ofPiece(work, evidence), own))) > 0;
}
