import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CaseId } from '../cases/ids.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { LetterAccess } from './access.ts';
import { type Matter, readMatter, writeMatter } from './matter.ts';
import type { GivenBy, LetterId, LetterKind, LetterState, Signed } from './rules.ts';
import { composeParts, partsNow, type Section } from './sections.ts';
import { letter } from './tables.ts';
import type { TemplatePart } from './template.ts';
import { valuesOf } from './values.ts';
import { beginWith, begunWith } from './wordings/begun.ts';
import { wordingsUsed } from './wordings/store.ts';

type Row = typeof letter.$inferSelect;

/** A letter with its words opened. */
export interface Letter extends LetterAccess {
  readonly id: LetterId;
  readonly caseId: CaseId;
  readonly kind: LetterKind;
  readonly state: LetterState;
  readonly version: number;
  readonly reference: string;
  readonly matter: Matter;
  readonly sections: readonly Section[];
  readonly largePrint: boolean;
  readonly replyBy: Temporal.PlainDate | undefined;
  readonly expiresOn: Temporal.PlainDate | undefined;
  readonly draftedAt: Temporal.Instant;
  readonly issuedAt: Temporal.Instant | undefined;
  readonly issuedBy: MemberId | undefined;
  /** Which version of the school's own words it was begun with; 0 for Handbell's. */
  readonly templateVersion: number;
  readonly signed: Signed | undefined;
  readonly files: LetterFiles | undefined;
  readonly given: { readonly how: GivenBy; readonly on: Temporal.PlainDate } | undefined;
}

/** What an issued letter went out as. */
export interface LetterFiles {
  readonly pdf: NonNullable<Row['pdfFile']>;
  readonly pdfHash: string;
  readonly word: NonNullable<Row['wordFile']>;
  readonly wordHash: string;
}

const changedSchema = z.record(z.string(), z.string());
/** The cell that a part of a letter is sealed for. */
export const letterCell = (column: 'matter' | 'sections', row: LetterId) => ({
  table: 'letter',
  column,
  row,
});

function filesOf({ pdfFile, pdfHash, wordFile, wordHash }: Row): LetterFiles | undefined {
  return pdfFile && pdfHash && wordFile && wordHash
    ? { pdf: pdfFile, pdfHash, word: wordFile, wordHash }
    : undefined;
}

function open(work: Work, row: Row, parts: readonly TemplatePart[]): Letter {
  const matter = readMatter(work.keys.open(letterCell('matter', row.id), row.matter));
  const changed = changedSchema.parse(
    JSON.parse(work.keys.open(letterCell('sections', row.id), row.sections)),
  );
  const { givenHow, givenOn } = row;
  return {
    id: row.id,
    caseId: row.caseId,
    kind: row.kind,
    state: row.state,
    version: row.version,
    reference: row.reference,
    matter,
    sections: composeParts(parts, valuesOf(matter), changed),
    largePrint: row.largePrint,
    replyBy: row.replyBy ?? undefined,
    expiresOn: row.expiresOn ?? undefined,
    hiddenFrom: row.hiddenFrom,
    openTo: row.openTo,
    restricted: row.restricted,
    draftedAt: row.draftedAt,
    issuedAt: row.issuedAt ?? undefined,
    issuedBy: row.issuedBy ?? undefined,
    templateVersion: row.templateVersion,
    signed: row.signedHow ?? undefined,
    files: filesOf(row),
    given: givenHow && givenOn ? { how: givenHow, on: givenOn } : undefined,
  };
}

async function openAll(work: Work, rows: readonly Row[]): Promise<readonly Letter[]> {
  const begun = await begunWith(
    work,
    rows.map((row) => row.begunWith),
  );
  const wordingOf = await wordingsUsed(work, rows);
  return rows.map((row) => {
    // Letters of before their words were kept with them: in the words of now.
    const parts = begun.get(row.begunWith ?? '') ?? partsNow(row.kind, wordingOf(row));
    return open(work, row, parts);
  });
}

/** A letter that is begun. */
export interface NewLetter {
  readonly caseId: CaseId;
  readonly kind: LetterKind;
  readonly matter: Matter;
  readonly access: LetterAccess;
  readonly by: MemberId;
}

/** Begins a letter: the words that the school has for it now, filled in from the matter. A draft of the same kind that lay there is withdrawn. */
export async function draftLetter(
  work: Work,
  { caseId, kind, matter, access, by }: NewLetter,
): Promise<LetterId> {
  await withdrawDrafts(work, caseId, [kind]);
  const id = newId<'letter'>();
  const { version: templateVersion, hash } = await beginWith(work, kind);
  await work.queries.insert(letter).values({
    schoolId: work.school,
    id,
    caseId,
    kind,
    state: 'draft',
    version: 1,
    reference: matter.reference,
    templateVersion,
    begunWith: hash,
    matter: work.keys.seal(letterCell('matter', id), writeMatter(matter)),
    sections: work.keys.seal(letterCell('sections', id), '{}'),
    largePrint: false,
    replyBy: matter.replyBy ?? null,
    expiresOn: matter.expiresOn ?? null,
    hiddenFrom: [...access.hiddenFrom],
    openTo: [...access.openTo],
    restricted: access.restricted,
    draftedBy: by,
    draftedAt: work.now,
  });
  work.audit({ act: 'letter.drafted', object: `letter:${id}`, detail: { kind, case: caseId } });
  return id;
}

/** Withdraws the drafts of a case, all or those of some kinds: what they were written for has changed. */
export async function withdrawDrafts(
  work: Work,
  caseId: CaseId,
  kinds: readonly LetterKind[],
): Promise<void> {
  const gone = await work.queries
    .update(letter)
    .set({ state: 'withdrawn' })
    .where(
      and(
        eq(letter.schoolId, work.school),
        eq(letter.caseId, caseId),
        eq(letter.state, 'draft'),
        inArray(letter.kind, [...kinds]),
      ),
    )
    .returning({ id: letter.id });
  for (const { id } of gone) work.audit({ act: 'letter.withdrawn', object: `letter:${id}` });
}

/** A letter by its id. */
export async function findLetter(work: Work, id: LetterId): Promise<Letter | undefined> {
  const [row] = await work.queries
    .select()
    .from(letter)
    .where(and(eq(letter.schoolId, work.school), eq(letter.id, id)));
  return row && (await openAll(work, [row]))[0];
}

/** The letters of a case in the order they were begun, withdrawn ones too. */
export async function lettersOf(work: Work, caseId: CaseId): Promise<readonly Letter[]> {
  const rows = await work.queries
    .select()
    .from(letter)
    .where(and(eq(letter.schoolId, work.school), eq(letter.caseId, caseId)))
    .orderBy(asc(letter.draftedAt), asc(letter.id));
  return openAll(work, rows);
}

/** How many letters a list shows at most. */
export const LIST_MAX = 200;

/** The letters that went out or wait to, those to print first, the oldest of them first. */
export async function issuedLetters(work: Work, state: 'issued' | 'given'): Promise<readonly Letter[]> {
  const rows = await work.queries
    .select()
    .from(letter)
    .where(and(eq(letter.schoolId, work.school), eq(letter.state, state)))
    .orderBy(state === 'issued' ? asc(letter.issuedAt) : desc(letter.givenOn), asc(letter.id))
    .limit(LIST_MAX);
  return openAll(work, rows);
}
