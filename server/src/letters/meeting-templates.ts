import { answerPart, CHILD, dataPart } from './common-parts.ts';
import { fixed, open, paragraphs, type TemplatePart } from './template.ts';

const NO_TRIBUNAL = 'It is a talk, not a hearing. Nothing is decided in it.';
const RECORDING = 'We do not record it, and ask you not to, unless we all agree.';
const CANNOT =
  'If you do not answer, we will try again in another way. We will not take it as an answer of its own.';

/** D4: an invitation to a meeting. */
export const meetingInvitation: readonly TemplatePart[] = [
  open(
    'purpose',
    '',
    paragraphs('We would like to meet you to talk about {what and day}.', '{meeting purpose}'),
    'What the meeting is for, in a sentence or two. No demand, and no “last chance”.',
    { needs: ['what and day', 'meeting purpose'] },
  ),
  fixed('kind', 'What kind of meeting it is', `${NO_TRIBUNAL} ${CHILD}`, { must: [NO_TRIBUNAL, CHILD] }),
  fixed(
    'when',
    'When and where',
    paragraphs('- When: {meeting time}', '- Where: {meeting place}', '- How long: {meeting length}'),
    { needs: ['meeting time', 'meeting place', 'meeting length'] },
  ),
  open('agenda', 'What we would like to talk about', '{agenda}', 'The points, in their order.', {
    needs: ['agenda'],
  }),
  fixed('who', 'Who will be there', '{who attends}', { needs: ['who attends'] }),
  open(
    'papers',
    'Papers',
    '{papers}',
    'What is sent along or will be looked at together. If there is none, say so.',
    { needs: ['papers'] },
  ),
  fixed(
    'easier',
    'What can make it easier',
    paragraphs(
      'You can bring somebody with you, to help you or to speak for you. We can have an interpreter there, at no cost to you. You can bring a young child, and we can find a time outside your working hours.',
      'Tell us what else would help you to take part: a shorter meeting, a break, questions in writing before, or another room.',
    ),
    { must: ['You can bring somebody with you, to help you or to speak for you.'] },
  ),
  fixed('notes', 'Notes', `One of us takes notes. You get a copy, and can correct it. ${RECORDING}`, {
    must: ['You get a copy, and can correct it.', RECORDING],
  }),
  fixed(
    'instead',
    'If you cannot come',
    paragraphs(
      'Other times we can offer:',
      '{other times}',
      `{answer by} You can also talk with us by phone or online, or write to us instead. ${CANNOT}`,
    ),
    { needs: ['other times', 'answer by'], must: [CANNOT] },
  ),
  answerPart('Questions', 'If anything here is not clear, please ask.'),
];

/** D5: notes of a meeting, for both, with room for the parent's own corrections. */
export const meetingNotes: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    paragraphs(
      'These are the notes of our meeting on {meeting day}. They are yours as much as ours: please tell us what is not right.',
      '{comment by}',
    ),
    { needs: ['meeting day', 'comment by'] },
  ),
  fixed('there', 'Who was there', paragraphs('{who was there}', 'Time: {began and ended}'), {
    needs: ['who was there', 'began and ended'],
  }),
  open(
    'ours',
    'What we said',
    '{school points}',
    'Point by point. Neutral words, and no names of other people.',
    {
      needs: ['school points'],
    },
  ),
  open('theirs', 'What you said', '{parent points}', 'Point by point, as the parent said it.', {
    needs: ['parent points'],
  }),
  open(
    'happened',
    'What you say happened',
    '{parent account}',
    'The parent’s own account. Quote hurtful words only where the notes need them.',
    { needs: ['parent account'] },
  ),
  open('agreed', 'What we agree on', '{agreed}', 'Facts that both see alike. If there are none, say so.', {
    needs: ['agreed'],
  }),
  open('disagreed', 'What we do not agree on', '{disagreed}', 'Facts that each sees in another way.', {
    needs: ['disagreed'],
  }),
  open('actions', 'Who does what', '{actions}', 'Who does what, and by when.', { needs: ['actions'] }),
  fixed(
    'corrections',
    'Your corrections',
    paragraphs(
      'Write here what is missing or not right. We keep it with the notes, in your words.',
      '{corrections}',
      '____',
    ),
    { needs: [], must: ['We keep it with the notes, in your words.', '____'] },
  ),
  fixed('child', 'Your child', CHILD, { must: [CHILD] }),
  answerPart('Questions', 'If anything here is not clear, please ask.'),
  dataPart('These notes are kept as the law asks of a school.'),
];
