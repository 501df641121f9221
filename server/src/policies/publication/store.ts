import { eq } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import { linkedSchema, type PublicationSettings, USUAL_PUBLICATION } from './publication.ts';
import { policyPublication } from './tables.ts';

/** How the school shows its policy. */
export async function publicationSettings(work: Work): Promise<PublicationSettings> {
  const [row] = await work.queries
    .select()
    .from(policyPublication)
    .where(eq(policyPublication.schoolId, work.school));
  if (!row) return USUAL_PUBLICATION;
  return { listed: row.listed, embedSites: row.embedSites, linked: linkedSchema.parse(row.linked) };
}

/** Says how the school shows its policy. */
export async function savePublication(
  work: Work,
  { listed, embedSites, linked }: PublicationSettings,
): Promise<void> {
  const values = { listed, embedSites: [...embedSites], linked };
  await work.queries
    .insert(policyPublication)
    .values({ schoolId: work.school, ...values })
    .onConflictDoUpdate({ target: policyPublication.schoolId, set: values });
  const detail = { listed, sites: embedSites.length, linked: linked.length };
  work.audit({ act: 'policy.publication-set', object: `school:${work.school}`, detail });
}
