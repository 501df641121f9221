import { z } from 'zod';
import type { CaseId } from '../../cases/ids.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import { type Answer, go, type StaffContext, wrong } from '../../edge/contexts.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { BanRefused } from './act.ts';
import { type BanRefusalCode, banRefusalText } from './refusals.ts';
import { type Ban, banOfCase } from './store.ts';

export const caseParams = z.object({ id: idSchema<'case'>() });
export type CaseParams = z.output<typeof caseParams>;
export type BanContext = StaffContext<{ readonly id: CaseId }>;

/** The address of a case's ban. */
export const banHref = (id: CaseId): string => `/desk/cases/${id}/ban`;

/** A case with its ban, for somebody who may see the case. */
export async function theBan({
  work,
  staff,
  params,
}: BanContext): Promise<{ readonly file: CaseFile; readonly ban: Ban }> {
  const file = await caseFor(work, staff, params.id);
  const ban = await banOfCase(work, params.id);
  if (!ban) throw notFound();
  return { file, ban };
}

/** The field a refusal is shown beside; the others belong to the form as a whole. */
const FIELDS: Readonly<Partial<Record<BanRefusalCode, string>>> = {
  'window-short': 'answerBy',
  'comments-short': 'answerBy',
  'lapse-late': 'lapsesOn',
  'lapse-before-answer': 'lapsesOn',
  'end-wrong': 'until',
  'review-late': 'reviewOn',
  'no-reasons': 'words',
  'not-urgent': 'words',
  'no-words': 'words',
  'reviewer-not-fresh': 'reviewer',
};

/** Does an act and goes on; what is still missing comes back on the form instead. */
export async function triedBan(
  run: () => Promise<unknown>,
  to: string,
  done: string,
  fields: readonly string[] = [],
): Promise<Answer> {
  try {
    await run();
    return go(to, { done });
  } catch (error) {
    if (!(error instanceof BanRefused)) throw error;
    const errors: Record<string, string> = {};
    for (const refusal of error.refusals) {
      const field = FIELDS[refusal.code] ?? 'form';
      const name = fields.includes(field) ? field : 'form';
      errors[name] = [errors[name], banRefusalText(refusal)].filter((each) => each !== undefined).join(' ');
    }
    return wrong(errors);
  }
}
