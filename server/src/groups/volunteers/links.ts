import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { type Id, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { volunteerLink } from '../tables.ts';
import type { Holder } from './rules.ts';

export type LinkId = Id<'volunteer-link'>;

/** The shape of a link's secret: 24 random bytes. */
export const SECRET = /^[A-Za-z0-9_-]{32}$/;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Makes a volunteer's own link, and ends the one they had. It works until it is replaced or they stop.
 * @returns the secret, which is kept nowhere
 */
export async function newLink(work: Work, holder: Holder): Promise<string> {
  await endLink(work, holder);
  const secret = randomBytes(24).toString('base64url');
  await work.queries.insert(volunteerLink).values({
    schoolId: work.school,
    id: newId<'volunteer-link'>(),
    kind: holder.kind,
    personId: holder.person,
    secretHash: hashOf(secret),
    madeAt: work.now,
  });
  work.audit({ act: 'volunteer.link-made', object: `${holder.kind}:${holder.person}` });
  return secret;
}

/** Ends a volunteer's link: whoever holds it, or has opened it, is out at once. */
export async function endLink(work: Work, { kind, person }: Holder): Promise<void> {
  const ended = await work.queries
    .update(volunteerLink)
    .set({ endedAt: work.now })
    .where(
      and(
        eq(volunteerLink.schoolId, work.school),
        eq(volunteerLink.kind, kind),
        eq(volunteerLink.personId, person),
        isNull(volunteerLink.endedAt),
      ),
    )
    .returning({ id: volunteerLink.id });
  if (ended.length > 0) work.audit({ act: 'volunteer.link-ended', object: `${kind}:${person}` });
}

/** A link that works, with whose it is. */
export interface OpenLink extends Holder {
  readonly id: LinkId;
}

async function goodLink(work: Work, which: ReturnType<typeof eq>): Promise<OpenLink | undefined> {
  const [row] = await work.queries
    .select()
    .from(volunteerLink)
    .where(and(eq(volunteerLink.schoolId, work.school), which, isNull(volunteerLink.endedAt)));
  return row && { id: row.id, kind: row.kind, person: row.personId };
}

/** What a secret opens, if anything. */
export function linkOf(work: Work, secret: string): Promise<OpenLink | undefined> {
  return goodLink(work, eq(volunteerLink.secretHash, hashOf(secret)));
}

/** A link by its id, while it works. */
export function linkById(work: Work, id: LinkId): Promise<OpenLink | undefined> {
  return goodLink(work, eq(volunteerLink.id, id));
}
