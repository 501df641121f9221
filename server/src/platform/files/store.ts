import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { newId } from '../ids.ts';
import { notFound, Refusal } from '../web/refusal.ts';
import type { Work } from '../work.ts';
import { ageDecrypt, ageEncrypt } from './age.ts';
import { type FileId, file } from './tables.ts';

/** A file as somebody brought it. */
export interface PlainFile {
  readonly name: string;
  /** Its media type, found by looking at it: "image/png". */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Any number does; together with the school's it names the lock between keeping and sweeping. */
const FILES_LOCK = 804_302;

function nameCell(row: FileId) {
  return { table: 'file', column: 'name', row };
}

/**
 * Keeps a file: its bytes encrypted on the disk before the row that names them, so that a row never lacks its file.
 * The same content kept twice lies there once.
 * @throws Refusal 503 when the disk is full or cannot be written
 */
export async function keepFile(work: Work, { name, type, bytes }: PlainFile): Promise<FileId> {
  const id = newId<'file'>(work.now);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // Until this work is kept or dropped, no sweep may look: it would not see the row yet.
  await work.queries.execute(
    sql`select pg_advisory_xact_lock_shared(${FILES_LOCK}, hashtext(${work.school}))`,
  );
  await work.files.write(work.school, sha256, await ageEncrypt(work.keys, bytes));
  await work.queries.insert(file).values({
    schoolId: work.school,
    id,
    sha256,
    size: bytes.length,
    type,
    name: work.keys.seal(nameCell(id), name),
    createdAt: work.now,
  });
  work.audit({ act: 'file.kept', object: `file:${id}`, detail: { sha256, size: bytes.length } });
  return id;
}

/**
 * Reads a file back and makes sure that it is what was kept.
 * @throws Refusal 404 when there is no such file, 503 when its bytes are gone or damaged
 */
export async function readFile(work: Work, id: FileId): Promise<PlainFile> {
  const [row] = await work.queries
    .select()
    .from(file)
    .where(and(eq(file.schoolId, work.school), eq(file.id, id)));
  if (!row) throw notFound();
  const encrypted = await work.files.read(work.school, row.sha256);
  const bytes = encrypted && (await ageDecrypt(work.keys, encrypted).catch(() => undefined));
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== row.sha256) {
    throw new Refusal(
      503,
      'A stored file is damaged or missing, so it cannot be shown.',
      'Tell the person who looks after this Handbell: the file can be restored from a backup.',
    );
  }
  return { name: work.keys.open(nameCell(id), row.name), type: row.type, bytes };
}

/** Forgets a file. Its bytes leave the disk with the next sweep, at most a day later, unless another row has the same. */
export async function removeFile(work: Work, id: FileId): Promise<void> {
  await work.queries.delete(file).where(and(eq(file.schoolId, work.school), eq(file.id, id)));
  work.audit({ act: 'file.removed', object: `file:${id}` });
}

/**
 * Clears the disk of files that no row names: removed ones, and those of work that was never kept.
 * @returns how many went
 */
export async function sweepFiles(work: Work): Promise<number> {
  await work.queries.execute(sql`select pg_advisory_xact_lock(${FILES_LOCK}, hashtext(${work.school}))`);
  const rows = await work.queries
    .selectDistinct({ sha256: file.sha256 })
    .from(file)
    .where(eq(file.schoolId, work.school));
  const gone = await work.files.removeAllBut(work.school, new Set(rows.map((row) => row.sha256)));
  if (gone > 0) work.audit({ act: 'files.swept', object: `school:${work.school}`, detail: { count: gone } });
  return gone;
}
