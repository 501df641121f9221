import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { outrun } from '../../people/last-change.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { INTERPRETER_STRIP } from '../interpreter.ts';
import type { DocumentKind } from '../rules.ts';
import { letterSetting, letterTemplate } from '../tables.ts';
import type { Wording } from '../template.ts';

const wordingSchema = z.record(z.string(), z.object({ heading: z.string(), text: z.string() }));

/** One version of a document's wording. Without parts it is Handbell's own. */
export interface WordingVersion {
  readonly kind: DocumentKind;
  readonly version: number;
  readonly wording: Wording;
  readonly reason: string;
  readonly by: MemberId;
  readonly at: Temporal.Instant;
}

type Row = typeof letterTemplate.$inferSelect;

const read = ({ kind, version, parts, reason, savedBy, savedAt }: Row): WordingVersion => ({
  kind,
  version,
  wording: wordingSchema.parse(parts),
  reason,
  by: savedBy,
  at: savedAt,
});

/** The versions of one document's wording, the newest first. */
export async function versionsOf(work: Work, kind: DocumentKind): Promise<readonly WordingVersion[]> {
  const rows = await work.queries
    .select()
    .from(letterTemplate)
    .where(and(eq(letterTemplate.schoolId, work.school), eq(letterTemplate.kind, kind)))
    .orderBy(desc(letterTemplate.version));
  return rows.map(read);
}

/** The version that each document is begun with now, for those that the school ever changed. */
export async function currentVersions(work: Work): Promise<ReadonlyMap<DocumentKind, WordingVersion>> {
  const rows = await work.queries
    .selectDistinctOn([letterTemplate.kind])
    .from(letterTemplate)
    .where(eq(letterTemplate.schoolId, work.school))
    .orderBy(letterTemplate.kind, desc(letterTemplate.version));
  return new Map(rows.map((row) => [row.kind, read(row)]));
}

/** The wording a document is begun with now: version 0 is Handbell's own, before the school changed anything. */
export async function currentWording(
  work: Work,
  kind: DocumentKind,
): Promise<{ readonly version: number; readonly wording: Wording }> {
  const [row] = await work.queries
    .select()
    .from(letterTemplate)
    .where(and(eq(letterTemplate.schoolId, work.school), eq(letterTemplate.kind, kind)))
    .orderBy(desc(letterTemplate.version))
    .limit(1);
  return row ? read(row) : { version: 0, wording: {} };
}

interface Used {
  readonly kind: DocumentKind;
  readonly templateVersion: number;
}

/** Gives the wording that each of some letters was begun with. */
export async function wordingsUsed(work: Work, letters: readonly Used[]): Promise<(letter: Used) => Wording> {
  const own = letters.filter(({ templateVersion }) => templateVersion > 0);
  if (own.length === 0) return () => ({});
  const versions = [...new Set(own.map(({ templateVersion }) => templateVersion))];
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  const rows = await work.queries
    .select()
    .from(letterTemplate)
    .where(
      and(
        eq(letterTemplate.schoolId, work.school),
        inArray(letterTemplate.kind, kinds),
        inArray(letterTemplate.version, versions),
      ),
    );
  const known = new Map(rows.map((row) => [`${row.kind} ${row.version}`, read(row).wording]));
  return ({ kind, templateVersion }) => known.get(`${kind} ${templateVersion}`) ?? {};
}

/** A wording as somebody saves it. */
export interface NewWording {
  readonly kind: DocumentKind;
  /** The version that it was written on from; 0 for Handbell's own. */
  readonly from: number;
  readonly wording: Wording;
  readonly reason: string;
  readonly by: MemberId;
}

/**
 * Keeps a new version. Letters that were begun before keep theirs.
 * @returns its number
 * @throws Refusal 409 when somebody else saved one meanwhile
 */
export async function saveWording(
  work: Work,
  { kind, from, wording, reason, by }: NewWording,
): Promise<number> {
  const version = from + 1;
  const saved = await work.queries
    .insert(letterTemplate)
    .values({
      schoolId: work.school,
      kind,
      version,
      parts: wording,
      reason,
      savedBy: by,
      savedAt: work.now,
    })
    .onConflictDoNothing()
    .returning({ version: letterTemplate.version });
  if (saved.length === 0) {
    const what = 'Somebody else changed this wording while you had it open.';
    throw await outrun(work, `letter-template:${kind}`, what);
  }
  work.audit({ act: 'letter-template.saved', object: `letter-template:${kind}`, detail: { version } });
  return version;
}

/** The languages in which letters say that an interpreter is free: all that Handbell has until the school chooses. */
export async function stripLanguages(work: Work): Promise<readonly string[]> {
  const [row] = await work.queries
    .select()
    .from(letterSetting)
    .where(eq(letterSetting.schoolId, work.school));
  return row?.languages ?? INTERPRETER_STRIP.map(({ lang }) => lang);
}

/** Chooses those languages. */
export async function setStripLanguages(work: Work, languages: readonly string[]): Promise<void> {
  await work.queries
    .insert(letterSetting)
    .values({ schoolId: work.school, languages: [...languages] })
    .onConflictDoUpdate({ target: letterSetting.schoolId, set: { languages: [...languages] } });
  work.audit({
    act: 'letter-languages.set',
    object: `school:${work.school}`,
    detail: { count: languages.length },
  });
}
