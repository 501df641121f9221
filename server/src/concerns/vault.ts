import { and, eq, sql } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import type { ConcernId } from './rules.ts';
import { concernReporter } from './tables.ts';

/** Who raised a concern, as far as they said. */
export interface Reporter {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

type Column = keyof Reporter;

const cell = (column: Column, row: ConcernId) => ({ table: 'concern_reporter', column, row });

/** Lays a reporter's identity into the vault, sealed with the key for identities (S48). What is there stays where nothing new comes. */
export async function keepReporter(work: Work, id: ConcernId, reporter: Reporter): Promise<void> {
  const seal = (column: Column) =>
    reporter[column] === '' ? null : work.keys.seal(cell(column, id), reporter[column], 'identity');
  const kept = (column: Column) => sql.raw(`coalesce(excluded.${column}, concern_reporter.${column})`);
  await work.queries
    .insert(concernReporter)
    .values({
      schoolId: work.school,
      concernId: id,
      name: seal('name'),
      email: seal('email'),
      phone: seal('phone'),
    })
    .onConflictDoUpdate({
      target: [concernReporter.schoolId, concernReporter.concernId],
      set: { name: kept('name'), email: kept('email'), phone: kept('phone') },
    });
}

/**
 * Opens the vault. Nobody's eyes but through `readIdentity`, which asks for a reason and leaves a trace (rule 27); the
 * machine uses it to address a mail.
 */
export async function openVault(work: Work, id: ConcernId): Promise<Reporter | undefined> {
  const [row] = await work.queries
    .select()
    .from(concernReporter)
    .where(and(eq(concernReporter.schoolId, work.school), eq(concernReporter.concernId, id)));
  if (!row) return undefined;
  const open = (column: Column) => {
    const sealed = row[column];
    return sealed === null ? '' : work.keys.open(cell(column, id), sealed, 'identity');
  };
  return { name: open('name'), email: open('email'), phone: open('phone') };
}

/** Whether anything lies in the vault for a concern, without opening it. */
export async function hasReporter(
  work: Work,
  id: ConcernId,
): Promise<{ known: boolean; reachable: boolean }> {
  const [row] = await work.queries
    .select({ email: concernReporter.email })
    .from(concernReporter)
    .where(and(eq(concernReporter.schoolId, work.school), eq(concernReporter.concernId, id)));
  return { known: row !== undefined, reachable: row?.email != null };
}
