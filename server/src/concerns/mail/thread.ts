import { createHmac } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import type { ConcernId } from '../rules.ts';
import { concernMail } from './tables.ts';

/** A mail's id as it is kept: it tells nobody without the school's key whose mail it was. */
function messageHash(work: Work, messageId: string): Buffer {
  return createHmac('sha256', work.keys.derive('mail thread')).update(messageId.toLowerCase()).digest();
}

/**
 * Remembers which concern a mail belongs to.
 * @param messageId its Message-ID without brackets; of our own mails the part before "@", which is drawn at random
 * @param way "out" for a mail that went to the reporter alone, "in" for one that others may have got as well
 */
export async function rememberMail(
  work: Work,
  concernId: ConcernId,
  messageId: string,
  way: 'in' | 'out',
): Promise<void> {
  if (messageId === '') return;
  await work.queries
    .insert(concernMail)
    .values({ schoolId: work.school, messageHash: messageHash(work, messageId), concernId, way })
    .onConflictDoNothing();
}

/** A concern that a mail answers. */
export interface Answered {
  readonly concern: ConcernId;
  readonly way: 'in' | 'out';
}

/**
 * The concern that a mail answers, if it answers one.
 * @param answers the ids in In-Reply-To and References, the nearest first
 */
export async function findAnswered(work: Work, answers: readonly string[]): Promise<Answered | undefined> {
  const hashes = answers.flatMap((id) => [messageHash(work, id), messageHash(work, id.split('@')[0] ?? '')]);
  if (hashes.length === 0) return undefined;
  const rows = await work.queries
    .select()
    .from(concernMail)
    .where(and(eq(concernMail.schoolId, work.school), inArray(concernMail.messageHash, hashes)));
  for (const hash of hashes) {
    const row = rows.find((each) => each.messageHash.equals(hash));
    if (row) return { concern: row.concernId, way: row.way };
  }
  return undefined;
}
