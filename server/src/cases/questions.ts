/** The questions of an assessment, in the order they are asked: one a page. */
export const QUESTION_IDS = [
  'facts',
  'account',
  'protected',
  'equality',
  'aim',
  'basis',
  'least',
  'child',
  'consistency',
  'options',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** The answers that have a choice beside their words. */
export const PROTECTED_CHOICES = ['none', 'partly', 'wholly'] as const;
export const EQUALITY_CHOICES = ['nothing-raised', 'raised-and-checked', 'raised-not-checked'] as const;
export type Choice = (typeof PROTECTED_CHOICES)[number] | (typeof EQUALITY_CHOICES)[number] | 'written';

export interface Question {
  readonly id: QuestionId;
  /** The page's heading. */
  readonly title: string;
  readonly hint: string;
  /** A choice to make before the words. */
  readonly choices?: readonly { readonly value: Choice; readonly label: string; readonly hint?: string }[];
}

/**
 * What is asked before a decision: the facts and the parent's account, freedom of expression (rule 17), equality
 * (rule 18), the five answers of proportionality (rule 20, S59), and the options turned down.
 */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'facts',
    title: 'What have you found happened?',
    hint: 'Facts with dates and the name of the group. Say what was written, not what it shows about a person. The parent will read this.',
  },
  {
    id: 'account',
    title: 'What did the parent tell you, and how have you weighed it?',
    hint: 'If they did not answer, say how you tried and what you know of their side.',
  },
  {
    id: 'protected',
    title: 'Are the words criticism of the school?',
    hint: 'People may criticise the school, its policies and its leaders, sharply and in private groups. That alone is never a ground for a sanction.',
    choices: [
      { value: 'none', label: 'No: nothing in them is criticism of the school' },
      {
        value: 'partly',
        label: 'Partly: something else in the words is what breaks the code',
        hint: 'Only that something else counts.',
      },
      {
        value: 'wholly',
        label: 'Yes: take the criticism away and nothing is left',
        hint: 'Treat it as feedback or as a complaint. No sanction is possible.',
      },
    ],
  },
  {
    id: 'equality',
    title: 'Do the words raise discrimination, safeguarding, special needs or wrongdoing?',
    hint: 'Whoever raises such a thing is protected by law. Also think of a disability, a language or a belief that bears on what was written or on how you have dealt with the parent.',
    choices: [
      { value: 'nothing-raised', label: 'No: nothing of this kind is raised' },
      { value: 'raised-and-checked', label: 'Yes, and it has been looked into on its own' },
      {
        value: 'raised-not-checked',
        label: 'Yes, and it has not been looked into yet',
        hint: 'Have it looked into first. Until then the case cannot go on.',
      },
    ],
  },
  {
    id: 'aim',
    title: 'What would a response be for?',
    hint: 'For example: to keep a member of staff from being insulted again. Punishment is not an aim.',
  },
  {
    id: 'basis',
    title: 'Which facts make a response necessary?',
    hint: 'Name the facts and where they come from. A report without a name is never enough by itself.',
  },
  {
    id: 'least',
    title: 'What is the least step that could work?',
    hint: 'Begin with a conversation and go up only as far as you must.',
  },
  {
    id: 'child',
    title: 'How would a response affect the child?',
    hint: 'Collection, meetings with teachers, medical or special needs, friendships.',
  },
  {
    id: 'consistency',
    title: 'Is it consistent with what the school has done before?',
    hint: 'Think of like cases without naming anybody. If there are none, say so.',
  },
  {
    id: 'options',
    title: 'Which options did you consider, and why did you turn some down?',
    hint: 'Include doing nothing, advice, and a conversation with somebody to help both sides.',
  },
];

/** The question with an id from an address, if there is one. */
export function findQuestion(id: string): Question | undefined {
  return QUESTIONS.find((question) => question.id === id);
}

/** The question after one, or nothing after the last. */
export function questionAfter(id: QuestionId): Question | undefined {
  return QUESTIONS[QUESTION_IDS.indexOf(id) + 1];
}
