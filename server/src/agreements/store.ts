import { and, count, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import { notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { PolicyId, PolicyVersion } from '../policies/version.ts';
import { receiptCode, receiptHash } from './receipt.ts';
import {
  type Agreement,
  type AgreementId,
  type AgreementState,
  AlreadyWithdrawn,
  type Method,
  plainName,
  type Signer,
  withdrawn,
} from './rules.ts';
import { agreement } from './tables.ts';

/** Slips are printed in the language of the document. */
const SLIP_LANGUAGE = 'en-GB';

type Row = typeof agreement.$inferSelect;
type SealedColumn = 'name' | 'child_class' | 'relationship';

function cell(column: SealedColumn, row: AgreementId) {
  return { table: 'agreement', column, row };
}

function sealSigner(work: Work, id: AgreementId, { name, childClass, relationship }: Signer) {
  const seal = (column: SealedColumn, text: string) => work.keys.seal(cell(column, id), text, 'identity');
  return {
    name: seal('name', name),
    childClass: childClass ? seal('child_class', childClass) : null,
    relationship: relationship ? seal('relationship', relationship) : null,
  };
}

function open(work: Work, row: Row): Agreement {
  const { id, name, childClass, relationship, withdrawnAt } = row;
  const read = (column: SealedColumn, sealed: Buffer) => work.keys.open(cell(column, id), sealed, 'identity');
  return {
    id,
    policy: row.policyId,
    documentHash: row.documentHash,
    method: row.method,
    language: row.language,
    signedOn: row.signedOn,
    recordedAt: row.recordedAt,
    state: row.state,
    name: read('name', name),
    ...(childClass && { childClass: read('child_class', childClass) }),
    ...(relationship && { relationship: read('relationship', relationship) }),
    ...(withdrawnAt && { withdrawnAt }),
  };
}

/** What somebody sends who signs on a page. */
export interface Signing {
  readonly version: PolicyVersion;
  /** The token of the form's first showing. */
  readonly token: string;
  readonly signer: Signer;
  /** The language the policy was read in, as a tag. */
  readonly language: string;
}

/**
 * Takes an agreement on screen. The same form sent twice gives one agreement and the same receipt code.
 * @returns the receipt code; only its hash is kept
 * @throws Refusal 409 when this very signing was withdrawn since
 */
export async function signAgreement(work: Work, signing: Signing): Promise<string> {
  const { version, token, signer, language } = signing;
  const code = receiptCode(work, { token, documentHash: version.hash, signer });
  const hash = receiptHash(work, code);
  const id = newId<'agreement'>();
  const made = await work.queries
    .insert(agreement)
    .values({
      schoolId: work.school,
      id,
      policyId: version.id,
      documentHash: version.hash,
      method: 'screen',
      language,
      ...sealSigner(work, id, signer),
      signedOn: schoolDay(work.now),
      recordedAt: work.now,
      receiptHash: hash,
      state: 'signed',
    })
    .onConflictDoNothing()
    .returning({ id: agreement.id });
  if (made.length > 0) {
    auditSigned(work, id, version, 'screen');
    return code;
  }
  const before = await byReceipt(work, code);
  if (before?.state === 'withdrawn') {
    throw new Refusal(
      409,
      'You withdrew this agreement, so this form cannot be sent again.',
      'If you want to agree after all, open the policy’s page and start afresh.',
    );
  }
  return code;
}

function auditSigned(work: Work, id: AgreementId, version: PolicyVersion, method: Method): void {
  const detail = { policy: version.id, version: version.number, hash: version.hash, method };
  work.audit({ act: 'agreement.signed', object: `agreement:${id}`, detail });
}

/** A paper slip that came back. */
export interface PaperSlip {
  readonly version: PolicyVersion;
  readonly signer: Signer;
  /** The day on the slip. */
  readonly on: Temporal.PlainDate;
  readonly recordedBy: MemberId;
}

/** Records a paper slip (S10). */
export async function recordSlip(
  work: Work,
  { version, signer, on, recordedBy }: PaperSlip,
): Promise<AgreementId> {
  const id = newId<'agreement'>();
  await work.queries.insert(agreement).values({
    schoolId: work.school,
    id,
    policyId: version.id,
    documentHash: version.hash,
    method: 'paper',
    language: SLIP_LANGUAGE,
    ...sealSigner(work, id, signer),
    signedOn: on,
    recordedAt: work.now,
    recordedBy,
    state: 'signed',
  });
  auditSigned(work, id, version, 'paper');
  return id;
}

/** The agreement that a receipt code belongs to, if there is one. */
export async function byReceipt(work: Work, code: string): Promise<Agreement | undefined> {
  const [row] = await work.queries
    .select()
    .from(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.receiptHash, receiptHash(work, code))));
  return row && open(work, row);
}

