import { hourOf } from '../../platform/clock.ts';
import { Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { KeptExcerpt } from '../account.ts';
import { tell } from '../events.ts';
import { addEvidence, type NewEvidence } from '../evidence/store.ts';
import type { ConcernMode } from '../kinds.ts';
import { refusedBecause } from '../obstacles.ts';
import { moreOpenThan } from '../openness.ts';
import { setRelay } from '../relay.ts';
import { type ConcernAct, tryAct } from '../rules.ts';
import type { ConcernRow } from '../standing.ts';
import { change } from '../store.ts';
import { keepReporter, type Reporter } from '../vault.ts';
import { rowByCode } from './find.ts';

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
  await change(work, row, { answeredAt: hourOf(work.now) });
  await tell(work, row.id, { kind: 'reply', message: words });
  work.audit({ act: 'concern.replied', object: `concern:${row.id}` });
}

/** Messages from an export that came later, as evidence. */
export function excerptEvidence(excerpt: KeptExcerpt | undefined): readonly NewEvidence[] {
  if (!excerpt) return [];
  const bytes = Buffer.from(JSON.stringify(excerpt));
  return [{ kind: 'excerpt', name: 'Messages from a chat', type: 'application/json', bytes }];
}

/**
 * Adds evidence that was made safe already.
 * @throws Refusal 422 for a code that is none, 409 once the concern has ended
 */
export async function addByCode(work: Work, code: string, evidence: readonly NewEvidence[]): Promise<void> {
  const row = await byReporter(work, code, 'reply');
  await change(work, row, { answeredAt: hourOf(work.now) });
  for (const each of evidence) await addEvidence(work, row.id, each);
  const message = evidence.map((each) => each.name).join(', ');
  await tell(work, row.id, { kind: 'evidence', message });
}

/**
 * Changes how much of themselves a reporter gives: towards more only.
 * @throws Refusal 422 for a code that is none, 409 once the concern has ended or when the way is not more open
 */
export async function openUpByCode(
  work: Work,
  code: string,
  mode: ConcernMode,
  reporter: Reporter,
): Promise<void> {
  const row = await byReporter(work, code, 'reply');
  if (!moreOpenThan(row.mode).includes(mode)) {
    throw new Refusal(
      409,
      'You have told the school as much of yourself already.',
      'Open your page again to see how you told us. What the school knows cannot be taken back.',
    );
  }
  await change(work, row, { mode, answeredAt: hourOf(work.now) });
  await keepReporter(work, row.id, reporter);
  const message = mode === 'named' ? 'With your name from now on.' : 'In confidence from now on.';
  await tell(work, row.id, { kind: 'opened-up', message });
  work.audit({ act: 'concern.opened-up', object: `concern:${row.id}`, detail: { from: row.mode, to: mode } });
}

/**
 * Sets or forgets the address at which a reporter hears that there is something new.
 * @throws Refusal 422 for a code that is none, 409 once the concern has ended
 */
export async function relayByCode(work: Work, code: string, address: string): Promise<void> {
  const row = await byReporter(work, code, 'reply');
  await setRelay(work, row.id, address);
}

/**
 * Notes that the reporter takes the concern back. It does not vanish by that: the school still has to ask whether a
 * child may be at risk, and then ends it (S45, rule 12).
 * @throws Refusal 422 for a code that is none, 409 once the concern has ended
 */
export async function withdrawByCode(work: Work, code: string): Promise<void> {
  const row = await byReporter(work, code, 'withdraw');
  if (row.withdrawnAt) return;
  await change(work, row, { withdrawnAt: hourOf(work.now), answeredAt: hourOf(work.now) });
  const message = 'You asked the school not to go on with it.';
  await tell(work, row.id, { kind: 'withdrawn', message });
  work.audit({ act: 'concern.withdrawn', object: `concern:${row.id}` });
}
