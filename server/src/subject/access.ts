import { createHmac } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../cases/ids.ts';
import { newCode, plainCode } from '../concerns/code.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { AccessId } from './ids.ts';
import type { Way } from './kinds.ts';
import { makePage } from './page-store.ts';
import { subjectAccess } from './tables.ts';

/** The shape of a link's secret: 24 random bytes. */
export const SECRET = /^[A-Za-z0-9_-]{32}$/;

/** How long each way stays open. A letter is found again later than a mail is clicked. */
export const DAYS: Readonly<Record<Way, number>> = { link: 30, code: 90 };

const HOURS = 24;

/**
 * The form in which a secret is kept: a keyed hash, so that a stolen table opens nothing and cannot be tried. Every
 * entry costs the same, whatever it looks like.
 */
function hashOf(work: Work, way: Way, secret: string): Buffer {
  const plain = way === 'code' ? plainCode(secret) : secret;
  return createHmac('sha256', work.keys.derive('own page')).update(`${way} ${plain}`).digest();
}

/**
 * The secret of a link: from the school's own key, so that a later mail can have the same link without anything of it
 * being kept.
 */
const linkSecret = (work: Work, id: AccessId): string =>
  createHmac('sha256', work.keys.derive('own page link'))
    .update(id)
    .digest()
    .subarray(0, 24)
    .toString('base64url');

const live = (work: Work) => and(isNull(subjectAccess.endedAt), gt(subjectAccess.expiresAt, work.now));

/**
 * Gives the parent of a case a way into their own page, and ends the one of this kind that they had.
 * @returns the secret: a link's, or a code of words. It is kept nowhere
 */
export async function giveAccess(work: Work, by: MemberId, caseId: CaseId, way: Way): Promise<string> {
  await makePage(work, caseId);
  await endAccess(work, caseId, way);
  const id = newId<'subject-access'>();
  const secret = way === 'link' ? linkSecret(work, id) : newCode();
  await work.queries.insert(subjectAccess).values({
    schoolId: work.school,
    id,
    caseId,
    way,
    secretHash: hashOf(work, way, secret),
    madeBy: by,
    madeAt: work.now,
    expiresAt: work.now.add({ hours: DAYS[way] * HOURS }),
  });
  work.audit({ act: 'own-page.access-given', object: `case:${caseId}`, detail: { way } });
  return secret;
}

/** Ends a way in: whoever has it, or is in by it, is out at once. @param way both when it is left out */
export async function endAccess(work: Work, caseId: CaseId, way?: Way): Promise<void> {
  const ended = await work.queries
    .update(subjectAccess)
    .set({ endedAt: work.now })
    .where(
      and(
        eq(subjectAccess.schoolId, work.school),
        eq(subjectAccess.caseId, caseId),
        isNull(subjectAccess.endedAt),
        way ? eq(subjectAccess.way, way) : undefined,
      ),
    )
    .returning({ way: subjectAccess.way });
  for (const each of ended)
    work.audit({ act: 'own-page.access-ended', object: `case:${caseId}`, detail: { way: each.way } });
}

/**
 * The link that a parent was sent and nobody ended, for a mail that says there is something new: it works for as long
 * again from today.
 * @returns its secret; undefined when they have none
 */
export async function renewLink(work: Work, caseId: CaseId): Promise<string | undefined> {
  const [row] = await work.queries
    .select({ id: subjectAccess.id, secretHash: subjectAccess.secretHash })
    .from(subjectAccess)
    .where(
      and(
        eq(subjectAccess.schoolId, work.school),
        eq(subjectAccess.caseId, caseId),
        eq(subjectAccess.way, 'link'),
        isNull(subjectAccess.endedAt),
      ),
    )
    .for('update');
  const secret = row && linkSecret(work, row.id);
  // A link of an earlier release has a secret of its own, which nobody knows any more.
  if (!secret || !hashOf(work, 'link', secret).equals(row.secretHash)) return undefined;
  await work.queries
    .update(subjectAccess)
    .set({ expiresAt: work.now.add({ hours: DAYS.link * HOURS }) })
    .where(and(eq(subjectAccess.schoolId, work.school), eq(subjectAccess.id, row.id)));
  work.audit({ act: 'own-page.access-renewed', object: `case:${caseId}`, detail: { way: 'link' } });
  return secret;
}

/** A way in that is open. */
export interface Access {
  readonly id: AccessId;
  readonly caseId: CaseId;
}

/** What a link or a code opens; nothing for any other, whatever it looks like. */
export async function accessBy(work: Work, way: Way, secret: string): Promise<Access | undefined> {
  const [row] = await work.queries
    .select()
    .from(subjectAccess)
    .where(
      and(
        eq(subjectAccess.schoolId, work.school),
        eq(subjectAccess.secretHash, hashOf(work, way, secret)),
        live(work),
      ),
    );
  return row && { id: row.id, caseId: row.caseId };
}

/** A way in by its id, while it is open: for a page that somebody came in to before. */
export async function accessById(work: Work, id: AccessId): Promise<Access | undefined> {
  const [row] = await work.queries
    .select()
    .from(subjectAccess)
    .where(and(eq(subjectAccess.schoolId, work.school), eq(subjectAccess.id, id), live(work)));
  return row && { id: row.id, caseId: row.caseId };
}

/** Notes the first time that a way was used: staff see that the parent has come, and nothing more of it. */
export async function noteOpened(work: Work, { id, caseId }: Access): Promise<void> {
  const first = await work.queries
    .update(subjectAccess)
    .set({ openedAt: work.now })
    .where(
      and(eq(subjectAccess.schoolId, work.school), eq(subjectAccess.id, id), isNull(subjectAccess.openedAt)),
    )
    .returning({ id: subjectAccess.id });
  if (first.length > 0) work.audit({ act: 'own-page.opened', object: `case:${caseId}` });
}

/** A way in as the desk shows it. */
export interface ShownAccess {
  readonly way: Way;
  readonly madeBy: MemberId;
  readonly madeAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | undefined;
}

/** The ways into a case's page that are open. */
export async function waysInto(work: Work, caseId: CaseId): Promise<readonly ShownAccess[]> {
  const rows = await work.queries
    .select()
    .from(subjectAccess)
    .where(and(eq(subjectAccess.schoolId, work.school), eq(subjectAccess.caseId, caseId), live(work)));
  return rows.map(({ way, madeBy, madeAt, expiresAt, openedAt }) => ({
    way,
    madeBy,
    madeAt,
    expiresAt,
    openedAt: openedAt ?? undefined,
  }));
}
