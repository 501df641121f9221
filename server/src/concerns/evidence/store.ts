import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ScanResult } from '../../platform/antivirus.ts';
import { schoolDay } from '../../platform/clock.ts';
import { keepFile, type PlainFile, readFile } from '../../platform/files/store.ts';
import type { FileId } from '../../platform/files/tables.ts';
import { type MemberId, newId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { ConcernId } from '../rules.ts';
import type { AddedBy, EvidenceId, EvidenceKind, EvidenceState } from './kinds.ts';
import { concernEvidence } from './tables.ts';

/** A piece of evidence, without its bytes. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly concern: ConcernId;
  readonly kind: EvidenceKind;
  /** What people call it: "Picture 1". Never the name the file had on somebody's phone. */
  readonly name: string;
  readonly file: FileId;
  /** Of the bytes as they are kept. */
  readonly sha256: string;
  readonly addedBy: AddedBy;
  readonly member: MemberId | undefined;
  /** The school's day: of a reporter no finer time is kept. */
  readonly addedOn: Temporal.PlainDate;
  readonly state: EvidenceState;
  /** What a scanner said when it was last asked for; undefined before that. */
  readonly scan: ScanResult | undefined;
}

/** Evidence as it comes: already made safe by whoever takes it in. */
export interface NewEvidence {
  readonly kind: EvidenceKind;
  readonly name: string;
  /** Its media type, found by looking at it. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The member of staff who adds it; undefined for the reporter. */
  readonly member?: MemberId | undefined;
  /** The piece this one was made from, by covering part of it. */
  readonly madeFrom?: EvidenceId | undefined;
  /** "sealed" for what nobody should look at. */
  readonly state?: EvidenceState | undefined;
}

const nameCell = (row: EvidenceId) => ({ table: 'concern_evidence', column: 'name', row });

/** What the file itself is called: nothing of anybody's, since the name of a piece lies in its own row. */
const FILE_NAMES: Readonly<Record<EvidenceKind, string>> = {
  excerpt: 'excerpt.json',
  picture: 'picture',
  'mail-part': 'mail-part',
};

/**
 * Keeps a piece of evidence: its bytes encrypted on the disk, its row and its audit entry in the work's transaction.
 * @throws Refusal 503 when the disk is full or cannot be written
 */
export async function addEvidence(work: Work, concern: ConcernId, entry: NewEvidence): Promise<EvidenceId> {
  const id = newId<'evidence'>(work.now);
  const { kind, type, bytes, member, state = 'kept' } = entry;
  const fileId = await keepFile(work, { name: FILE_NAMES[kind], type, bytes });
  await work.queries.insert(concernEvidence).values({
    schoolId: work.school,
    id,
    concernId: concern,
    kind,
    name: work.keys.seal(nameCell(id), entry.name),
    fileId,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedBy: member === undefined ? 'reporter' : 'staff',
    memberId: member ?? null,
    addedOn: schoolDay(work.now),
    state,
    madeFrom: entry.madeFrom ?? null,
  });
  work.audit({ act: 'evidence.added', object: `concern:${concern}`, detail: { evidence: id, kind, state } });
  return id;
}

function evidenceOf(work: Work, row: typeof concernEvidence.$inferSelect): Evidence {
  return {
    id: row.id,
    concern: row.concernId,
    kind: row.kind,
    name: work.keys.open(nameCell(row.id), row.name),
    file: row.fileId,
    sha256: row.sha256,
    addedBy: row.addedBy,
    member: row.memberId ?? undefined,
    addedOn: row.addedOn,
    state: row.state,
    scan: row.scan ?? undefined,
  };
}

/** All evidence of a concern, in the order it came. Who may see it is asked before (`findFor`). */
export async function listEvidence(work: Work, concern: ConcernId): Promise<readonly Evidence[]> {
  const rows = await work.queries
    .select()
    .from(concernEvidence)
    .where(and(eq(concernEvidence.schoolId, work.school), eq(concernEvidence.concernId, concern)))
    .orderBy(asc(concernEvidence.id));
  return rows.map((row) => evidenceOf(work, row));
}

/**
 * Opens one piece of a concern. Who may see it is asked before (`findFor`).
 * @param concern the concern it must belong to: a piece is never reached through another one
 * @throws Refusal 404 when the concern has no such piece, 409 when it is sealed, 503 when its bytes are damaged
 */
export async function openEvidence(
  work: Work,
  concern: ConcernId,
  id: EvidenceId,
): Promise<{ readonly evidence: Evidence; readonly content: PlainFile }> {
  const evidence = (await listEvidence(work, concern)).find((each) => each.id === id);
  if (!evidence) throw notFound();
  if (evidence.state === 'sealed') {
    throw new Refusal(
      409,
      'This piece is sealed, so nobody opens it here.',
      'Speak to the safeguarding lead. They know what is done with it.',
    );
  }
  return { evidence, content: await readFile(work, evidence.file) };
}
