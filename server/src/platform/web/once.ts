import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { formOnce } from '../tables.ts';
import type { Work } from '../work.ts';
import { Refusal } from './refusal.ts';

/** What the first taking of a form answered with. */
export interface Taken {
  readonly location: string;
  readonly flash: Readonly<Record<string, string>> | undefined;
}

/** A token for one showing of a form: whatever is sent with it is taken once. */
export function newOnceToken(): string {
  return randomBytes(16).toString('base64url');
}

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

function rowKey(route: string, token: unknown): string {
  if (typeof token === 'string' && TOKEN.test(token)) return `${route} ${token}`;
  throw new Refusal(
    400,
    'This page was open for too long, or the form did not come from it.',
    'Load the page again and send it from there. Nothing was saved.',
  );
}

function flashCell(work: Work, key: string) {
  return { table: 'form_once', column: 'flash', row: `${work.school} ${key}` };
}

/**
 * Takes a form for the first time, or tells what the first taking answered. A second press that arrives while the
 * first is still working waits for it here.
 * @param route the route's pattern: a token of one page is nothing on another
 * @throws Refusal 400 when the token is missing
 */
export async function takeOnce(work: Work, route: string, token: unknown): Promise<Taken | undefined> {
  const key = rowKey(route, token);
  const fresh = await work.queries
    .insert(formOnce)
    .values({ schoolId: work.school, token: key, location: '', takenAt: work.now })
    .onConflictDoNothing()
    .returning({ token: formOnce.token });
  if (fresh.length > 0) return undefined;
  const [row] = await work.queries
    .select()
    .from(formOnce)
    .where(and(eq(formOnce.schoolId, work.school), eq(formOnce.token, key)));
  if (!row) return undefined;
  const flash = row.flash && readFlash(work.keys.open(flashCell(work, key), row.flash));
  return { location: row.location, flash: flash ?? undefined };
}

/** Remembers what a form was answered with, in the same transaction. */
export async function rememberOnce(work: Work, route: string, token: unknown, taken: Taken): Promise<void> {
  const key = rowKey(route, token);
  const flash = taken.flash ? work.keys.seal(flashCell(work, key), JSON.stringify(taken.flash)) : null;
  await work.queries
    .update(formOnce)
    .set({ location: taken.location, flash })
    .where(and(eq(formOnce.schoolId, work.school), eq(formOnce.token, key)));
}

function readFlash(text: string): Readonly<Record<string, string>> {
  const data: unknown = JSON.parse(text);
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
