import { and, eq, inArray } from 'drizzle-orm';
import { listClasses } from '../../groups/classes-store.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { versionsStandingFor } from '../../policies/material.ts';
import { policyInForceOn, versionDates } from '../../policies/store.ts';
import type { PolicyVersion } from '../../policies/version.ts';
import type { Adult, AdultId } from '../../roster/adult.ts';
import { listAdults } from '../../roster/read.ts';
import { listAgreements } from '../lists.ts';
import type { Agreement } from '../rules.ts';
import { agreementAnswer } from '../tables.ts';
import { type Invitation, listInvitations } from './invitations.ts';
import { matchAdults } from './matching.ts';
import type { AskingFacts } from './rules.ts';

/** An agreement that stands, with the number of the version that was signed. */
export type StandingAgreement = Agreement & { readonly version: number };

/** How the school stands with the version in force: who is on the roll, who has agreed, who was asked. */
export interface Standing {
  readonly version: PolicyVersion;
  readonly adults: readonly Adult[];
  /** Whose agreement stands, to this version or to an earlier one that was not changed materially since. */
  readonly agreements: ReadonlyMap<AdultId, StandingAgreement>;
  readonly invitations: readonly (Invitation & { readonly stands: boolean })[];
  readonly facts: AskingFacts;
}

/** How the school stands today; undefined while no policy is in force. */
export async function standingToday(work: Work): Promise<Standing | undefined> {
  const version = await policyInForceOn(work, schoolDay(work.now));
  if (!version) return undefined;
  const versions = versionsStandingFor(await versionDates(work), version.number);
  const ids = versions.map(({ id }) => id);
  const signed: StandingAgreement[] = [];
  for (const { id, number } of versions) {
    const all = await listAgreements(work, id);
    signed.push(
      ...all.filter(({ state }) => state === 'signed').map((each) => ({ ...each, version: number })),
    );
  }
  const adults = await listAdults(work);
  const names = new Map((await listClasses(work)).map(({ id, name }) => [id, name]));
  const agreements = matchAdults(adults, signed, (id) => names.get(id) ?? '');
  const invitations = (await listInvitations(work)).map((each) => ({
    ...each,
    stands: ids.includes(each.policyId),
  }));
  const answers = await work.queries
    .select({ adult: agreementAnswer.adultId })
    .from(agreementAnswer)
    .where(and(eq(agreementAnswer.schoolId, work.school), inArray(agreementAnswer.policyId, ids)));
  const facts = {
    adults,
    agreed: new Set(agreements.keys()),
    answered: new Set(answers.flatMap(({ adult }) => (adult ? [adult] : []))),
    invitations: invitations.map(({ adultId, ...each }) => ({ ...each, adult: adultId })),
  };
  return { version, adults, agreements, invitations, facts };
}
