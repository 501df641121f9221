/** Words a moderator may use as their own. */
export interface ReadyText {
  readonly id: string;
  readonly when: string;
  readonly text: string;
}

/** To one person, in private: kind, about the message and never about the person. */
export const PRIVATE_WORDS: readonly ReadyText[] = [
  {
    id: 'nudge',
    when: 'Somebody wrote something in haste',
    text: 'Hi, I think your last message could come across harder than you meant. Would you mind deleting it? Happy to talk if something is bothering you.',
  },
  {
    id: 'child',
    when: 'Somebody named another family’s child',
    text: 'Hi, your message names a child who is not yours. Could you delete it, please? If you are worried about what happened, the class teacher or the office will listen.',
  },
  {
    id: 'staff',
    when: 'Somebody complained about a member of staff',
    text: 'Hi, I can see you are not happy about this. The group is not the place to sort it out, and the school can only help if you tell them. “Who do I ask?” on the school’s page says who to talk to.',
  },
  {
    id: 'two',
    when: 'Two people are talking to each other in front of everyone',
    text: 'Hi both, would you mind carrying on in a private chat? Then everyone else’s phone can rest.',
  },
];

/** To the whole group: a reminder of what it is for, without anybody’s name. */
export const GROUP_WORDS: readonly ReadyText[] = [
  {
    id: 'purpose',
    when: 'The group has drifted',
    text: 'A friendly reminder: this group is for news that is useful to everyone in it. Please keep other chats for other places. Thank you!',
  },
  {
    id: 'pause',
    when: 'Things are getting heated',
    text: 'I am setting the group so that only admins can write for a little while, so that everybody can take a breath. If you have a worry about school, the school’s page says who to ask.',
  },
  {
    id: 'resume',
    when: 'You open the group again',
    text: 'The group is open again. Let us keep it friendly and useful. Thank you for your patience.',
  },
  {
    id: 'late',
    when: 'Messages come late at night',
    text: 'A small request: please keep messages to the daytime unless it cannot wait. Some of us have phones on for work or family.',
  },
  {
    id: 'photos',
    when: 'Somebody shared a picture of children',
    text: 'Please do not share pictures of other people’s children here unless their parents have said yes. If you have posted one, please delete it for everyone.',
  },
];

/** Why a moderator took somebody out, in words that hold no judgement of the person. */
export const REMOVAL_REASONS: readonly ReadyText[] = [
  {
    id: 'after-reminder',
    when: 'Messages went on after a reminder',
    text: 'I have taken you out of the group for now, because messages went on that do not fit what it is for, after I asked you to stop.',
  },
  {
    id: 'hurtful',
    when: 'Messages were hurtful or threatening',
    text: 'I have taken you out of the group for now, because of messages that others found hurtful.',
  },
  {
    id: 'not-connected',
    when: 'They have no child in the class any more',
    text: 'I have taken you out of the group, because it is for families with a child in this class now. No harm meant, and all the best!',
  },
  {
    id: 'unknown',
    when: 'Nobody knows who they are',
    text: 'I have taken you out of the group, because I could not tell which family you belong to. Tell me, and I will let you back in.',
  },
];

/** The way back in: every notice of a removal ends with it. */
export const WAY_BACK =
  'If you would like to come back, write to me in a few days and we can talk about it. This was my decision as a volunteer, not the school’s, and it changes nothing for your child.';

/** A link that opens WhatsApp on the reader's own phone with a text to send: they choose to whom (domain 6.4). */
export function shareLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}
