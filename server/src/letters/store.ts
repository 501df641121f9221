import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CaseId } from '../cases/ids.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import { changedMeanwhile, notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { LetterAccess } from './access.ts';
import { type Matter, readMatter, writeMatter } from './matter.ts';
import {
  type GivenBy,
  LETTER_TRANSITIONS,
  type LetterAct,
  type LetterId,
  type LetterKind,
  type LetterState,
  type Signed,
} from './rules.ts';
import { type Changed, composeSections, type Section } from './sections.ts';
import { letter } from './tables.ts';
import type { Wording } from './template.ts';
import { valuesOf } from './values.ts';
import { currentWording, wordingsUsed } from './wordings/store.ts';

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
const cell = (column: 'matter' | 'sections', row: LetterId) => ({ table: 'letter', column, row });

function filesOf({ pdfFile, pdfHash, wordFile, wordHash }: Row): LetterFiles | undefined {
  return pdfFile && pdfHash && wordFile && wordHash
    ? { pdf: pdfFile, pdfHash, word: wordFile, wordHash }
    : undefined;
}

function open(work: Work, row: Row, wording: Wording): Letter {
  const matter = readMatter(work.keys.open(cell('matter', row.id), row.matter));
  const changed = changedSchema.parse(JSON.parse(work.keys.open(cell('sections', row.id), row.sections)));
  const { givenHow, givenOn } = row;
  return {
    id: row.id,
    caseId: row.caseId,
    kind: row.kind,
    state: row.state,
    version: row.version,
    reference: row.reference,
    matter,
    sections: composeSections(row.kind, valuesOf(matter), changed, wording),
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
  const wordingOf = await wordingsUsed(work, rows);
  return rows.map((row) => open(work, row, wordingOf(row)));
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
  const { version: templateVersion } = await currentWording(work, kind);
  await work.queries.insert(letter).values({
    schoolId: work.school,
    id,
    caseId,
    kind,
    state: 'draft',
    version: 1,
    reference: matter.reference,
    templateVersion,
    matter: work.keys.seal(cell('matter', id), writeMatter(matter)),
    sections: work.keys.seal(cell('sections', id), '{}'),
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

/**
 * Holds a letter until the work ends, for an act on it.
 * @param version the version a form was shown for
 * @throws Refusal 404 when there is none, 409 when it was changed since or the act does not fit its state
 */
export async function lockLetter(
  work: Work,
  id: LetterId,
  act: LetterAct,
  version: number | undefined,
): Promise<Row> {
  const [row] = await work.queries
    .select()
    .from(letter)
    .where(and(eq(letter.schoolId, work.school), eq(letter.id, id)))
    .for('update');
  if (!row) throw notFound();
  const changed = version !== undefined && row.version !== version;
  if (changed || LETTER_TRANSITIONS[row.state][act] === null) throw changedMeanwhile(WHAT_CHANGED[row.state]);
  return row;
}

const WHAT_CHANGED: Readonly<Record<LetterState, string>> = {
  draft: 'Somebody else changed this letter while you had it open.',
  issued: 'This letter has been issued meanwhile, so it cannot be changed any more.',
  given: 'How this letter was given is recorded already.',
  withdrawn: 'This draft was given up meanwhile: what it was written for has changed.',
};

/** One letter's row. */
export const letterIs = (work: Work, id: LetterId) =>
  and(eq(letter.schoolId, work.school), eq(letter.id, id));

/**
 * Keeps the sentences that somebody wrote anew.
 * @param version the version the form was shown for
 * @throws Refusal 409 when somebody else changed the letter, or it is no draft any more
 */
export async function saveSections(
  work: Work,
  id: LetterId,
  version: number,
  changed: Changed,
  largePrint: boolean,
): Promise<void> {
  const row = await lockLetter(work, id, 'edit', version);
  await work.queries
    .update(letter)
    .set({
      sections: work.keys.seal(cell('sections', id), JSON.stringify(changed)),
      largePrint,
      version: row.version + 1,
    })
    .where(letterIs(work, id));
  work.audit({ act: 'letter.edited', object: `letter:${id}`, detail: { largePrint } });
}

/**
 * Fixes a letter for ever under the hashes of its files.
 * @param version the version that was looked at before issuing
 * @throws Refusal 409 when it was changed since, or is no draft any more
 */
export async function markIssued(
  work: Work,
  id: LetterId,
  version: number,
  by: MemberId,
  signed: Signed,
  files: LetterFiles,
): Promise<void> {
  const row = await lockLetter(work, id, 'issue', version);
  const { pdf, pdfHash, word, wordHash } = files;
  await work.queries
    .update(letter)
    .set({
      state: 'issued',
      version: row.version + 1,
      issuedBy: by,
      issuedAt: work.now,
      signedHow: signed,
      pdfFile: pdf,
      pdfHash,
      wordFile: word,
      wordHash,
    })
    .where(letterIs(work, id));
  work.audit({
    act: 'letter.issued',
    object: `letter:${id}`,
    detail: { pdf: pdfHash, word: wordHash, signed },
  });
}

/** Keeps who may see the letters of a case in step with the case. */
export async function setLetterAccess(work: Work, caseId: CaseId, access: LetterAccess): Promise<void> {
  await work.queries
    .update(letter)
    .set({
      hiddenFrom: [...access.hiddenFrom],
      openTo: [...access.openTo],
      restricted: access.restricted,
    })
    .where(and(eq(letter.schoolId, work.school), eq(letter.caseId, caseId)));
  work.audit({ act: 'letter.access-set', object: `case:${caseId}` });
}
