import { createHash } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { listClasses, type SchoolClass } from '../../groups/classes-store.ts';
import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import { rosterHashes } from '../hashes.ts';
import { listAdults } from '../read.ts';
import { adult } from '../tables.ts';
import type { Brought } from './bring.ts';
import { type Contacts, readContacts } from './contacts.ts';
import type { RosterImport } from './drafts.ts';
import { type Plan, planImport } from './plan.ts';

/** What a draft would do now. */
export interface Preview extends Plan {
  readonly problems: Contacts['problems'];
  readonly classes: readonly SchoolClass[];
  /** Changes whenever anything that the draft would do changes: what is confirmed is what was seen. */
  readonly digest: string;
}

type Read = Pick<RosterImport, 'meanings' | 'scope' | 'choices'> & { readonly content: Brought };

/** Works out what a list would do to the parents there are. Nothing is written. */
export async function previewImport(
  work: Work,
  { content, meanings, scope, choices }: Read,
): Promise<Preview> {
  const { profile } = await currentSchool(work);
  const { contacts, problems } = readContacts(content, meanings, profile.nation);
  const adults = await listAdults(work, { who: 'all' });
  const classes = await listClasses(work);
  const bySource = await adultsBySource(work, contacts, adults);
  const plan = planImport({ contacts, adults, bySource, classes, scope, choices });
  const seen = plan.changes.map(({ before, rows: _rows, joined, ...change }) => [
    change,
    before && [before.id, before.version],
    joined?.toString(),
  ]);
  const all = JSON.stringify([seen, [...plan.classYears], plan.unknownClasses]);
  return { ...plan, problems, classes, digest: createHash('sha256').update(all).digest('base64url') };
}

/** Who has which number of the list's own system, through the keyed hashes. */
async function adultsBySource(
  work: Work,
  contacts: Contacts['contacts'],
  adults: Awaited<ReturnType<typeof listAdults>>,
) {
  const hashes = rosterHashes(work.keys);
  const rows = await work.queries
    .select({ id: adult.id, hash: adult.sourceHash })
    .from(adult)
    .where(and(eq(adult.schoolId, work.school), isNotNull(adult.sourceHash)));
  const byId = new Map(adults.map((each) => [each.id, each]));
  const byHash = new Map(rows.map((row) => [row.hash?.toString('hex'), byId.get(row.id)]));
  return new Map(
    contacts.flatMap(({ source }) => {
      const found = byHash.get(hashes.source(source)?.toString('hex') ?? '');
      return found ? [[source, found] as const] : [];
    }),
  );
}
