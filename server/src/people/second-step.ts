import { sql } from 'drizzle-orm';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';

/**
 * Forgets somebody's second step after they lost their phone and their backup codes, and signs them out everywhere.
 * With their password they can then set a new one up.
 */
export async function forgetSecondStep(work: Work, id: MemberId, userId: string): Promise<void> {
  await work.queries.execute(sql`delete from "twoFactor" where "userId" = ${userId}`);
  await work.queries.execute(sql`update "user" set "twoFactorEnabled" = false where id = ${userId}`);
  await work.queries.execute(sql`delete from session where "userId" = ${userId}`);
  work.audit({ act: 'member.second-step-forgotten', object: `member:${id}` });
}
