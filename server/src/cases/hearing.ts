import { Temporal } from 'temporal-polyfill';
import type { LetterKind } from '../letters/rules.ts';
import type { CaseFacts } from './facts.ts';
import { endsQuietly, type Outcome } from './outcomes.ts';
import type { Outside } from './request.ts';

const { compare } = Temporal.PlainDate;

/** The letters that ask a parent for their side. */
const INVITES: ReadonlySet<LetterKind> = new Set(['first-contact', 'meeting-invitation']);

/** How far the school has come with reaching a parent: what stands for their side when they do not answer (rule 7). */
export interface Reached {
  /** On how many days somebody tried. */
  readonly tries: number;
  /** The first day by which a written invitation asked for an answer; undefined while none was given. */
  readonly answerBy: Temporal.PlainDate | undefined;
}

/** So many days with a try are asked for before a written invitation may stand for the parent's side. */
export const TRIES = 2;

/** How often a parent was tried, and by when they were asked to answer. */
export function reached({ contacts }: CaseFacts, { letters }: Outside): Reached {
  const days = new Set(contacts.flatMap(({ kind, day }) => (kind === 'attempt' ? [day.toString()] : [])));
  const invited = [
    ...contacts.flatMap(({ kind, replyBy }) => (kind === 'invitation' && replyBy ? [replyBy] : [])),
    ...letters.flatMap(({ kind, state, replyBy }) =>
      INVITES.has(kind) && state === 'given' && replyBy ? [replyBy] : [],
    ),
  ];
  return { tries: days.size, answerBy: invited.toSorted(compare)[0] };
}

/** Whether the parent was heard, or two tries on different days and a written invitation went unanswered (rule 7). */
export function parentHeard(facts: CaseFacts, outside: Outside): boolean {
  if (facts.contacts.some(({ kind }) => kind === 'heard')) return true;
  const { tries, answerBy } = reached(facts, outside);
  return tries >= TRIES && answerBy !== undefined && compare(answerBy, outside.today) < 0;
}

/** Whether anything but a report without a name speaks for the facts (rule 28). */
export function hasNamedBasis({ opening, sources, contacts }: CaseFacts): boolean {
  if (opening?.mode !== 'anonymous') return true;
  return sources.some((source) => source !== 'reporter') || contacts.some(({ ownWords }) => ownWords);
}

/** Whether an outcome holds nothing against a parent who never knew of the matter: then no letter is due. */
export function isUntold({ key }: Outcome, facts: CaseFacts, outside: Outside): boolean {
  return endsQuietly(key) && !parentWasContacted(facts, outside);
}

/** Whether the parent knows of the matter: somebody spoke or wrote to them. */
export function parentWasContacted({ contacts, parentKnew }: CaseFacts, { letters }: Outside): boolean {
  return (
    parentKnew ||
    contacts.some(({ kind }) => kind !== 'attempt') ||
    letters.some(({ kind, state }) => INVITES.has(kind) && state !== 'draft' && state !== 'withdrawn')
  );
}
