import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import { removeFile } from '../platform/files/store.ts';
import type { Work } from '../platform/work.ts';
import { versionDates } from '../policies/store.ts';
import { listAdults } from '../roster/store.ts';
import type { AnswerId } from './answers/rules.ts';
import type { AgreementId } from './rules.ts';
import { agreement, agreementAnswer, agreementCertificate, agreementInvitation } from './tables.ts';

/** An agreement for whoever keeps records: the days on which something ended it, without a name. */
export interface KeptAgreement {
  readonly id: AgreementId;
  readonly signedOn: Temporal.PlainDate;
  readonly ends: readonly (Temporal.PlainDate | undefined)[];
}

/** All agreements, with what ended each: withdrawn, its version over, the family gone. */
export async function keptAgreements(work: Work): Promise<readonly KeptAgreement[]> {
  const rows = await work.queries
    .select({
      id: agreement.id,
      policy: agreement.policyId,
      adult: agreement.adultId,
      signedOn: agreement.signedOn,
      withdrawnAt: agreement.withdrawnAt,
    })
    .from(agreement)
    .where(eq(agreement.schoolId, work.school))
    .orderBy(agreement.recordedAt, agreement.id);
  const versions = new Map((await versionDates(work)).map(({ id, until }) => [id, until]));
  const left = new Map((await listAdults(work, { who: 'left' })).map((adult) => [adult.id, adult.left]));
  return rows.map(({ id, policy, adult, signedOn, withdrawnAt }) => ({
    id,
    signedOn,
    ends: [
      withdrawnAt ? schoolDay(withdrawnAt) : undefined,
      versions.get(policy),
      adult ? left.get(adult) : undefined,
    ],
  }));
}

/** Destroys an agreement, its certificates, the invitation that led to it and the scan of its slip. */
export async function destroyAgreement(work: Work, id: AgreementId): Promise<void> {
  await work.queries
    .delete(agreementCertificate)
    .where(and(eq(agreementCertificate.schoolId, work.school), eq(agreementCertificate.agreementId, id)));
  const gone = await work.queries
    .delete(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.id, id)))
    .returning({ scan: agreement.scanFileId, adult: agreement.adultId, policy: agreement.policyId });
  for (const { scan, adult, policy } of gone) {
    if (scan) await removeFile(work, scan);
    if (adult) {
      await work.queries
        .delete(agreementInvitation)
        .where(
          and(
            eq(agreementInvitation.schoolId, work.school),
            eq(agreementInvitation.adultId, adult),
            eq(agreementInvitation.policyId, policy),
          ),
        );
    }
  }
  work.audit({ act: 'agreement.destroyed', object: `agreement:${id}` });
}

/** A refusal or a wish to talk that is over. */
export interface EndedAnswer {
  readonly id: AnswerId;
  readonly endedOn: Temporal.PlainDate;
}

/** Refusals, and talks that have ended. */
export async function endedAnswers(work: Work): Promise<readonly EndedAnswer[]> {
  const rows = await work.queries
    .select({
      id: agreementAnswer.id,
      state: agreementAnswer.state,
      receivedAt: agreementAnswer.receivedAt,
      endedAt: agreementAnswer.endedAt,
    })
    .from(agreementAnswer)
    .where(eq(agreementAnswer.schoolId, work.school))
    .orderBy(agreementAnswer.receivedAt, agreementAnswer.id);
  return rows
    .filter(({ state }) => state === 'ended' || state === 'noted')
    .map(({ id, receivedAt, endedAt }) => ({ id, endedOn: schoolDay(endedAt ?? receivedAt) }));
}

/** Destroys a refusal or a talk. */
export async function destroyAnswer(work: Work, id: AnswerId): Promise<void> {
  await work.queries
    .delete(agreementAnswer)
    .where(and(eq(agreementAnswer.schoolId, work.school), eq(agreementAnswer.id, id)));
  work.audit({ act: 'answer.destroyed', object: `answer:${id}` });
}
