import type { SignatureSlot } from '@handbell/policy';
import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
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
  const { id, role, required, method, name, signedOn, recordedBy } = row;
  if (!method || !name || !signedOn || !recordedBy) return { id, role, required };
  const signed = { method, name: work.keys.open(nameCell(id), name), on: signedOn, recordedBy };
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
    readonly by: MemberId;
  },
): Promise<void> {
  await work.queries
    .update(policySignature)
    .set({
      method: signature.method,
      name: work.keys.seal(nameCell(place), signature.name),
      signedOn: signature.on,
      recordedBy: signature.by,
      recordedAt: work.now,
    })
    .where(and(eq(policySignature.schoolId, work.school), eq(policySignature.id, place)));
}

/** Takes all signatures of a version away, since its words will change. The caller audits. */
export async function clearPlaces(work: Work, id: PolicyId): Promise<void> {
  await work.queries
    .update(policySignature)
    .set({ method: null, name: null, signedOn: null, recordedBy: null, recordedAt: null })
    .where(ofPolicy(work, id));
}
