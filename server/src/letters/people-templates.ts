import { fixed, open, paragraphs, type TemplatePart } from './template.ts';

const DANGER = 'If a child is in danger now, call 999.';
const NO_OTHERS =
  'We cannot tell you what was decided about somebody else, as we would not tell them about you.';

/** D1: the acknowledgement to whoever raised a concern. No view on the matter, and nothing of anybody else. */
export const acknowledgement: readonly TemplatePart[] = [
  fixed(
    'thanks',
    '',
    'Thank you for telling us on {received}. We have read your concern. Its reference is {reference}.',
    { needs: ['received', 'reference'] },
  ),
  fixed(
    'next',
    '',
    paragraphs(
      'We now decide what to do about it. That can be a talk, finding out more, or passing it to the right people. We will write to you here again by {next news}.',
      '{closed until}',
    ),
    { needs: ['next news'] },
  ),
  fixed('confidence', '', '{confidence}', { needs: ['confidence'] }),
  fixed(
    'add',
    '',
    paragraphs(
      'If you remember something, or it happens again, add it on your page. Please do not answer in the group.',
      'Your page is at {return address}. You need the code that you were given.',
    ),
    { needs: ['return address'] },
  ),
  fixed(
    'safety',
    '',
    `${DANGER} If you worry about a child’s safety, call our safeguarding lead, {safeguarding lead}.`,
    { needs: ['safeguarding lead'], must: [DANGER] },
  ),
  fixed('privacy', '', 'How we use what you told us, and your rights: {privacy address}.', {
    needs: ['privacy address'],
  }),
];

/** D2: that the matter is closed. Never what came of it for anybody else. */
export const closureNote: readonly TemplatePart[] = [
  fixed(
    'done',
    '',
    'You told us about something on {received} (reference {reference}). We looked into it, heard the people who are part of it, and have finished.',
    { needs: ['received', 'reference'] },
  ),
  fixed(
    'thanks',
    '',
    paragraphs('Thank you for telling us. It was right to bring it to the school.', NO_OTHERS),
    {
      must: [NO_OTHERS],
    },
  ),
  fixed(
    'again',
    '',
    'If something new happens, please tell us again: {concern address}. If you are unhappy with how we dealt with it, ask the office for our complaints procedure: {contact}.',
    { needs: ['concern address', 'contact'] },
  ),
  fixed('safety', '', `${DANGER}`, { must: [DANGER] }),
];

const CHOICE =
  'What you do with it is your choice. The school cannot see the group and does not tell you what to do in it.';
const WORRY = 'If a child may not be safe, or somebody is threatened, please tell the school or call 999.';

/** D14: a general note to moderators. Nothing about anybody can be in it (rules 25, 26). */
export const moderatorNotice: readonly TemplatePart[] = [
  fixed(
    'thanks',
    '',
    'Thank you for looking after a parents’ group. This is a general note to its moderators.',
  ),
  fixed('reminder', '', '{reminder}', { needs: ['reminder'] }),
  fixed('choice', '', CHOICE, { must: [CHOICE] }),
  fixed('help', '', 'Checklist, words you can use, and who to ask: {moderators address}', {
    needs: ['moderators address'],
  }),
  fixed('safety', '', WORRY, { must: [WORRY] }),
];

/** D15: to whoever the words were about. What the other side said or was told is not in it. */
export const supportNote: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    'We know about {what and day}. It was about you or somebody close to you. We are dealing with it under our policy “{policy}”.',
    { needs: ['what and day', 'policy'] },
  ),
  open(
    'support',
    'What we offer you',
    '{support}',
    'What would help: time, a talk, somebody beside you, a helpline. Say who arranges it.',
    { needs: ['support'] },
  ),
  fixed(
    'need-not',
    'What you need not do',
    'You do not have to answer, meet anybody or prove anything. You do not have to look at it again. Whatever you choose is all right.',
    { must: ['You do not have to answer, meet anybody or prove anything.'] },
  ),
  open('contact', 'Whom to turn to', '{support contact}', 'Who it is, and how to reach them.', {
    needs: ['support contact'],
  }),
  open('news', 'When you hear again', paragraphs('{next told}', NO_OTHERS), 'The day, and from whom.', {
    needs: ['next told'],
    must: [NO_OTHERS],
  }),
  fixed(
    'duty',
    'Keeping people safe at work and at school',
    `The school looks after the people who work and learn here. We write down what we offered and did, so that it is not forgotten. ${DANGER} If somebody threatens you, tell us at once.`,
    { must: [DANGER] },
  ),
];
