import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { idSchema } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { codeHash } from '../code.ts';
import { storyOf } from '../events.ts';
import type { ConcernMode } from '../kinds.ts';
import { type Mark, markOn } from '../mark/store.ts';
import { hasRelay } from '../relay.ts';
import type { ConcernState } from '../rules.ts';
import type { ConcernRow } from '../standing.ts';
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
  readonly reference: string;
  readonly acknowledgeBy: Temporal.PlainDate;
  readonly acknowledged: boolean;
  readonly withdrawn: boolean;
  readonly open: boolean;
  readonly mode: ConcernMode;
  /** There is an address at which they hear of news. */
  readonly relayed: boolean;
  readonly exchanges: readonly Exchange[];
  /** The mark that counts on it: whoever is marked knows why, and until when. */
  readonly mark: Pick<Mark, 'ground' | 'message' | 'expiresOn'> | undefined;
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

/** The concern that a code opens. @param lock holds the row until the transaction ends: for every act */
export async function rowByCode(work: Work, code: string, lock: boolean): Promise<ConcernRow | undefined> {
  const query = work.queries
    .select()
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), eq(concern.codeHash, codeHash(work, code))));
  const [row] = await (lock ? query.for('update') : query);
  return row;
}

const TITLES: Readonly<Record<string, Pick<Exchange, 'from' | 'title'>>> = {
  acknowledged: { from: 'school', title: 'The school read your concern' },
  question: { from: 'school', title: 'The school wrote to you' },
  exited: { from: 'school', title: 'The school’s answer' },
  reply: { from: 'reporter', title: 'You added' },
  evidence: { from: 'reporter', title: 'You added evidence' },
  'opened-up': { from: 'reporter', title: 'You told the school who you are' },
  withdrawn: { from: 'reporter', title: 'You took your concern back' },
  'identity-read': { from: 'handbell', title: 'Somebody at the school looked up who you are' },
};

const NOTHING = idSchema<'concern'>().parse('00000000-0000-0000-0000-000000000000');

/** What a code opens; undefined for any other code, whatever it looks like. */
export async function standingByCode(work: Work, code: string): Promise<Standing | undefined> {
  const row = await rowByCode(work, code, false);
  // A code that opens nothing costs the same statements as one that does.
  const id = row?.id ?? NOTHING;
  const story = await storyOf(work, id);
  const mark = await markOn(work, id);
  const relayed = await hasRelay(work, id);
  if (!row) return undefined;
  return {
    where: WHERE[row.state],
    receivedAt: row.receivedAt,
    reference: row.reference,
    acknowledgeBy: row.acknowledgeBy,
    acknowledged: row.acknowledgedAt !== null,
    withdrawn: row.withdrawnAt !== null,
    open: row.endedAt === null,
    mode: row.mode,
    mark: mark?.agreed ? mark : undefined,
    relayed,
    exchanges: story.flatMap(({ at, kind, message }) => {
      const known = TITLES[kind];
      return known && message !== '' ? [{ at, ...known, text: message }] : [];
    }),
  };
}
