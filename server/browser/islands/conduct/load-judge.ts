import { loadModel, type PolicyClause } from '@handbell/conduct';
import modelUrl from '@handbell/conduct/model?url';
import { Judge } from './judge.ts';

/** The model cannot be fetched; the message says what to do. */
export class CheckerMissing extends Error {
  override readonly name = 'CheckerMissing';
}

/**
 * Fetches the model and makes a judge of it. The only request that checking ever makes.
 * @throws CheckerMissing when the model cannot be fetched
 */
export async function loadJudge(clauses: readonly PolicyClause[]): Promise<Judge> {
  const response = await fetch(modelUrl).catch(() => undefined);
  if (!response?.ok) {
    throw new CheckerMissing(
      'The checker could not be loaded. Check your connection, then load this page again.',
    );
  }
  return new Judge(loadModel(new Uint8Array(await response.arrayBuffer())), clauses);
}
