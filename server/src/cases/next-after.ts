import { INSTRUMENT_TEXT } from './code-text.ts';
import type { WayTo } from './handover.ts';
import { endsQuietly, findOutcome } from './outcomes.ts';
import type { CaseFile } from './read.ts';
import { type Next, type NextStep, page } from './steps.ts';
import { mayConvene, type Person } from './visibility.ts';

/** What comes after an outcome was issued. */
export function issued(file: CaseFile, way: WayTo): Next {
  const { facts, letters, cited } = file;
  const outcome = findOutcome(cited.ladder, facts.decision?.outcome ?? '');
  const waiting = letters.find(({ kind, state }) => kind === outcome?.letter && state === 'issued');
  if (waiting) {
    return {
      say: 'The letter waits to be printed and given to the parent.',
      main: { label: 'Print the letter', path: `/desk/letters/${waiting.id}`, kind: 'page' },
      others: facts.affected ? [] : [TELL],
    };
  }
  const instrument = openInstrument(file);
  const there = instrument && way(instrument);
  if (there) {
    return {
      say: `${INSTRUMENT_TEXT[instrument]} is the next step. It has pages of its own.`,
      main: there,
      others: facts.affected ? [FOLLOW_UP] : [TELL],
    };
  }
  if (!facts.affected) {
    return { say: 'Tell the person the words were about that it was dealt with.', main: TELL, others: [] };
  }
  if (endsQuietly(outcome?.key)) {
    return { say: 'Nothing more is to be done.', main: page('Close the case', 'close'), others: [] };
  }
  return {
    say: 'Set a day on which you look at how things went.',
    main: page('Set a follow-up', 'follow-up'),
    others: [],
  };
}

export const REOPEN = page('Open it again', 'reopen', 'Only when there is something new.');
const ASK_REVIEW = page('The parent asks for a review', 'review/ask');

/** Once for every outcome that holds something against a parent, for those who may take the request in. */
export function askForReview({ facts }: CaseFile, person: Person): readonly NextStep[] {
  const open = !facts.review && facts.decision?.outcome !== 'no-further-action';
  return open && mayConvene(person, facts) ? [ASK_REVIEW] : [];
}

/** The same with the way to a review. */
export const withReview = (file: CaseFile, person: Person, next: Next): Next => ({
  ...next,
  others: [...next.others, ...askForReview(file, person)],
});

/** The instrument of an outcome that its own room has not settled yet. */
function openInstrument({ facts, cited }: CaseFile) {
  const instrument = findOutcome(cited.ladder, facts.decision?.outcome ?? '')?.instrument;
  const stage = instrument && facts.instruments[instrument];
  return stage === 'settled' || stage === 'ended' ? undefined : instrument;
}

/** What a review needs next. */
export function reviewing({ facts }: CaseFile, person: Person): Next {
  const { review } = facts;
  if (review?.reviewer === person.member) {
    return {
      say: 'You review this outcome. Read the papers the parent has had, then decide.',
      main: page('Decide the review', 'review'),
      others: [],
    };
  }
  const convenes = mayConvene(person, facts);
  return {
    say: review?.reviewer
      ? 'Somebody who had no part in the case is looking at the outcome again.'
      : 'The parent asked for a review. Name somebody who had no part in the case.',
    main: convenes && !review?.reviewer ? page('Name who reviews it', 'reviewer') : undefined,
    others: convenes && review?.reviewer ? [page('Name somebody else', 'reviewer')] : [],
  };
}

/** What comes after a review. */
export function afterReview({ facts, letters }: CaseFile, person: Person): Next {
  const draft = letters.find(({ kind, state }) => kind === 'review' && state === 'draft');
  if (draft) {
    const mine = facts.review?.reviewer === person.member;
    return {
      say: mine
        ? 'Your review is recorded. Look at its letter and issue it.'
        : 'The review is decided. Its letter is about to go out.',
      main: mine ? page('Look at the letter', `letters/${draft.id}`) : undefined,
      others: [],
    };
  }
  const waiting = letters.find(({ kind, state }) => kind === 'review' && state === 'issued');
  if (waiting) {
    return {
      say: 'The letter about the review waits to be printed and given to the parent.',
      main: { label: 'Print the letter', path: `/desk/letters/${waiting.id}`, kind: 'page' },
      others: facts.affected ? [] : [TELL],
    };
  }
  if (!facts.affected) {
    return { say: 'Tell the person the words were about that it was dealt with.', main: TELL, others: [] };
  }
  if (endsQuietly(facts.decision?.outcome) || facts.followUp) {
    return { say: 'Nothing more is to be done.', main: page('Close the case', 'close'), others: [] };
  }
  return {
    say: 'Set a day on which you look at how things went.',
    main: page('Set a follow-up', 'follow-up'),
    others: [],
  };
}

const FOLLOW_UP = page('Set a follow-up', 'follow-up');
export const TELL = page('Record what the person affected was told', 'affected');
