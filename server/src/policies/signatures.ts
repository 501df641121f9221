import type { SignatureSlot } from '@handbell/policy';
import { and, asc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { secretHash } from '../people/store.ts';
import { removeFile } from '../platform/files/store.ts';
import type { FileId } from '../platform/files/tables.ts';
import { type Id, type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { SignaturePlace, SigningMethod } from './signing.ts';
import { policySignature } from './tables.ts';
import type { PolicyId } from './version.ts';

export type PlaceId = Id<'policy-signature'>;

function nameCell(row: PlaceId) {
  return { table: 'policy_signature', column: 'name', row };
}

function ofPolicy(work: Work, id: PolicyId) {
  return and(eq(policySignature.schoolId, work.school), eq(policySignature.policyId, id));
}

function read(work: Work, row: typeof policySignature.$inferSelect): SignaturePlace {
  const { id, role, required, method, name, signedOn, recordedBy, scanFileId, linkHash, linkExpiresAt } = row;
  if (!method || !name || !signedOn) {
    const good = linkHash !== null && linkExpiresAt && Temporal.Instant.compare(linkExpiresAt, work.now) > 0;
    return { id, role, required, ...(good && { link: { expiresAt: linkExpiresAt } }) };
  }
  const signed = {
    method,
    name: work.keys.open(nameCell(id), name),
    on: signedOn,
    ...(recordedBy && { recordedBy }),
    ...(scanFileId && { scan: scanFileId }),
  };
  return { id, role, required, signed };
}

/** The places for signatures of a version, in the document's order. */
export async function placesOf(work: Work, id: PolicyId): Promise<readonly SignaturePlace[]> {
  const rows = await work.queries
    .select()
    .from(policySignature)
    .where(ofPolicy(work, id))
    .orderBy(asc(policySignature.position));
  return rows.map((row) => read(work, row));
}

/** Adds the places of a document to a new draft; all of them have to be signed until the school says otherwise. */
export async function addPlaces(work: Work, id: PolicyId, slots: readonly SignatureSlot[]): Promise<void> {
  await replacePlaces(
    work,
    id,
    slots.map(({ role }) => ({ role, required: true })),
  );
}

/** Puts other places in the stead of a draft's. The caller audits. */
export async function replacePlaces(
  work: Work,
  id: PolicyId,
  places: readonly { readonly role: string; readonly required: boolean }[],
): Promise<void> {
  await work.queries.delete(policySignature).where(ofPolicy(work, id));
  if (places.length === 0) return;
  await work.queries.insert(policySignature).values(
    places.map(({ role, required }, position) => ({
      schoolId: work.school,
      id: newId<'policy-signature'>(),
      policyId: id,
      position,
      role,
      required,
    })),
  );
}

/** Writes a signature in its place. The caller has locked the version, and audits. */
export async function fillPlace(
  work: Work,
  place: PlaceId,
  signature: {
    readonly method: SigningMethod;
    readonly name: string;
    readonly on: Temporal.PlainDate;
    readonly by?: MemberId;
    readonly scan?: FileId | undefined;
  },
): Promise<void> {
  await work.queries
    .update(policySignature)
    .set({
      method: signature.method,
      name: work.keys.seal(nameCell(place), signature.name),
      signedOn: signature.on,
      recordedBy: signature.by ?? null,
      scanFileId: signature.scan ?? null,
      recordedAt: work.now,
    })
    .where(and(eq(policySignature.schoolId, work.school), eq(policySignature.id, place)));
}

/** Takes all signatures of a version away, with their scans and links, since its words will change. The caller audits. */
export async function clearPlaces(work: Work, id: PolicyId): Promise<void> {
  const scans = (await placesOf(work, id)).flatMap(({ signed }) => (signed?.scan ? [signed.scan] : []));
  await work.queries
    .update(policySignature)
    .set({
      method: null,
      name: null,
      signedOn: null,
      recordedBy: null,
      recordedAt: null,
      linkHash: null,
      linkExpiresAt: null,
      scanFileId: null,
    })
    .where(ofPolicy(work, id));
  for (const scan of scans) await removeFile(work, scan);
}

/** Writes a personal link for a place; only the hash of its secret is kept. The caller has locked the version, and audits. */
export async function setLink(
  work: Work,
  place: PlaceId,
  secret: string,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await work.queries
    .update(policySignature)
    .set({ linkHash: secretHash(secret), linkExpiresAt: expiresAt })
    .where(and(eq(policySignature.schoolId, work.school), eq(policySignature.id, place)));
}

/** The place, and its version, that a personal link was made for. */
export async function placeOfLink(
  work: Work,
  secret: string,
): Promise<{ readonly policy: PolicyId; readonly place: PlaceId } | undefined> {
  const [row] = await work.queries
    .select({ policy: policySignature.policyId, place: policySignature.id })
    .from(policySignature)
    .where(and(eq(policySignature.schoolId, work.school), eq(policySignature.linkHash, secretHash(secret))));
  return row;
}
