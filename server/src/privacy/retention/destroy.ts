import { createHash, createHmac } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { HANDBELL, type Person } from '../../cases/visibility.ts';
import { keepFile, readFile } from '../../platform/files/store.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { destruction } from '../tables.ts';
import { certificatePdf } from './certificate-pdf.ts';
import type { RetentionClass } from './classes.ts';
import { dueRecords } from './queue.ts';

export type DestructionId = Id<'destruction'>;

/** A certificate of what was destroyed: how many, and hashes; no names. */
export interface Destruction {
  readonly id: DestructionId;
  readonly class: RetentionClass;
  readonly records: number;
  readonly hashes: readonly string[];
  /** Undefined when it went by itself. */
  readonly orderedBy: MemberId | undefined;
  readonly doneAt: Temporal.Instant;
  /** The SHA-256 (hex) of the certificate's PDF. */
  readonly pdfHash: string;
}

/** At most so many records go at once: the rest is due on the next day, or with the next press. */
const MOST = 500;

/** Names a record that is gone: whoever still has its id can check it, nobody can find the id from it. */
function hashOf(work: Work, object: string): string {
  return createHmac('sha256', work.keys.derive('destruction')).update(object).digest('hex');
}

/**
 * Destroys or anonymises what is due of a class and not held, and writes the certificate, in one transaction.
 * @param person the data protection lead, or HANDBELL by the clock
 * @returns the certificate; undefined when nothing was due
 */
export async function destroyDue(
  work: Work,
  person: Person,
  name: RetentionClass,
  schoolName: string,
): Promise<DestructionId | undefined> {
  const due = await dueRecords(work, person, name, MOST);
  if (due.length === 0) return undefined;
  for (const record of due) await record.erase(work, person);
  const id = newId<'destruction'>();
  const hashes = due.map(({ object }) => hashOf(work, object));
  const facts = { id, class: name, records: due.length, hashes, doneAt: work.now };
  const bytes = await certificatePdf({ ...facts, schoolName, byItself: person.member === HANDBELL.member });
  const pdfFile = await keepFile(work, { name: 'certificate.pdf', type: 'application/pdf', bytes });
  await work.queries.insert(destruction).values({
    schoolId: work.school,
    ...facts,
    orderedBy: person.member === HANDBELL.member ? null : person.member,
    pdfFile,
    pdfHash: createHash('sha256').update(bytes).digest('hex'),
  });
  work.audit({
    act: 'retention.destroyed',
    object: `destruction:${id}`,
    detail: { class: name, records: due.length },
  });
  return id;
}

const shown = ({ orderedBy, ...row }: typeof destruction.$inferSelect): Destruction => ({
  ...row,
  orderedBy: orderedBy ?? undefined,
});

/** The certificates, the newest first. */
export async function listDestructions(work: Work): Promise<readonly Destruction[]> {
  const rows = await work.queries
    .select()
    .from(destruction)
    .where(eq(destruction.schoolId, work.school))
    .orderBy(desc(destruction.doneAt), desc(destruction.id));
  return rows.map(shown);
}

/**
 * The PDF of a certificate.
 * @throws Refusal 404 when there is none
 */
export async function certificateFile(work: Work, id: DestructionId): Promise<Uint8Array> {
  const [row] = await work.queries
    .select({ file: destruction.pdfFile })
    .from(destruction)
    .where(and(eq(destruction.schoolId, work.school), eq(destruction.id, id)));
  if (!row) throw notFound();
  return (await readFile(work, row.file)).bytes;
}
