import { and, eq } from 'drizzle-orm';
import { type ScanResult, scan } from '../../../platform/antivirus.ts';
import { notFound, Refusal } from '../../../platform/web/refusal.ts';
import type { Work } from '../../../platform/work.ts';
import { tell } from '../../events.ts';
import { alertSafeguarding } from '../../readers.ts';
import { type ConcernId, TRANSITIONS } from '../../rules.ts';
import { type Actor, type Found, findFor, sightFacts } from '../../standing.ts';
import { change } from '../../store.ts';
import { coverPicture, type Square } from '../cover.ts';
import { keepCustody } from '../custody.ts';
import type { EvidenceId } from '../kinds.ts';
import { addEvidence, type Evidence, listEvidence, openEvidence } from '../store.ts';
import { concernEvidence } from '../tables.ts';

/** Somebody of the school about to do something with one piece of evidence of one concern. */
export interface PieceAttempt {
  readonly work: Work;
  readonly staff: Actor;
  readonly concern: ConcernId;
  readonly evidence: EvidenceId;
  /** The address that people use, for the link in an alert. */
  readonly origin: string;
}

/**
 * A piece of a concern that this person may read.
 * @throws Refusal 404 for everybody else, and when the concern has no such piece (rule 32)
 */
export async function pieceFor(
  { work, staff, concern, evidence }: Omit<PieceAttempt, 'origin'>,
  lock: boolean,
): Promise<{ readonly found: Found; readonly piece: Evidence }> {
  const found = await findFor(work, staff, concern, lock);
  if (found?.sight !== 'read') throw notFound();
  const piece = (await listEvidence(work, concern)).find(({ id }) => id === evidence);
  if (!piece) throw notFound();
  return { found, piece };
}

async function set(
  work: Work,
  id: EvidenceId,
  values: Partial<Pick<typeof concernEvidence.$inferInsert, 'state' | 'scan'>>,
): Promise<void> {
  await work.queries
    .update(concernEvidence)
    .set(values)
    .where(and(eq(concernEvidence.schoolId, work.school), eq(concernEvidence.id, id)));
}

/** The safeguarding hold, put on where it is not on yet and still can be. */
async function holdNow(attempt: PieceAttempt, { row, standings }: Found): Promise<void> {
  const { work, staff, concern, origin } = attempt;
  const state = TRANSITIONS[row.state][row.state === 'received' ? 'screen-hold' : 'hold'];
  if (state !== null) await change(work, row, { state, screenedAt: row.screenedAt ?? work.now });
  const note = 'A file was sealed without being looked at.';
  if (state !== null) await tell(work, concern, { kind: 'held', member: staff.member, note });
  await alertSafeguarding(work, { ...sightFacts(row, standings), safeguarding: true }, origin);
}

/**
 * Seals a piece that nobody has to look at: nobody opens it here any more, the hold goes on and the safeguarding lead
 * is alerted at once (rule 14).
 * @throws Refusal 409 when it is sealed already
 */
export async function sealUnseen(attempt: PieceAttempt): Promise<void> {
  const { work, staff, concern, evidence } = attempt;
  const { found, piece } = await pieceFor(attempt, true);
  if (piece.state === 'sealed')
    throw new Refusal(409, 'This piece is sealed already.', 'Nothing more is to do.');
  await set(work, evidence, { state: 'sealed' });
  await keepCustody(work, evidence, 'sealed', staff.member);
  await holdNow(attempt, found);
  work.audit({ act: 'evidence.sealed-unseen', object: `concern:${concern}`, detail: { evidence } });
}

/**
 * Asks for a piece: it is scanned first where the school has a scanner, and that it was asked for is written down.
 * Whatever the scanner finds dangerous is sealed instead.
 * @param clamd where the scanner is, as the setting has it
 * @returns whether it may be looked at now
 */
export async function askFor(
  attempt: PieceAttempt,
  act: 'seen' | 'exported',
  clamd: string | undefined,
): Promise<boolean> {
  const { work, staff, concern, evidence } = attempt;
  await pieceFor(attempt, true);
  const { content } = await openEvidence(work, concern, evidence);
  const result: ScanResult = await scan(clamd, content.bytes);
  await set(work, evidence, { scan: result, ...(result === 'infected' ? { state: 'sealed' } : {}) });
  await keepCustody(
    work,
    evidence,
    result === 'infected' ? 'sealed' : act,
    result === 'infected' ? undefined : staff.member,
  );
  return result !== 'infected';
}

/**
 * Covers squares of a picture: a new piece has the cover burned in, and the original is sealed.
 * @throws Refusal 409 when it is sealed or no picture
 */
export async function cover(attempt: PieceAttempt, squares: readonly Square[]): Promise<EvidenceId> {
  const { work, staff, concern, evidence } = attempt;
  const { piece } = await pieceFor(attempt, true);
  const { content } = await openEvidence(work, concern, evidence);
  const bytes = await coverPicture(content.bytes, squares);
  if (!bytes) throw new Refusal(409, 'This piece is no picture.', 'Go back. Only pictures can be covered.');
  const made = await addEvidence(work, concern, {
    kind: 'picture',
    name: `${piece.name}, covered`,
    type: 'image/jpeg',
    bytes,
    member: staff.member,
    madeFrom: evidence,
  });
  await set(work, evidence, { state: 'sealed' });
  await keepCustody(work, evidence, 'covered', staff.member);
  return made;
}
