import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { codeHash } from '../code.ts';
import { storyOf, tell } from '../events.ts';
import { refusedBecause } from '../obstacles.ts';
import { type ConcernAct, type ConcernState, tryAct } from '../rules.ts';
import type { ConcernRow } from '../standing.ts';
import { change } from '../store.ts';
import { concern } from '../tables.ts';

/** Something between the school and the reporter, in order. */
export interface Exchange {
  readonly at: Temporal.Instant;
  readonly from: 'school' | 'reporter' | 'handbell';
  readonly title: string;
  readonly text: string;
}

/** What a reporter sees when they come back: where things stand, and nothing of anybody else. */
export interface Standing {
  readonly where: 'waiting' | 'looking' | 'answered' | 'dealt-with';
  readonly receivedAt: Temporal.Instant;
  readonly acknowledgeBy: Temporal.PlainDate;
  readonly acknowledged: boolean;
  readonly withdrawn: boolean;
  readonly open: boolean;
  readonly exchanges: readonly Exchange[];
}

/** The hold and the case are the school's own matter: to a reporter both are "looking into it". */
const WHERE: Readonly<Record<ConcernState, Standing['where']>> = {
  received: 'waiting',
  triage: 'waiting',
  held: 'waiting',
  'case-open': 'looking',
  'case-held': 'looking',
  exited: 'answered',
  concluded: 'dealt-with',
};

async function rowByCode(work: Work, code: string, lock: boolean): Promise<ConcernRow | undefined> {
  const query = work.queries
    .select()
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), eq(concern.codeHash, codeHash(work, code))));
  const [row] = await (lock ? query.for('update') : query);
  return row;
}

const TITLES: Readonly<Record<string, Pick<Exchange, 'from' | 'title'>>> = {
  acknowledged: { from: 'school', title: 'The school read your concern' },
  question: { from: 'school', title: 'The school asks' },
  exited: { from: 'school', title: 'The school’s answer' },
  reply: { from: 'reporter', title: 'You added' },
  withdrawn: { from: 'reporter', title: 'You took your concern back' },
  'identity-read': { from: 'handbell', title: 'Somebody at the school looked up who you are' },
};

/** What a code opens; undefined for any other code, whatever it looks like. */
export async function standingByCode(work: Work, code: string): Promise<Standing | undefined> {
  const row = await rowByCode(work, code, false);
  if (!row) return undefined;
  const story = await storyOf(work, row.id);
  return {
    where: WHERE[row.state],
    receivedAt: row.receivedAt,
    acknowledgeBy: row.acknowledgeBy,
    acknowledged: row.acknowledgedAt !== null,
    withdrawn: row.withdrawnAt !== null,
    open: row.endedAt === null,
    exchanges: story.flatMap(({ at, kind, message }) => {
      const known = TITLES[kind];
      return known && message !== '' ? [{ at, ...known, text: message }] : [];
    }),
  };
}

async function byReporter(work: Work, code: string, act: ConcernAct): Promise<ConcernRow> {
  const row = await rowByCode(work, code, true);
  if (!row) {
    throw new Refusal(422, 'No concern has this code.', 'Nothing was saved. Go back and check the code.');
  }
  const result = tryAct({ ...row, roles: [], declaredClear: false }, act);
  if (!result.ok) throw refusedBecause(result.obstacle);
  return row;
}

/**
 * Adds the reporter's words: an answer, or something new.
 * @throws Refusal 422 for a code that is none, 409 once the concern has ended
 */
export async function replyByCode(work: Work, code: string, words: string): Promise<void> {
  const row = await byReporter(work, code, 'reply');
  await change(work, row, { answeredAt: work.now });
  await tell(work, row.id, { kind: 'reply', message: words });
  work.audit({ act: 'concern.replied', object: `concern:${row.id}` });
}

/**
 * Notes that the reporter takes the concern back. It does not vanish by that: the school still has to ask whether a
 * child may be at risk, and then ends it (S45, rule 12).
 * @throws Refusal 422 for a code that is none, 409 once the concern has ended
 */
export async function withdrawByCode(work: Work, code: string): Promise<void> {
  const row = await byReporter(work, code, 'withdraw');
  if (row.withdrawnAt) return;
  await change(work, row, { withdrawnAt: work.now, answeredAt: work.now });
  const message = 'You asked the school not to go on with it.';
  await tell(work, row.id, { kind: 'withdrawn', message });
  work.audit({ act: 'concern.withdrawn', object: `concern:${row.id}` });
}
