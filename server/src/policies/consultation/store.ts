import { canonicalJson, type PolicyDocument, parsePolicyDocument } from '@handbell/policy';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { lockPolicy, writePolicy } from '../drafts.ts';
import type { PolicyId } from '../version.ts';
import { type Consultation, type Summary, takesComments } from './rules.ts';
import { policyConsultation } from './tables.ts';

type Row = typeof policyConsultation.$inferSelect;

function read(row: Row): Consultation {
  const { id, policyId, openedAt, closesOn, endedAt, intro, heard, changed } = row;
  return {
    id,
    policy: policyId,
    openedAt,
    closesOn,
    intro,
    ...(endedAt && { endedAt }),
    ...(heard !== null && changed !== null && { summary: { heard, changed } }),
  };
}

/**
 * Sends a draft out for comment: its words stay as they are until the consultation ends.
 * @throws Refusal 404, 409 as `lockPolicy`
 */
export async function openConsultation(
  work: Work,
  id: PolicyId,
  revision: number,
  { closesOn, intro }: { readonly closesOn: Temporal.PlainDate; readonly intro: string },
): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'consult', revision);
  await work.queries.insert(policyConsultation).values({
    schoolId: work.school,
    id: newId<'policy-consultation'>(),
    policyId: id,
    openedAt: work.now,
    closesOn,
    intro,
    document: canonicalJson(record.document),
  });
  await writePolicy(work, record, { state });
  const detail = { version: record.number, closes: closesOn.toString() };
  work.audit({ act: 'policy.consultation-opened', object: `policy:${id}`, detail });
}

/** Ends a consultation; the version is a draft again. Throws Refusal 404, 409 as `lockPolicy`. */
export async function endConsultation(work: Work, id: PolicyId, revision: number): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'end-consultation', revision);
  await work.queries
    .update(policyConsultation)
    .set({ endedAt: work.now })
    .where(
      and(
        eq(policyConsultation.schoolId, work.school),
        eq(policyConsultation.policyId, id),
        isNull(policyConsultation.endedAt),
      ),
    );
  await writePolicy(work, record, { state });
  work.audit({
    act: 'policy.consultation-ended',
    object: `policy:${id}`,
    detail: { version: record.number },
  });
}

/** The last consultation about a version, if there was one. */
export async function lastConsultation(work: Work, id: PolicyId): Promise<Consultation | undefined> {
  const [row] = await work.queries
    .select()
    .from(policyConsultation)
    .where(and(eq(policyConsultation.schoolId, work.school), eq(policyConsultation.policyId, id)))
    .orderBy(isNotNull(policyConsultation.endedAt), desc(policyConsultation.openedAt))
    .limit(1);
  return row && read(row);
}

/** The school's last consultation about any version, with the words that people were asked about. */
export async function latestConsultation(
  work: Work,
): Promise<{ readonly consultation: Consultation; readonly document: PolicyDocument } | undefined> {
  const [row] = await work.queries
    .select()
    .from(policyConsultation)
    .where(eq(policyConsultation.schoolId, work.school))
    .orderBy(isNotNull(policyConsultation.endedAt), desc(policyConsultation.openedAt))
    .limit(1);
  return row && { consultation: read(row), document: parsePolicyDocument(JSON.parse(row.document)) };
}

/** The consultation that takes comments today, if there is one, with the words that people are asked about. */
export async function openConsultationToday(work: Work) {
  const latest = await latestConsultation(work);
  return latest && takesComments(latest.consultation, schoolDay(work.now)) ? latest : undefined;
}

/** Says in public what was heard and what was changed; it can be said better later. */
export async function saveSummary(
  work: Work,
  { id, policy }: Consultation,
  { heard, changed }: Summary,
): Promise<void> {
  await work.queries
    .update(policyConsultation)
    .set({ heard, changed })
    .where(and(eq(policyConsultation.schoolId, work.school), eq(policyConsultation.id, id)));
  work.audit({ act: 'policy.consultation-summed-up', object: `policy:${policy}` });
}
