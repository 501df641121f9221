import type { Temporal } from 'temporal-polyfill';
import type { ContactHold } from '../../cases/contact-hold.ts';
import { refusalText } from '../../cases/refusals.ts';
import { formatDate } from '../../ui/index.ts';

/** Why an act on a ban is refused. */
export type BanRefusal =
  | { readonly code: 'wrong-state' | 'not-yours' | 'conflict' }
  | { readonly code: 'policy-lacks-it' | 'case-not-open' | 'on-hold' | 'no-hold' | 'not-over' }
  | { readonly code: ContactHold }
  | { readonly code: 'plan-open' | 'no-risk-on-site' | 'not-urgent' | 'parent-not-heard' }
  | { readonly code: 'window-short'; readonly from: Temporal.PlainDate }
  | { readonly code: 'lapse-late' | 'lapse-before-answer'; readonly until: Temporal.PlainDate }
  | { readonly code: 'window-open'; readonly until: Temporal.PlainDate }
  | { readonly code: 'not-served' | 'unanswered' | 'no-reasons' | 'no-words' }
  | { readonly code: 'end-wrong'; readonly until: Temporal.PlainDate }
  | { readonly code: 'review-late'; readonly until: Temporal.PlainDate }
  | { readonly code: 'letter-missing' | 'letter-unfit' | 'reviewer-not-fresh' | 'not-invited' }
  | { readonly code: 'comments-short'; readonly from: Temporal.PlainDate };
export type BanRefusalCode = BanRefusal['code'];

const PLAIN: Readonly<Partial<Record<BanRefusalCode, string>>> = {
  'wrong-state': 'The ban has moved on since you opened the page.',
  'not-yours': 'This step is somebody else’s.',
  conflict: 'You have a conflict of interest in this case. You have no part in it.',
  'policy-lacks-it':
    'The policy that was in force on the day of the message does not give the school this power. A ban cannot be imposed under it.',
  'case-not-open': 'A ban can be considered while its case is assessed, decided or followed up.',
  'on-hold': 'The ban is on hold. Release the hold first.',
  'no-hold': 'There is no hold to release.',
  'not-over': 'Its last day has not passed.',
  'plan-open': 'Complete every part of the plan first.',
  'no-risk-on-site':
    'A site ban needs a risk to people on the school site. Words online are not enough by themselves.',
  'not-urgent': 'Say in a whole sentence why it cannot wait until the parent has been heard.',
  'parent-not-heard':
    'Hear the parent first, or record two tries on different days and a written invitation that was not answered.',
  'not-served': 'Record first that the notice was given to the parent: their time to answer runs from there.',
  unanswered: 'Answer each thing that the parent said.',
  'no-reasons': 'Write your reasons in at least one whole sentence.',
  'no-words': 'Write it down in at least one whole sentence.',
  'letter-missing': 'Write the letter first.',
  'letter-unfit': 'The letter is not fit to go out yet. Change the parts that are marked in it.',
  'reviewer-not-fresh':
    'The review is for somebody who may decide, has no conflict, and did not look into the case or decide on the ban.',
  'not-invited': 'Invite the parent to comment, and wait until the day you gave them has passed.',
};

/** A refusal in plain words, with what to do about it. */
export function banRefusalText(refusal: BanRefusal): string {
  switch (refusal.code) {
    case 'held':
    case 'police-held':
      return refusalText(refusal);
    case 'window-short':
      return `Give the parent ten school days to answer: ${formatDate(refusal.from)} or later.`;
    case 'lapse-late':
      return `A ban that is not confirmed can last until ${formatDate(refusal.until)} at most.`;
    case 'lapse-before-answer':
      return `Let it last until the parent’s time to answer is over: ${formatDate(refusal.until)} or later.`;
    case 'window-open':
      return `The parent can answer until ${formatDate(refusal.until)}. Wait, or record what they said.`;
    case 'end-wrong':
      return `Choose a last day that is still to come, ${formatDate(refusal.until)} at the latest.`;
    case 'review-late':
      return `Look at it again within a term, and before it ends: ${formatDate(refusal.until)} at the latest.`;
    case 'comments-short':
      return `Give the parent ten school days to comment: ${formatDate(refusal.from)} or later.`;
    default:
      return PLAIN[refusal.code] ?? '';
  }
}
