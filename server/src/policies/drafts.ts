import { canonicalJson, type PolicyDocument } from '@handbell/policy';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { outrun } from '../people/last-change.ts';
import { removeFile } from '../platform/files/store.ts';
import type { FileId } from '../platform/files/tables.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import { notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { type SettledDoubt, settleDoubts } from './doubts.ts';
import type { LeftOut } from './left-out.ts';
import { nextState, type PolicyAct, type PolicyState, PolicyStepRefused, STATES_IN_WORK } from './life.ts';
import { readPolicy } from './read-row.ts';
import { addPlaces } from './signatures.ts';
import { policy } from './tables.ts';
import type { PolicyId, PolicyRecord } from './version.ts';

/** A policy as it was read, about to become a draft. */
export interface NewDraft {
  readonly document: PolicyDocument;
  readonly doubts: readonly SettledDoubt[];
  readonly file?: { readonly id: FileId; readonly name: string };
}

/** The version being written or waiting to come into force, if there is one: a school works on one at a time. */
export async function policyInWork(work: Work): Promise<PolicyRecord | undefined> {
  const [row] = await work.queries
    .select()
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), inArray(policy.state, [...STATES_IN_WORK])));
  return row && readPolicy(row);
}

/**
 * Makes the next version, as a draft, with the places for signatures that its document has.
 * @throws Refusal 409 when another version is being worked on
 */
export async function startDraft(work: Work, draft: NewDraft, madeBy: MemberId): Promise<PolicyId> {
  const id = newId<'policy'>();
  const [last] = await work.queries
    .select({ number: policy.number, summary: policy.summary })
    .from(policy)
    .where(eq(policy.schoolId, work.school))
    .orderBy(desc(policy.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const made = await work.queries
    .insert(policy)
    .values({
      schoolId: work.school,
      id,
      number,
      state: 'draft',
      revision: 1,
      document: canonicalJson(draft.document),
      doubts: draft.doubts,
      fileId: draft.file?.id ?? null,
      fileName: draft.file?.name ?? null,
      madeBy,
      madeAt: work.now,
      // The words of the last version's summary are the start of this one's.
      summary: last?.summary ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: policy.id });
  if (made.length === 0) throw alreadyInWork();
  await addPlaces(work, id, draft.document.signatures);
  const detail = { version: number, doubts: draft.doubts.length, file: draft.file?.id ?? null };
  work.audit({ act: 'policy.drafted', object: `policy:${id}`, detail });
  return id;
}

/** Somebody started another version first. */
export function alreadyInWork(): Refusal {
  return new Refusal(
    409,
    'There is a version of the policy in work already.',
    'Go on with that one, or delete it before you start another.',
  );
}

/** One version in any state. Throws Refusal 404 when there is none. */
export async function findPolicy(work: Work, id: PolicyId): Promise<PolicyRecord> {
  const [row] = await work.queries
    .select()
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), eq(policy.id, id)));
  if (!row) throw notFound();
  return readPolicy(row);
}

/**
 * Locks a version for an act, until the end of the work.
 * @param revision what the page showed that asks for the act; undefined when it does not matter what came between
 * @returns the version and the state it is in after the act
 * @throws Refusal 404 when there is none, 409 when it was changed meanwhile or the act cannot be done in its state
 */
export async function lockPolicy(
  work: Work,
  id: PolicyId,
  act: PolicyAct,
  revision: number | undefined,
): Promise<{ readonly record: PolicyRecord; readonly state: PolicyState }> {
  const [row] = await work.queries
    .select()
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), eq(policy.id, id)))
    .for('update');
  if (!row) throw notFound();
  if (revision !== undefined && row.revision !== revision) {
    throw await outrun(
      work,
      `policy:${id}`,
      'This version of the policy changed while you were looking at it.',
    );
  }
  try {
    return { record: readPolicy(row), state: nextState(row.state, act) };
  } catch (error) {
    if (!(error instanceof PolicyStepRefused)) throw error;
    throw new Refusal(409, error.message, 'Load the policy’s page again to see where it stands.');
  }
}

/** Writes a changed version; every writing counts the revision up. */
export async function writePolicy(
  work: Work,
  { id, revision }: PolicyRecord,
  change: Partial<typeof policy.$inferInsert>,
): Promise<void> {
  await work.queries
    .update(policy)
    .set({ ...change, revision: revision + 1 })
    .where(and(eq(policy.schoolId, work.school), eq(policy.id, id)));
}

/** A change to a draft's document. */
export interface DraftChange {
  readonly revision: number;
  /** What was changed, for the audit record: "clause-kind". */
  readonly what: string;
  /** Gives the document after the change; the same one to keep it as it is. */
  readonly edit: (document: PolicyDocument) => PolicyDocument;
  /** The place of the doubt that the person was asked about. */
  readonly doubt?: number | undefined;
}

/**
 * Changes a draft, and settles the doubts that the change answers.
 * @throws Refusal 404, 409 as `lockPolicy`; whatever `edit` throws
 */
export async function changeDraft(work: Work, id: PolicyId, change: DraftChange): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'edit', change.revision);
  const document = change.edit(record.document);
  const how = document === record.document ? 'kept' : 'changed';
  const doubts = settleDoubts(record.doubts, document, change.doubt, how);
  await writePolicy(work, record, { state, document: canonicalJson(document), doubts });
  const detail = { what: change.what, how, doubt: change.doubt ?? null };
  work.audit({ act: 'policy.changed', object: `policy:${id}`, detail });
}

/**
 * Leaves words of the source out on purpose. Throws Refusal 404, 409 as `lockPolicy`.
 * @param left the words, and why
 */
export async function leaveOut(work: Work, id: PolicyId, revision: number, left: LeftOut): Promise<void> {
  const { record } = await lockPolicy(work, id, 'edit', revision);
  await writePolicy(work, record, { leftOut: [...record.leftOut, left] });
  const detail = { what: 'piece-left-out', from: left.span[0], to: left.span[1] };
  work.audit({ act: 'policy.changed', object: `policy:${id}`, detail });
}

/**
 * Changes what stands beside a version and is no part of its words: its summary, its date of review. Published versions
 * can be changed so too.
 * @param what for the audit record: "summary"
 */
export async function saveBeside(
  work: Work,
  id: PolicyId,
  what: string,
  change: Pick<Partial<typeof policy.$inferInsert>, 'summary' | 'reviewSet'>,
): Promise<void> {
  const record = await findPolicy(work, id);
  await writePolicy(work, record, change);
  work.audit({ act: 'policy.changed-beside', object: `policy:${id}`, detail: { what } });
}

/** Deletes a draft and the file it came from. Its number is free again; the audit record keeps that there was one. */
export async function deleteDraft(work: Work, id: PolicyId, revision: number): Promise<void> {
  const { record } = await lockPolicy(work, id, 'edit', revision);
  await work.queries.delete(policy).where(and(eq(policy.schoolId, work.school), eq(policy.id, id)));
  if (record.file) await removeFile(work, record.file.id);
  work.audit({ act: 'policy.draft-deleted', object: `policy:${id}`, detail: { version: record.number } });
}
