import { randomBytes } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { secretHash } from '../../people/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { type MemberId, newId } from '../../platform/ids.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { type Comment, type CommentId, type Consultation, takesComments, type Writer } from './rules.ts';
import { policyComment } from './tables.ts';

type Row = typeof policyComment.$inferSelect;
type SealedColumn = 'name' | 'email' | 'words' | 'answer';

const KEY = { name: 'identity', email: 'identity', words: 'content', answer: 'content' } as const;

function cell(column: SealedColumn, row: CommentId) {
  return { table: 'policy_comment', column, row };
}

function seal(work: Work, id: CommentId, column: SealedColumn, text: string | undefined) {
  return text ? work.keys.seal(cell(column, id), text, KEY[column]) : null;
}

function open(work: Work, row: Row): Comment {
  const { id, consultationId, writtenAs, clauseRef, writtenAt, shown } = row;
  const text = (column: SealedColumn, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, id), sealed, KEY[column]) : undefined;
  const [name, email] = [text('name', row.name), text('email', row.email)];
  const answer = text('answer', row.answer);
  return {
    id,
    consultation: consultationId,
    writtenAs,
    words: text('words', row.words) ?? '',
    writtenAt,
    shown,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(clauseRef !== null && { clause: clauseRef }),
    ...(answer !== undefined && { answer }),
  };
}

/** What somebody sends. */
export interface NewComment {
  readonly writtenAs: Writer;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly clause?: string | undefined;
  readonly words: string;
}

/**
 * Takes a comment.
 * @returns the secret of the address where its writer can read the answer; only its hash is kept
 * @throws Refusal 409 when the consultation is over
 */
export async function addComment(
  work: Work,
  consultation: Consultation,
  { writtenAs, name, email, clause, words }: NewComment,
): Promise<string> {
  if (!takesComments(consultation, schoolDay(work.now))) {
    throw new Refusal(
      409,
      'The consultation has closed, so your comment was not taken.',
      'You can still tell the school office what you think.',
    );
  }
  const id = newId<'policy-comment'>();
  const secret = randomBytes(18).toString('base64url');
  await work.queries.insert(policyComment).values({
    schoolId: work.school,
    id,
    consultationId: consultation.id,
    writtenAs,
    name: seal(work, id, 'name', name),
    email: seal(work, id, 'email', email),
    clauseRef: clause ?? null,
    words: work.keys.seal(cell('words', id), words, KEY.words),
    writtenAt: work.now,
    secretHash: secretHash(secret),
    shown: false,
  });
  work.audit({ act: 'policy.comment-taken', object: `policy-comment:${id}` });
  return secret;
}

/** All comments of a consultation, the earliest first. */
export async function listComments(work: Work, { id }: Consultation): Promise<readonly Comment[]> {
  const rows = await work.queries
    .select()
    .from(policyComment)
    .where(and(eq(policyComment.schoolId, work.school), eq(policyComment.consultationId, id)))
    .orderBy(asc(policyComment.writtenAt), asc(policyComment.id));
  return rows.map((row) => open(work, row));
}

/** Every comment on every draft, the earliest first. */
export async function everyComment(work: Work): Promise<readonly Comment[]> {
  const rows = await work.queries
    .select()
    .from(policyComment)
    .where(eq(policyComment.schoolId, work.school))
    .orderBy(asc(policyComment.writtenAt), asc(policyComment.id));
  return rows.map((row) => open(work, row));
}

/** One comment. Throws Refusal 404 when there is none. */
export async function findComment(work: Work, id: CommentId): Promise<Comment> {
  const [row] = await work.queries
    .select()
    .from(policyComment)
    .where(and(eq(policyComment.schoolId, work.school), eq(policyComment.id, id)));
  if (!row) throw notFound();
  return open(work, row);
}

/** The comment that a secret address belongs to. Throws Refusal 404 when there is none. */
export async function commentAt(work: Work, secret: string): Promise<Comment> {
  const [row] = await work.queries
    .select()
    .from(policyComment)
    .where(and(eq(policyComment.schoolId, work.school), eq(policyComment.secretHash, secretHash(secret))));
  if (!row) throw notFound();
  return open(work, row);
}

/**
 * Answers a comment; an answer can be put better later. Who left an address is told by mail, once, that there is one.
 * @param page the address of the public page of the consultation, for the mail
 */
export async function answerComment(
  work: Work,
  comment: Comment,
  {
    answer,
    shown,
    by,
    page,
  }: { readonly answer: string; readonly shown: boolean; readonly by: MemberId; readonly page: string },
): Promise<void> {
  await work.queries
    .update(policyComment)
    .set({
      answer: work.keys.seal(cell('answer', comment.id), answer, KEY.answer),
      answeredAt: work.now,
      answeredBy: by,
      shown,
    })
    .where(and(eq(policyComment.schoolId, work.school), eq(policyComment.id, comment.id)));
  work.audit({ act: 'policy.comment-answered', object: `policy-comment:${comment.id}`, detail: { shown } });
  if (comment.email === undefined || comment.answer !== undefined) return;
  await queueMail(work, {
    to: comment.email,
    kind: 'comment-answered',
    subject: 'The school has answered your comment',
    text: `The school has answered your comment on its draft policy.\n\nYou can read the answer at the address that you were shown when you sent it. What the school heard from everybody will be at:\n${page}\n`,
  });
}
