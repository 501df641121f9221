import { createHmac } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import { codeFrom, plainCode } from './code.ts';
import type { Agreement, AgreementState } from './rules.ts';
import { findAgreement } from './store.ts';
import { agreementCertificate } from './tables.ts';

function codeHash(work: Work, code: string): Buffer {
  return createHmac('sha256', work.keys.derive('agreement certificate hash'))
    .update(plainCode(code))
    .digest();
}

/**
 * The code of a certificate. It is not the receipt code: whoever is shown a certificate can check it, and no more. A
 * certificate from before a withdrawal and one from after it have different codes, since they say different things.
 */
function certificateCode(work: Work, { id, state }: Pick<Agreement, 'id' | 'state'>): string {
  const key = work.keys.derive('agreement certificate');
  return codeFrom(createHmac('sha256', key).update(`${id} ${state}`).digest());
}

/** Gives a certificate out: its code can be checked from now on. Given out again, it has the same code. */
export async function issueCertificate(work: Work, agreement: Agreement): Promise<string> {
  const code = certificateCode(work, agreement);
  const { id, state } = agreement;
  const made = await work.queries
    .insert(agreementCertificate)
    .values({
      schoolId: work.school,
      codeHash: codeHash(work, code),
      agreementId: id,
      state,
      issuedAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ state: agreementCertificate.state });
  if (made.length > 0)
    work.audit({ act: 'agreement.certified', object: `agreement:${id}`, detail: { state } });
  return code;
}

/** What a certificate says, and when it was first given out. */
export interface Certified {
  readonly agreement: Agreement;
  /** What it says of the agreement: nothing that came later. */
  readonly state: AgreementState;
  readonly issuedAt: Temporal.Instant;
}

/** The certificate with a code, if one was given out. */
export async function findCertificate(work: Work, code: string): Promise<Certified | undefined> {
  const [row] = await work.queries
    .select()
    .from(agreementCertificate)
    .where(
      and(
        eq(agreementCertificate.schoolId, work.school),
        eq(agreementCertificate.codeHash, codeHash(work, code)),
      ),
    );
  if (!row) return undefined;
  const { agreementId, state, issuedAt } = row;
  return { agreement: await findAgreement(work, agreementId), state, issuedAt };
}
