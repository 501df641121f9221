import { and, desc, eq, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { outrun } from '../../people/last-change.ts';
import { type Id, newId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { rosterChange, rosterImport } from '../tables.ts';
import { type Brought, broughtSchema } from './bring.ts';
import type { Meaning } from './columns.ts';
import type { ClassChoice, Scope } from './plan.ts';

export type ImportId = Id<'import'>;

/** A list that was brought in, as it stands. */
export interface RosterImport {
  readonly id: ImportId;
  readonly state: 'draft' | 'done' | 'undone' | 'dropped';
  readonly source: Brought['source'];
  /** What was read of it; only while it is a draft. */
  readonly content: Brought | undefined;
  readonly meanings: readonly Meaning[];
  readonly scope: Scope;
  /** What unlisted classes become, by their folded names. */
  readonly choices: ReadonlyMap<string, ClassChoice>;
  readonly counts: { readonly joined: number; readonly changed: number; readonly left: number };
  readonly madeAt: Temporal.Instant;
  readonly doneAt: Temporal.Instant | undefined;
  readonly undoneAt: Temporal.Instant | undefined;
}

/** A draft that nobody confirmed is forgotten after so long; what undoing needs, after a month. */
const DRAFT_HOURS = 24;
export const UNDO_DAYS = 30;

const cell = (column: 'content' | 'choices', row: ImportId) => ({ table: 'roster_import', column, row });
const meaningsSchema = z.array(z.custom<Meaning>((value) => typeof value === 'string'));
const choicesSchema = z.array(
  z.tuple([z.string(), z.custom<ClassChoice>((value) => typeof value === 'string')]),
);

type Row = typeof rosterImport.$inferSelect;

function open(work: Work, row: Row): RosterImport {
  const content = row.content
    ? broughtSchema.parse(JSON.parse(work.keys.open(cell('content', row.id), row.content, 'identity')))
    : undefined;
  return {
    id: row.id,
    state: row.state,
    source: row.source,
    content,
    meanings: meaningsSchema.parse(row.meanings),
    scope: row.scope,
    choices: new Map(choicesSchema.parse(row.choices)),
    counts: { joined: row.joined, changed: row.changed, left: row.leftCount },
    madeAt: row.madeAt,
    doneAt: row.doneAt ?? undefined,
    undoneAt: row.undoneAt ?? undefined,
  };
}

/** Keeps what was read of a list, sealed, until somebody has looked at it. */
export async function keepDraft(work: Work, brought: Brought, scope: Scope): Promise<ImportId> {
  const id = newId<'import'>();
  await work.queries.insert(rosterImport).values({
    schoolId: work.school,
    id,
    state: 'draft',
    source: brought.source,
    content: work.keys.seal(cell('content', id), JSON.stringify(brought), 'identity'),
    meanings: brought.meanings,
    scope,
    choices: [],
    madeAt: work.now,
  });
  const detail = { rows: brought.rows.length, source: brought.source };
  work.audit({ act: 'roster-import.brought', object: `import:${id}`, detail });
  return id;
}

/** One import; undefined when there is none. */
export async function findImport(work: Work, id: ImportId): Promise<RosterImport | undefined> {
  const [row] = await work.queries
    .select()
    .from(rosterImport)
    .where(and(eq(rosterImport.schoolId, work.school), eq(rosterImport.id, id)));
  return row && open(work, row);
}

/** The last imports, the newest first, without those that were dropped. */
export async function listImports(work: Work): Promise<readonly Omit<RosterImport, 'content'>[]> {
  const rows = await work.queries
    .select()
    .from(rosterImport)
    .where(eq(rosterImport.schoolId, work.school))
    .orderBy(desc(rosterImport.madeAt))
    .limit(50);
  return rows.filter((row) => row.state !== 'dropped').map((row) => open(work, { ...row, content: null }));
}

/** What a person decided about a draft. */
export interface DraftChoices {
  readonly meanings?: readonly Meaning[];
  readonly scope?: Scope;
  readonly choices?: ReadonlyMap<string, ClassChoice>;
}

/**
 * Changes how a draft is read.
 * @throws Refusal 409 when it is no draft any more
 */
export async function decideDraft(work: Work, id: ImportId, choice: DraftChoices): Promise<void> {
  await moveDraft(work, id, {
    ...(choice.meanings ? { meanings: choice.meanings } : {}),
    ...(choice.scope ? { scope: choice.scope } : {}),
    ...(choice.choices ? { choices: [...choice.choices] } : {}),
  });
  work.audit({ act: 'roster-import.decided', object: `import:${id}` });
}

/** Throws a draft away: nothing of the list is left. */
export async function dropDraft(work: Work, id: ImportId): Promise<void> {
  await moveDraft(work, id, { state: 'dropped', content: null });
  work.audit({ act: 'roster-import.dropped', object: `import:${id}` });
}

/**
 * Changes the row of a draft, once.
 * @throws Refusal 409 when it is no draft any more
 */
export async function moveDraft(work: Work, id: ImportId, values: Partial<typeof rosterImport.$inferInsert>) {
  const moved = await work.queries
    .update(rosterImport)
    .set(values)
    .where(
      and(eq(rosterImport.schoolId, work.school), eq(rosterImport.id, id), eq(rosterImport.state, 'draft')),
    )
    .returning({ id: rosterImport.id });
  if (moved.length === 0) throw await importMoved(work, id);
}

/** How an import stands that cannot be moved on as somebody wanted, and what it was that brought it there. */
const STANDS = {
  done: { what: 'This import was confirmed already.', act: 'confirmed', did: 'confirmed it' },
  undone: { what: 'This import was undone already.', act: 'undone', did: 'undid it' },
  dropped: {
    what: 'This list was thrown away before anybody confirmed it, so it changed nothing.',
    act: 'dropped',
    did: 'threw it away',
  },
} as const;

/** An import is not where an act needs it: how it stands, and who of the school brought it there, when. */
export async function importMoved(work: Work, id: ImportId): Promise<Refusal> {
  const found = await findImport(work, id);
  if (!found) return notFound();
  if (found.state === 'draft') {
    return new Refusal(
      400,
      'Nobody has confirmed this import yet, so it has changed nothing and there is nothing to undo.',
      'Go back to the import to confirm it or to throw it away.',
    );
  }
  const { what, act, did } = STANDS[found.state];
  return outrun(work, `import:${id}`, what, { act: `roster-import.${act}`, did });
}

/** Forgets drafts of yesterday, and what undoing needs a month after an import. For the nightly job. */
export async function forgetImports(work: Work): Promise<void> {
  const { queries, school, now } = work;
  const ofSchool = eq(rosterImport.schoolId, school);
  const old = now.subtract({ hours: DRAFT_HOURS });
  const drafts = await queries
    .update(rosterImport)
    .set({ state: 'dropped', content: null })
    .where(and(ofSchool, eq(rosterImport.state, 'draft'), lt(rosterImport.madeAt, old)))
    .returning({ id: rosterImport.id });
  const month = now.subtract({ hours: UNDO_DAYS * 24 });
  const done = await queries
    .select({ id: rosterImport.id })
    .from(rosterImport)
    .where(and(ofSchool, lt(rosterImport.doneAt, month)));
  let changes = 0;
  for (const { id } of done) {
    const gone = await queries
      .delete(rosterChange)
      .where(and(eq(rosterChange.schoolId, school), eq(rosterChange.importId, id)))
      .returning({ id: rosterChange.adultId });
    changes += gone.length;
  }
  if (drafts.length + changes > 0) {
    const detail = { drafts: drafts.length, changes };
    work.audit({ act: 'roster-imports.forgotten', object: `school:${school}`, detail });
  }
}
