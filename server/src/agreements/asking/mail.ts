import { NO_EFFECT } from '../../policies/print.ts';

interface AskFacts {
  readonly schoolName: string;
  /** The person's own link. */
  readonly link: string;
  /** How many reminders may follow this mail. */
  readonly left: number;
  readonly reminder: boolean;
}

const followUps = (left: number) => {
  if (left === 0) return 'This is the last mail about it.';
  return `If we hear nothing, we remind you ${left === 1 ? 'once' : `at most ${left} times`}.`;
};

/** The mail by which somebody is asked, or reminded. It has no name in it: anybody may read a mailbox. */
export function askMail({ schoolName, link, left, reminder }: AskFacts) {
  const lines = [
    reminder
      ? `Some days ago ${schoolName} asked whether you agree to its policy for class and year WhatsApp groups.`
      : `${schoolName} asks whether you agree to its policy for class and year WhatsApp groups.`,
    '',
    'Read it and answer here. It takes a few minutes, and needs no account:',
    link,
    '',
    'The link is yours alone. If two of you look after a child, each of you gets a link of your own.',
    '',
    NO_EFFECT,
    'You can also say no, or ask to talk to somebody first.',
    '',
    followUps(left),
    'No more mail about this, please:',
    `${link}/stop`,
  ];
  return {
    subject: reminder ? 'A reminder from your school' : 'A question from your school',
    text: `${lines.join('\n')}\n`,
    kind: reminder ? 'agreement-reminder' : 'agreement-request',
  };
}
