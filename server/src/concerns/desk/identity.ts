import { and, eq, gte } from 'drizzle-orm';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { tell } from '../events.ts';
import { refusedBecause } from '../obstacles.ts';
import { mailReporter } from '../reporter-mail.ts';
import type { ConcernId } from '../rules.ts';
import { type Actor, declaredClear, findFor, sightFacts } from '../standing.ts';
import { concernEvent } from '../tables.ts';
import { hasReporter, openVault, type Reporter } from '../vault.ts';

/** Named handlers who may know who reported in confidence (domain 2.4); the safeguarding lead comes on top. */
const MOST_READERS = 2;
const SHOWN_MINUTES = 10;

const TOLD =
  'They gave a reason, and it is kept. Only staff who need to know who you are may look. If you have a question about it, write below.';

/**
 * Opens the vault for one member, with a reason, in the audit record and on the reporter's own page (rule 27).
 * @param tellReporter false when telling them now could put somebody at risk; the reason must say why
 * @throws Refusal 404 when there is nothing to see, 409 when two others know already or no conflict was ruled out
 */
export async function readIdentity(
  work: Work,
  staff: Actor,
  id: ConcernId,
  reason: string,
  tellReporter: boolean,
  origin: string,
): Promise<void> {
  const found = await findFor(work, staff, id, true);
  if (found?.sight !== 'read' || !(await hasReporter(work, id)).known) throw notFound();
  const { row, standings } = found;
  if (!row.screenedAt) throw refusedBecause('screen-first');
  const safeguards = sightFacts(row, standings).safeguarding && staff.roles.includes('safeguarding');
  if (!safeguards && !declaredClear(standings, staff.member)) throw refusedBecause('declare-first');
  const readers = await readersSoFar(work, id);
  if (
    row.mode === 'confidential' &&
    !safeguards &&
    !readers.has(staff.member) &&
    readers.size >= MOST_READERS
  ) {
    throw new Refusal(
      409,
      'Two people know already who raised this in confidence, and no more may.',
      'Ask one of them to speak to the reporter.',
    );
  }
  const message = tellReporter ? TOLD : '';
  await tell(work, id, { kind: 'identity-read', member: staff.member, note: reason, message });
  if (tellReporter) await mailReporter(work, id, origin);
  work.audit({ act: 'concern.identity-read', object: `concern:${id}`, detail: { told: tellReporter } });
}

async function readersSoFar(work: Work, id: ConcernId): Promise<ReadonlySet<string | null>> {
  const rows = await work.queries
    .select({ member: concernEvent.memberId })
    .from(concernEvent)
    .where(readingsOf(work, id));
  return new Set(rows.map((row) => row.member));
}

function readingsOf(work: Work, id: ConcernId) {
  return and(
    eq(concernEvent.schoolId, work.school),
    eq(concernEvent.concernId, id),
    eq(concernEvent.kind, 'identity-read'),
  );
}

/**
 * The identity itself, for the page straight after {@link readIdentity}: gone after ten minutes.
 * @returns undefined when this member gave no reason just now
 */
export async function identityJustOpened(
  work: Work,
  staff: Actor,
  id: ConcernId,
): Promise<Reporter | undefined> {
  const found = await findFor(work, staff, id, false);
  if (found?.sight !== 'read') throw notFound();
  const since = work.now.subtract({ minutes: SHOWN_MINUTES });
  const own = and(readingsOf(work, id), eq(concernEvent.memberId, staff.member), gte(concernEvent.at, since));
  const rows = await work.queries.select({ id: concernEvent.id }).from(concernEvent).where(own);
  return rows.length > 0 ? openVault(work, id) : undefined;
}
