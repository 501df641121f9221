import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../cases/ids.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { SentId } from './ids.ts';
import type { SentKind } from './kinds.ts';
import { subjectWord } from './tables.ts';

/** What came on paper: the day, and who keyed it in. */
export interface OnPaper {
  readonly cameOn: Temporal.PlainDate;
  readonly keyedBy: MemberId;
}

/** Something the parent sent, as they sent it. */
export interface Sent {
  readonly id: SentId;
  readonly kind: SentKind;
  readonly words: string;
  readonly at: Temporal.Instant;
  readonly paper: OnPaper | undefined;
}

const cell = (row: SentId) => ({ table: 'subject_word', column: 'words', row });

/** Keeps what a parent sent. The audit's actor is the public, or whoever keyed it in. */
export async function keepSent(
  work: Work,
  caseId: CaseId,
  kind: SentKind,
  words: string,
  paper?: OnPaper,
): Promise<SentId> {
  const id = newId<'subject-word'>();
  await work.queries.insert(subjectWord).values({
    schoolId: work.school,
    id,
    caseId,
    kind,
    words: work.keys.seal(cell(id), words),
    sentAt: work.now,
    cameOn: paper?.cameOn ?? null,
    keyedBy: paper?.keyedBy ?? null,
  });
  work.audit({
    act: 'own-page.sent',
    object: `case:${caseId}`,
    detail: { kind, paper: paper !== undefined },
  });
  return id;
}

/** Everything the parent of a case has sent, in its order. */
export async function sentOf(work: Work, caseId: CaseId): Promise<readonly Sent[]> {
  const rows = await work.queries
    .select()
    .from(subjectWord)
    .where(and(eq(subjectWord.schoolId, work.school), eq(subjectWord.caseId, caseId)))
    .orderBy(asc(subjectWord.sentAt), asc(subjectWord.id));
  return rows.map(({ id, kind, words, sentAt, cameOn, keyedBy }) => ({
    id,
    kind,
    words: work.keys.open(cell(id), words),
    at: sentAt,
    paper: cameOn && keyedBy ? { cameOn, keyedBy } : undefined,
  }));
}
