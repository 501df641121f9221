/** The ways into the parent's own page: a link of their own, or a code of words on paper. */
export const WAYS = ['link', 'code'] as const;
export type Way = (typeof WAYS)[number];

/** What a parent can send from their page, or on paper. */
export const SENT_KINDS = [
  'account',
  'talk',
  'needs',
  'no-needs',
  'not-me',
  'words',
  'slot',
  'times',
  'correction',
  'representation',
  'review',
] as const;
export type SentKind = (typeof SENT_KINDS)[number];

interface SentText {
  /** What the parent's receipt calls it. */
  readonly title: string;
  /** What somebody at the school is to do with it. */
  readonly task: string;
}

export const SENT_TEXT: Readonly<Record<SentKind, SentText>> = {
  account: { title: 'Your side', task: 'Read the parent’s own account' },
  talk: { title: 'You would like to talk', task: 'Arrange a talk: the parent asks for one' },
  needs: { title: 'What would help you', task: 'Put in place what would help the parent' },
  'no-needs': { title: 'You need nothing special', task: 'Note that the parent needs nothing special' },
  'not-me': {
    title: 'You say that this is not you',
    task: 'Check who wrote the words: the parent says that it was not them',
  },
  words: { title: 'What you told us', task: 'Read what the parent wrote' },
  slot: { title: 'You chose a time', task: 'Tell the others: the parent chose a time' },
  times: { title: 'None of the times suits you', task: 'Offer other times for the meeting' },
  correction: {
    title: 'Your comments on the notes',
    task: 'Read the parent’s comments on the meeting notes',
  },
  representation: {
    title: 'What you say about the ban',
    task: 'Answer what the parent says about the ban',
  },
  review: { title: 'You asked for a review', task: 'See to it that the review the parent asks for begins' },
};
