import type { Temporal } from 'temporal-polyfill';
import { countWords } from '../../cases/deeds.ts';
import type { BanMatter } from '../../letters/matter.ts';
import { idSchema } from '../../platform/ids.ts';
import type { BanLimits } from './clock.ts';
import type { BanDeed } from './deeds.ts';
import type { LetteredAct } from './letters.ts';

/** A day that a step asks for. */
export interface StepDay {
  readonly name: 'from' | 'until' | 'lapsesOn' | 'reviewOn' | 'answerBy';
  readonly label: string;
  readonly hint?: string;
  /** What the box holds at first. */
  readonly start: (limits: BanLimits) => Temporal.PlainDate;
}

/** A step that sends a letter: what it asks first, and what its page says. */
export interface BanStepText {
  readonly act: LetteredAct;
  /** Its place in the address. */
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly days: readonly StepDay[];
  /** The question that is answered in words; none for a step that gives no reasons. */
  readonly words: { readonly label: string; readonly hint: string } | undefined;
  /** Whether the step names who looks at the ban again. */
  readonly reviewer: boolean;
  readonly button: string;
  readonly done: string;
}

const answerBy: StepDay = {
  name: 'answerBy',
  label: 'By when can the parent answer?',
  hint: 'At least ten school days from today.',
  start: ({ windowFrom }) => windowFrom,
};
const until: StepDay = {
  name: 'until',
  label: 'What is its last day?',
  hint: 'As short as it can be. It ends by itself after this day.',
  start: ({ reviewUntil }) => reviewUntil,
};
const reviewOn: StepDay = {
  name: 'reviewOn',
  label: 'When is it looked at again?',
  hint: 'Within a term, and not after its last day.',
  start: ({ reviewUntil }) => reviewUntil,
};

export const BAN_STEPS: readonly BanStepText[] = [
  {
    act: 'give-notice',
    path: 'notice',
    title: 'Give notice, and hear the parent first',
    lead: 'The usual way. Nothing holds until the parent has had time to answer and you have answered them.',
    days: [answerBy],
    words: undefined,
    reviewer: false,
    button: 'Issue the notice',
    done: 'The notice is issued. The office gives it to the parent; their time to answer runs from there.',
  },
  {
    act: 'impose-provisionally',
    path: 'provisional',
    title: 'Impose it for now, and hear the parent at once',
    lead: 'Only when people could be at risk before the parent can be heard. It ends by itself unless it is confirmed.',
    days: [
      { name: 'from', label: 'From which day?', start: ({ today }) => today },
      answerBy,
      {
        name: 'lapsesOn',
        label: 'On which day does it end by itself?',
        hint: 'At most fifteen school days from today.',
        start: ({ lapseUntil }) => lapseUntil,
      },
    ],
    words: {
      label: 'Why can it not wait until the parent has been heard?',
      hint: 'Facts, in a whole sentence.',
    },
    reviewer: false,
    button: 'Issue the provisional ban',
    done: 'The ban holds for now. It is on the gate list, and ends by itself unless it is confirmed.',
  },
  {
    act: 'confirm',
    path: 'confirm',
    title: 'Confirm the ban',
    lead: 'Read the plan again in the light of what the parent said. You can make it smaller first.',
    days: [{ name: 'from', label: 'From which day?', start: ({ today }) => today }, until, reviewOn],
    words: {
      label: 'Your reasons',
      hint: 'Why there is a risk on site, why this step, and why a smaller one would not do.',
    },
    reviewer: false,
    button: 'Issue the ban',
    done: 'The ban is confirmed, with its last day and the day of its review.',
  },
  {
    act: 'refuse',
    path: 'refuse',
    title: 'Do not impose it',
    lead: 'What was begun ends here, and the parent is told that they are welcome.',
    days: [],
    words: { label: 'Your reasons', hint: 'What you weighed.' },
    reviewer: false,
    button: 'Issue the letter',
    done: 'There is no ban. The parent can come as every parent can.',
  },
  {
    act: 'invite-review',
    path: 'review',
    title: 'Begin the review',
    lead: 'The parent is asked first. Somebody who did not decide looks at it afresh.',
    days: [
      {
        name: 'answerBy',
        label: 'By when can the parent comment?',
        hint: 'At least ten school days from today.',
        start: ({ commentsFrom }) => commentsFrom,
      },
    ],
    words: undefined,
    reviewer: true,
    button: 'Issue the invitation',
    done: 'The parent is asked to comment. The reviewer decides after that day.',
  },
  {
    act: 'extend',
    path: 'extend',
    title: 'Let it go on for a time',
    lead: 'Only with reasons of today. A ban never goes on by itself.',
    days: [until, reviewOn],
    words: {
      label: 'Your reasons',
      hint: 'What the risk on site is now, and what the parent said about it.',
    },
    reviewer: false,
    button: 'Issue the decision',
    done: 'The ban goes on until its new last day.',
  },
  {
    act: 'lift',
    path: 'lift',
    title: 'Lift the ban',
    lead: 'It ends today, and the gate list is changed at once.',
    days: [],
    words: { label: 'Your reasons', hint: 'What has changed, or what you weighed.' },
    reviewer: false,
    button: 'Lift the ban and issue the letter',
    done: 'The ban is lifted. It is off the gate list.',
  },
];

/** The step at an address. */
export function findStep(path: string): BanStepText | undefined {
  return BAN_STEPS.find((step) => step.path === path);
}

/** The letter begun for the step lacks a day that the deed needs. */
function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The letter was begun without a day that its step needs.');
  return value;
}

/**
 * What a step does, from the letter that was begun for it.
 * @param varied whether the plan is smaller than what the notice said
 */
export function deedOf(act: LetteredAct, matter: BanMatter, reasons: string, varied: boolean): BanDeed {
  const words = countWords(reasons);
  switch (act) {
    case 'give-notice':
      return { act, answerBy: needed(matter.answerBy) };
    case 'impose-provisionally': {
      const [from, lapsesOn, by] = [needed(matter.from), needed(matter.lapsesOn), needed(matter.answerBy)];
      return { act, from, lapsesOn, answerBy: by, words };
    }
    case 'confirm': {
      const [from, last, review] = [needed(matter.from), needed(matter.until), needed(matter.reviewOn)];
      return { act, from, until: last, reviewOn: review, varied, words };
    }
    case 'invite-review': {
      const reviewer = idSchema<'member'>().parse(matter.reviewerId);
      return { act, reviewer, commentsBy: needed(matter.answerBy) };
    }
    case 'extend':
      return { act, until: needed(matter.until), reviewOn: needed(matter.reviewOn), words };
    case 'refuse':
    case 'lift':
      return { act, words };
  }
}
