import { z } from 'zod';
import { type Answer, go, type StaffContext, wrong } from '../edge/contexts.ts';
import { idSchema } from '../platform/ids.ts';
import type { FieldErrors } from '../ui/index.ts';
import { CaseMoved, CaseRefused } from './act.ts';
import { LetterUnfit } from './decide.ts';
import type { CaseId } from './ids.ts';
import { type CaseRefusal, type RefusalCode, refusalText } from './refusals.ts';

export const caseParams = z.object({ id: idSchema<'case'>() });
export type CaseContext = StaffContext<{ id: CaseId }>;

/** The address of a case. */
export const caseHref = (id: CaseId): string => `/desk/cases/${id}`;

/** Which field a refusal is shown beside; the others belong to the form as a whole. */
const FIELDS: Readonly<Partial<Record<RefusalCode, string>>> = {
  'no-clause': 'clauses',
  'no-policy-then': 'clauses',
  'no-reasons': 'reasons',
  'jump-unexplained': 'jumpReason',
  'you-investigated': 'overrideReason',
  'no-expiry': 'months',
  'not-in-policy': 'outcome',
  'not-here': 'outcome',
  'no-group': 'outcome',
  'review-late': 'late',
  'no-grounds': 'grounds',
  'papers-not-shared': 'papers',
  'no-next-step': 'next',
  harsher: 'outcome',
  'not-what-it-says': 'result',
  'no-new-information': 'reason',
  'no-threshold': 'facts',
  'nothing-tried': 'triedWords',
  'no-question': 'question',
  'is-feedback': 'outcome',
  'expectation-only': 'outcome',
  'criticism-only': 'outcome',
  'anonymous-only': 'outcome',
  'parent-not-heard': 'outcome',
  'follow-up-past': 'day',
  'follow-up-too-late': 'day',
  'unsuitable-person': 'member',
  'decider-there': 'member',
  'not-followed-up': 'note',
};

/** Refusals as a form shows them. On a form without such a field everything stands under `form`. */
function errorsOf(refusals: readonly CaseRefusal[], fields: readonly string[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const refusal of refusals) {
    const field = FIELDS[refusal.code] ?? 'form';
    const name = fields.includes(field) ? field : 'form';
    errors[name] = [errors[name], refusalText(refusal)].filter((text) => text !== undefined).join(' ');
  }
  return errors;
}

/**
 * Does an act and goes on; what is still missing comes back on the form instead.
 * @param fields the names of the form's own fields
 */
export async function tried(
  run: () => Promise<string>,
  done: string | undefined,
  fields: readonly string[] = [],
): Promise<Answer> {
  try {
    const to = await run();
    return go(to, done === undefined ? undefined : { done });
  } catch (error) {
    if (error instanceof CaseRefused) return wrong(errorsOf(error.refusals, fields));
    if (error instanceof CaseMoved) {
      const again = 'Nothing is saved yet. If your words still stand, press the button again.';
      return wrong({ form: `${error.message} ${again}` }, { version: `${error.version}` });
    }
    if (error instanceof LetterUnfit) {
      return wrong({ form: 'The letter is not fit to go out yet. Change the parts that are marked below.' });
    }
    throw error;
  }
}
