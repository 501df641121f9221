import type { Work } from '../platform/work.ts';
import type { PolicyVersion } from '../policies/version.ts';
import { recordDigest } from './evidence.ts';
import type { Agreement, AgreementId, Method, Signer, Way } from './rules.ts';
import { statementOf } from './statement.ts';
import { agreement } from './tables.ts';

export type AgreementRow = typeof agreement.$inferSelect;
type SealedColumn = 'name' | 'child_class' | 'relationship' | 'receipt';

function cell(column: SealedColumn, row: AgreementId) {
  return { table: 'agreement', column, row };
}

/** A receipt code as it is kept for whoever comes back by their personal link. */
export function sealReceipt(work: Work, id: AgreementId, code: string): Buffer {
  return work.keys.seal(cell('receipt', id), code, 'identity');
}

/** The receipt code of somebody who signed by a personal link. */
export function openReceipt(work: Work, { id, receipt }: Pick<AgreementRow, 'id' | 'receipt'>) {
  return receipt ? work.keys.open(cell('receipt', id), receipt, 'identity') : undefined;
}

/** What a new record says. */
export interface NewRecord {
  readonly id: AgreementId;
  readonly version: PolicyVersion;
  readonly signer: Signer;
  readonly method: Method;
  readonly way?: Way | undefined;
  readonly language: string;
  readonly signedOn: AgreementRow['signedOn'];
}

type Rest = Pick<typeof agreement.$inferInsert, 'recordedBy' | 'receiptHash'> &
  Partial<Pick<typeof agreement.$inferInsert, 'receipt' | 'classId' | 'adultId' | 'scanFileId'>>;

/**
 * Writes a record, sealed and with its digest, and notes it in the audit record.
 * @returns whether it was new: false when the same signing, or another of the same adult, is there already
 */
export async function insertRecord(work: Work, record: NewRecord, rest: Rest): Promise<boolean> {
  const { id, version, signer, method, way, language, signedOn } = record;
  const statement = statementOf(version);
  const facts = { id, documentHash: version.hash, statement, method, language, signedOn };
  const digest = recordDigest(work, { ...facts, policy: version.id, way, recordedAt: work.now, signer });
  const seal = (column: SealedColumn, text: string) => work.keys.seal(cell(column, id), text, 'identity');
  const made = await work.queries
    .insert(agreement)
    .values({
      ...facts,
      ...rest,
      schoolId: work.school,
      policyId: version.id,
      name: seal('name', signer.name),
      childClass: signer.childClass ? seal('child_class', signer.childClass) : null,
      relationship: signer.relationship ? seal('relationship', signer.relationship) : null,
      recordedAt: work.now,
      state: 'signed',
      way: way ?? null,
      digest,
    })
    .onConflictDoNothing()
    .returning({ id: agreement.id });
  if (made.length === 0) return false;
  const detail = { policy: version.id, version: version.number, hash: version.hash, method };
  work.audit({
    act: 'agreement.signed',
    object: `agreement:${id}`,
    detail: { ...detail, record: digest.toString('hex') },
  });
  return true;
}

/** A row, opened and held against its digest. */
export function openRecord(work: Work, row: AgreementRow): Agreement {
  const { id, name, childClass, relationship, withdrawnAt, statement, digest } = row;
  const read = (column: SealedColumn, sealed: Buffer) => work.keys.open(cell(column, id), sealed, 'identity');
  const signer: Signer = {
    name: read('name', name),
    ...(childClass && { childClass: read('child_class', childClass) }),
    ...(relationship && { relationship: read('relationship', relationship) }),
  };
  const { policyId: policy, documentHash, method, language, signedOn, recordedAt } = row;
  const facts = { id, policy, documentHash, method, language, signedOn, recordedAt };
  const way = row.way ?? undefined;
  const whole =
    digest === null ||
    recordDigest(work, { ...facts, way, statement: statement ?? '', signer }).equals(digest);
  return {
    ...facts,
    ...signer,
    state: row.state,
    whole,
    ...(withdrawnAt && { withdrawnAt }),
    ...(statement !== null && { statement }),
    ...(way && { way }),
    ...(row.adultId && { adult: row.adultId }),
    ...(row.scanFileId && { scan: row.scanFileId }),
  };
}
