/** What a general notice to moderators can be about. */
export const NOTICE_TOPICS = [
  'purpose',
  'children',
  'staff',
  'respect',
  'quiet',
  'policy-changed',
  'help',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

interface TopicText {
  readonly label: string;
  readonly text: string;
}

/**
 * The words of each notice. There is no free text: what cannot be typed cannot name anybody (rule 26, D14). Each says
 * what may help, and none tells a moderator what to do (rule 25).
 */
export const TOPIC_TEXT: Readonly<Record<NoticeTopic, TopicText>> = {
  purpose: {
    label: 'What the groups are for',
    text: 'From time to time it helps to remind a group what it is for. The rule card has words you can paste.',
  },
  children: {
    label: 'Messages about children',
    text: 'From time to time it helps to remind a group not to talk about individual children, or share pictures of them.',
  },
  staff: {
    label: 'Complaints about staff',
    text: 'From time to time it helps to remind a group that worries about school are best told to the school, which can then do something about them.',
  },
  respect: {
    label: 'Respect for each other',
    text: 'From time to time it helps to remind a group to be kind to each other, also when people do not agree.',
  },
  quiet: {
    label: 'Time and number of messages',
    text: 'From time to time it helps to remind a group to write in the daytime, and only what everybody can use.',
  },
  'policy-changed': {
    label: 'The policy has changed',
    text: 'The policy for the groups has a new version. You may want to change the link or the words in your group’s description.',
  },
  help: {
    label: 'Help for moderators',
    text: 'Thank you for looking after the group. Your own page has a checklist, words you can use, and who to ask.',
  },
};
