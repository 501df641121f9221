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

export interface NoticeFacts {
  readonly schoolName: string;
  readonly topic: NoticeTopic;
  /** The moderators' public page. */
  readonly address: string;
}

/** A notice to a group's moderators (D14): general, the reader's own choice, without a word about anybody. */
export function moderatorNotice({ schoolName, topic, address }: NoticeFacts) {
  const lines = [
    'Hello,',
    '',
    'Thank you for looking after a parents’ group. This is a general note to its moderators.',
    '',
    TOPIC_TEXT[topic].text,
    '',
    'What you do with it is your choice. The school cannot see the group and does not tell you what to do in it.',
    '',
    `Checklist, words you can use, and who to ask: ${address}`,
    'If a child may not be safe, or somebody is threatened, please tell the school or call 999.',
    '',
    schoolName,
  ];
  return {
    subject: 'A note for moderators of parents’ groups',
    text: `${lines.join('\n')}\n`,
    kind: 'moderator-notice',
  };
}
