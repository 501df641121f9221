import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Queries } from '../platform/database/connect.ts';
import { secretHash } from './store.ts';
import { setUpLink } from './tables.ts';

const prefillSchema = z.record(z.string(), z.string());
export type Prefill = Readonly<z.output<typeof prefillSchema>>;

/** What the link that an account set out with knows of the school. */
export async function prefillOf(queries: Queries, userId: string): Promise<Prefill> {
  const [row] = await queries
    .select({ prefill: setUpLink.prefill })
    .from(setUpLink)
    .where(and(eq(setUpLink.userId, userId), isNull(setUpLink.usedAt)));
  return prefillSchema.catch({}).parse(row?.prefill);
}

/**
 * Makes a one-time link that lets its holder set up a school and become its first administrator. Only a hash of its
 * secret is kept.
 * @param origin the address that people use
 * @param prefill what is known of the school already, by the names of its form's fields
 */
export async function newSetUpLink(
  queries: Queries,
  clock: Clock,
  origin: string,
  prefill: Prefill = {},
): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  await queries.insert(setUpLink).values({ tokenHash: secretHash(secret), madeAt: clock.now(), prefill });
  return `${origin}/set-up/${secret}`;
}

/** Forgets links that nobody used: each start of a new Handbell prints a fresh one. */
export async function forgetUnusedLinks(queries: Queries): Promise<void> {
  await queries.delete(setUpLink).where(isNull(setUpLink.userId));
}

/** Whether a link's secret can still be used. */
export async function isGood(queries: Queries, secret: string): Promise<boolean> {
  const rows = await queries
    .select({ hash: setUpLink.tokenHash })
    .from(setUpLink)
    .where(and(eq(setUpLink.tokenHash, secretHash(secret)), isNull(setUpLink.userId)));
  return rows.length > 0;
}

/**
 * Spends a link for an account, so that this account may set up one school.
 * @returns false when somebody else was quicker
 */
export async function spend(queries: Queries, secret: string, userId: string): Promise<boolean> {
  const rows = await queries
    .update(setUpLink)
    .set({ userId })
    .where(and(eq(setUpLink.tokenHash, secretHash(secret)), isNull(setUpLink.userId)))
    .returning({ hash: setUpLink.tokenHash });
  return rows.length > 0;
}

/** Whether an account holds a spent link whose school is not made yet. */
export async function maySetUp(queries: Queries, userId: string): Promise<boolean> {
  const rows = await queries
    .select({ hash: setUpLink.tokenHash })
    .from(setUpLink)
    .where(and(eq(setUpLink.userId, userId), isNull(setUpLink.usedAt)));
  return rows.length > 0;
}

/**
 * Takes the right to set up a school: once for each link.
 * @returns false when it was taken already
 */
export async function takeRight(queries: Queries, userId: string, clock: Clock): Promise<boolean> {
  const rows = await queries
    .update(setUpLink)
    .set({ usedAt: clock.now() })
    .where(and(eq(setUpLink.userId, userId), isNull(setUpLink.usedAt)))
    .returning({ hash: setUpLink.tokenHash });
  return rows.length > 0;
}
