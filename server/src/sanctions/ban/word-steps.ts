import type { Hold, REPRESENTATION_HOW } from './deeds.ts';

export const HOW_TEXT: Readonly<Record<(typeof REPRESENTATION_HOW)[number], string>> = {
  writing: 'In writing',
  spoken: 'In a conversation',
  supporter: 'Through somebody who speaks for them',
  'own-page': 'On their own page',
};

export const HOLD_TEXT: Readonly<Record<Hold, string>> = {
  complaint: 'A complaint about this is being looked into',
  'judicial-review': 'A court is asked to look at it',
  safeguarding: 'The safeguarding lead asks for it',
};

export interface WordStep {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  /** A choice beside the words, if the step has one. */
  readonly choice?: {
    readonly name: string;
    readonly label: string;
    readonly items: Readonly<Record<string, string>>;
  };
  readonly button: string;
  readonly done: string;
}

/** Steps of a ban that are written down and send nothing. */
export const WORD_STEPS = {
  representation: {
    path: 'representation',
    title: 'Record what the parent said',
    lead: 'Write it as they said it. The decider answers each thing before anything is confirmed.',
    label: 'What did they say?',
    hint: 'In their own words, as far as you can.',
    choice: { name: 'how', label: 'How did they tell you?', items: HOW_TEXT },
    button: 'Keep what they said',
    done: 'It is on record. The decider answers it.',
  },
  drop: {
    path: 'drop',
    title: 'Leave it',
    lead: 'No notice has gone out. The ban is not considered any further, and the reasons stay on record.',
    label: 'Your reasons',
    hint: 'What you weighed.',
    button: 'Do not go on with it',
    done: 'The ban is not considered any further.',
  },
  hold: {
    path: 'hold',
    title: 'Put it on hold',
    lead: 'While it is on hold nothing new is imposed, confirmed or extended. Days go on: what is provisional still lapses.',
    label: 'Why, and until when?',
    hint: 'Who asked for it, and what has to happen first.',
    choice: { name: 'why', label: 'What is the reason?', items: HOLD_TEXT },
    button: 'Put it on hold',
    done: 'It is on hold.',
  },
  release: {
    path: 'release',
    title: 'Release the hold',
    lead: 'What it waited for has ended.',
    label: 'What has ended, and how?',
    hint: 'So that somebody who reads this later understands it.',
    button: 'Release the hold',
    done: 'The hold is released.',
  },
} as const satisfies Readonly<Record<string, WordStep>>;

export type WordStepName = keyof typeof WORD_STEPS;
