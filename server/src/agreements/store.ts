import { and, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ClassId } from '../groups/rules.ts';
import { schoolDay } from '../platform/clock.ts';
import type { FileId } from '../platform/files/tables.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import { notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { PolicyId, PolicyVersion } from '../policies/version.ts';
import type { AdultId } from '../roster/adult.ts';
import { receiptCode, receiptHash } from './receipt.ts';
import { insertRecord, openReceipt, openRecord, sealReceipt } from './record.ts';
import {
  type Agreement,
  type AgreementId,
  type AgreementState,
  AlreadyWithdrawn,
  type Signer,
  type Way,
  withdrawn,
} from './rules.ts';
import { agreement } from './tables.ts';

/** Slips are printed in the language of the document. */
const SLIP_LANGUAGE = 'en-GB';

/** How somebody came to the form, with what that tells of them. */
export interface CameBy {
  readonly way: Way;
  readonly classId?: ClassId;
  readonly adultId?: AdultId;
}

/** What somebody sends who signs on a page. */
export interface Signing {
  readonly version: PolicyVersion;
  /** The token of the form's first showing. */
  readonly token: string;
  readonly signer: Signer;
  /** The language the policy was read in, as a tag. */
  readonly language: string;
  /** How they came; by the school's page when left out. */
  readonly cameBy?: CameBy;
}

/**
 * Takes an agreement on screen. The same form sent twice gives one agreement and the same receipt code; so do two forms
 * that one adult sends from their personal link.
 * @returns the receipt code; only its hash is kept, except for those who come back by a personal link
 * @throws Refusal 409 when this very signing was withdrawn since
 */
export async function signAgreement(work: Work, signing: Signing): Promise<string> {
  const { version, token, signer, language, cameBy = { way: 'page' } } = signing;
  const code = receiptCode(work, { token, documentHash: version.hash, signer });
  const id = newId<'agreement'>();
  const record = { id, version, signer, language, method: 'screen', way: cameBy.way } as const;
  const made = await insertRecord(
    work,
    { ...record, signedOn: schoolDay(work.now) },
    {
      receiptHash: receiptHash(work, code),
      classId: cameBy.classId ?? null,
      adultId: cameBy.adultId ?? null,
      receipt: cameBy.adultId ? sealReceipt(work, id, code) : null,
    },
  );
  if (made) return code;
  const before = await byReceipt(work, code);
  if (before?.state === 'withdrawn') {
    throw new Refusal(
      409,
      'You withdrew this agreement, so this form cannot be sent again.',
      'If you want to agree after all, open the policy’s page and start afresh.',
    );
  }
  if (before || !cameBy.adultId) return code;
  return (await ownAgreement(work, version.id, cameBy.adultId))?.code ?? code;
}

/** A paper slip that came back. */
export interface PaperSlip {
  readonly version: PolicyVersion;
  readonly signer: Signer;
  /** The day on the slip. */
  readonly on: Temporal.PlainDate;
  readonly recordedBy: MemberId;
  readonly scan?: FileId | undefined;
  readonly adultId?: AdultId | undefined;
}

/** Records a paper slip (S10). Gives undefined when this very adult has agreed to the version already. */
export async function recordSlip(
  work: Work,
  { version, signer, on, recordedBy, scan, adultId }: PaperSlip,
): Promise<AgreementId | undefined> {
  const id = newId<'agreement'>();
  const made = await insertRecord(
    work,
    { id, version, signer, method: 'paper', language: SLIP_LANGUAGE, signedOn: on },
    { recordedBy, scanFileId: scan ?? null, adultId: adultId ?? null },
  );
  return made ? id : undefined;
}

/** The agreement that a receipt code belongs to, if there is one. */
export async function byReceipt(work: Work, code: string): Promise<Agreement | undefined> {
  const [row] = await work.queries
    .select()
    .from(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.receiptHash, receiptHash(work, code))));
  return row && openRecord(work, row);
}

/** What an adult on the roll has agreed to, with the receipt code when they signed by their own link. */
export async function ownAgreement(
  work: Work,
  policy: PolicyId,
  adult: AdultId,
): Promise<{ readonly agreement: Agreement; readonly code: string | undefined } | undefined> {
  const [row] = await work.queries
    .select()
    .from(agreement)
    .where(
      and(
        eq(agreement.schoolId, work.school),
        eq(agreement.policyId, policy),
        eq(agreement.adultId, adult),
        eq(agreement.state, 'signed'),
      ),
    )
    .orderBy(desc(agreement.recordedAt))
    .limit(1);
  return row && { agreement: openRecord(work, row), code: openReceipt(work, row) };
}

/** One agreement, for the office. Throws Refusal 404 when there is none. */
export async function findAgreement(work: Work, id: AgreementId): Promise<Agreement> {
  const [row] = await work.queries
    .select()
    .from(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.id, id)));
  if (!row) throw notFound();
  return openRecord(work, row);
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
