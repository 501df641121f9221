import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Work } from '../../platform/work.ts';
import { FIELDS, type FieldName } from '../fields.ts';
import type { DocumentKind } from '../rules.ts';
import { partsNow } from '../sections.ts';
import { letterWording } from '../tables.ts';
import type { TemplatePart } from '../template.ts';
import { currentWording } from './store.ts';

const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** Parts as they were kept. A field that this release does not know any more is not asked for. */
const partsSchema = z.array(
  z.object({
    id: z.string(),
    heading: z.string(),
    text: z.string(),
    locked: z.boolean(),
    hint: z.string(),
    needs: z.array(z.string()).transform((names) => names.filter(isField)),
    must: z.array(z.string()),
  }),
);

/**
 * Keeps the words that a letter is begun with: the school's own, or Handbell's where it has none. They stay as they are
 * whatever a later release says.
 * @returns their hash, and the version of the school's own words; 0 for Handbell's
 */
export async function beginWith(
  work: Work,
  kind: DocumentKind,
): Promise<{ readonly hash: string; readonly version: number }> {
  const { version, wording } = await currentWording(work, kind);
  const parts = partsNow(kind, wording);
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  await work.queries
    .insert(letterWording)
    .values({ schoolId: work.school, hash, parts })
    .onConflictDoNothing();
  return { hash, version };
}

/** Gives the parts that each of some letters was begun with. */
export async function begunWith(
  work: Work,
  hashes: readonly (string | null)[],
): Promise<ReadonlyMap<string, readonly TemplatePart[]>> {
  const wanted = [...new Set(hashes.filter((hash) => hash !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await work.queries
    .select()
    .from(letterWording)
    .where(and(eq(letterWording.schoolId, work.school), inArray(letterWording.hash, wanted)));
  return new Map(rows.map(({ hash, parts }) => [hash, partsSchema.parse(parts)]));
}
