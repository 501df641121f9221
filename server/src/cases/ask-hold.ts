import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { type ContactHold, contactHold, type Holdable } from './contact-hold.ts';
import type { CaseId } from './ids.ts';
import { findCase } from './read.ts';
import { refusalText } from './refusals.ts';

/**
 * For an act that shows or sends the parent something, of whoever works on the case.
 * @throws Refusal 409 while the safeguarding lead or the police hold the matter (rules 12, 15)
 */
export function askContactHold(file: Holdable): void {
  const code = contactHold(file);
  if (code)
    throw new Refusal(409, refusalText({ code }), 'Nothing was sent. Do this again once the hold has ended.');
}

/**
 * The hold on contact with the parent of a case, whoever asks.
 * @param lock holds the case until the transaction ends: for every act
 */
export async function contactHoldOf(work: Work, id: CaseId, lock = false): Promise<ContactHold | undefined> {
  const file = await findCase(work, id, lock);
  return file && contactHold(file);
}