/** One agreement, for the office. Throws Refusal 404 when there is none. */
export async function findAgreement(work: Work, id: AgreementId): Promise<Agreement> {
  const [row] = await work.queries
    .select()
    .from(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.id, id)));
  if (!row) throw notFound();
  return open(work, row);
}

/**
 * Takes an agreement back, at its signer's wish. Asked twice, it answers as the first time.
 * @throws Refusal 404 when there is none
 */
export async function withdrawAgreement(work: Work, id: AgreementId): Promise<void> {
  const own = and(eq(agreement.schoolId, work.school), eq(agreement.id, id));
  const [row] = await work.queries
    .select({ state: agreement.state })
    .from(agreement)
    .where(own)
    .for('update');
  if (!row) throw notFound();
  let state: AgreementState;
  try {
    state = withdrawn(row.state);
  } catch (error) {
    if (error instanceof AlreadyWithdrawn) return;
    throw error;
  }
  await work.queries.update(agreement).set({ state, withdrawnAt: work.now }).where(own);
  work.audit({ act: 'agreement.withdrawn', object: `agreement:${id}` });
}

/** How many agreed to one version, and how. */
export interface AgreementCount {
  readonly screen: number;
  readonly paper: number;
  readonly withdrawn: number;
}

/** How many agreed to each version. */
export async function countAgreements(work: Work): Promise<ReadonlyMap<PolicyId, AgreementCount>> {
  const rows = await work.queries
    .select({ policy: agreement.policyId, method: agreement.method, state: agreement.state, count: count() })
    .from(agreement)
    .where(eq(agreement.schoolId, work.school))
    .groupBy(agreement.policyId, agreement.method, agreement.state);
  const counts = new Map<PolicyId, AgreementCount>();
  for (const row of rows) {
    const before = counts.get(row.policy) ?? { screen: 0, paper: 0, withdrawn: 0 };
    const column = row.state === 'withdrawn' ? 'withdrawn' : row.method;
    counts.set(row.policy, { ...before, [column]: before[column] + row.count });
  }
  return counts;
}

/**
 * Agreements to one version, the newest first.
 * @param part which of them; all when left out
 */
export async function listAgreements(
  work: Work,
  policy: PolicyId,
  part?: { readonly offset: number; readonly limit: number },
): Promise<readonly Agreement[]> {
  const query = work.queries
    .select()
    .from(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.policyId, policy)))
    .orderBy(desc(agreement.recordedAt), desc(agreement.id));
  const rows = await (part ? query.limit(part.limit).offset(part.offset) : query);
  return rows.map((row) => open(work, row));
}

/** Agreements of people whose name holds what is looked for, whatever the version; case and accents do not matter. */
export async function findByName(work: Work, part: string): Promise<readonly Agreement[]> {
  const wanted = plainName(part);
  if (wanted === '') return [];
  const rows = await work.queries
    .select()
    .from(agreement)
    .where(eq(agreement.schoolId, work.school))
    .orderBy(desc(agreement.recordedAt));
  return rows.map((row) => open(work, row)).filter(({ name }) => plainName(name).includes(wanted));
}
