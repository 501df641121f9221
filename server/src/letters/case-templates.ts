import { answerPart, CHILD, clausesPart, criticismPart, dataPart } from './common-parts.ts';
import { fixed, open, paragraphs, type TemplatePart } from './template.ts';

const UNDECIDED = 'We have not decided anything, and we will not before we have heard you.';
const ABOUT = 'This is about {what and day}.';
const reviewOf = (what: string) =>
  `You can ask that somebody who had no part in ${what} looks at it again: please ask within 10 school days if you can.`;
const KEPT = 'This letter and how we came to it are kept as the law asks of a school.';

/** D3: the first word to a parent. It says what was raised and offers to talk; nothing has been found. */
export const firstContact: readonly TemplatePart[] = [
  open(
    'opening',
    '',
    paragraphs(
      'We have been told about {what and day}.',
      'We understand the following so far. We would like to hear from you what happened.',
      '{allegation}',
    ),
    'One paragraph on what was raised: “we have been told”, “we understand that”. No source, no finding.',
    { needs: ['what and day', 'allegation'] },
  ),
  fixed('nothing-decided', 'Nothing has been decided', `${UNDECIDED} ${CHILD}`, { must: [UNDECIDED, CHILD] }),
  clausesPart('The part of our policy this may be about'),
  fixed(
    'talk',
    'When we could talk',
    paragraphs(
      'You can talk with {signer} in school, by phone or online. We can offer:',
      '{times}',
      '{answer by} If none of these suits you, suggest another time. You can also write to us instead, in any language.',
      'You can bring somebody with you. We can have an interpreter there, at no cost to you. Tell us if there is anything we can do to make it easier for you to take part.',
    ),
    {
      needs: ['times', 'answer by'],
      must: [
        'You can also write to us instead, in any language.',
        'You can bring somebody with you.',
        'We can have an interpreter there, at no cost to you.',
      ],
    },
  ),
  dataPart(
    'Somebody in the school community passed this on to us. We keep who it was in confidence, as we would for you.',
  ),
  answerPart('Questions', 'If anything here is not clear, please ask.'),
];

/** D6: nothing further. No hint that something was wrong. */
export const noFurtherAction: readonly TemplatePart[] = [
  open(
    'considered',
    '',
    paragraphs(
      'We wrote to you or spoke with you about {what and day}.',
      'We have looked at what we were told and at what you said.',
    ),
    'What you looked at. No hint that somebody was at fault after all.',
    { needs: ['what and day'] },
  ),
  fixed('outcome', 'We are taking this no further', `Nothing is held against you. ${CHILD}`, {
    must: ['Nothing is held against you.', CHILD],
  }),
  fixed(
    'record',
    'What happens to the record',
    'When this matter is closed, our record of how we looked into it is open only to the few people who must be able to open it. It is kept until {kept until}, and then removed.',
    { needs: ['kept until'] },
  ),
  open(
    'thanks',
    'Thank you',
    'Thank you for the time you took. If you would like to talk about any of this, or about your child, you are welcome.',
    'A friendly end, in your own words.',
  ),
  answerPart('Questions', 'You do not need to do anything.'),
];

const NO_STEP = 'It is no step in our policy’s list of responses, and it does not count against you later.';

/** D7: advice. It is not a warning, and says so. */
export const advice: readonly TemplatePart[] = [
  open(
    'facts',
    '',
    paragraphs('We are writing about {what and day}.', '{facts}'),
    'What was written or said, as a fact. No finding about the person.',
    { needs: ['what and day', 'facts'] },
  ),
  clausesPart('What our policy asks'),
  open(
    'example',
    'What we suggest',
    paragraphs(
      'Before you write or say something about a person, ask yourself how it will be for them, and who needs to hear it.',
      '{expected}',
    ),
    'A neutral example of how the same thing could be said.',
  ),
  open(
    'route',
    'Where to take a worry',
    'If something about the school troubles you, come to us first: the class teacher, then a senior member of staff, then the Head Teacher. You will get an answer.',
    'Who the right person is for what it was about.',
  ),
  fixed('not-a-warning', 'This is advice and not a warning', `${NO_STEP} ${CHILD}`, {
    must: [NO_STEP, CHILD],
  }),
  criticismPart,
  answerPart('If you would like to talk', 'You do not have to answer this letter.'),
];

const AFRESH =
  'We would speak with you again first and decide afresh, with reasons. Nothing follows by itself.';
const STAYS =
  'This warning does not stop you from coming into school, from writing to us or from being in any group.';

/** D8: a written warning, with what was found, why, until when, and what it does not mean. */
export const warning: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    'This is a written warning. {signer} has decided to send it under our policy “{policy}”. The school has adopted and published it: {version}.',
    { needs: ['policy', 'version'], must: ['This is a written warning.'] },
  ),
  open(
    'facts',
    'What we found',
    paragraphs(ABOUT, '{facts}'),
    'The facts with dates, and the words themselves where they are needed. No names of other people.',
    { needs: ['what and day', 'facts'] },
  ),
  clausesPart('What our policy says'),
  open(
    'account',
    'What you told us',
    '{account}',
    'The parent’s own account, and how you weighed it. If they did not answer, say how you tried.',
    { needs: ['account'] },
  ),
  open(
    'reasons',
    'Why we are sending this',
    '{reasons}',
    'Why this step, and why a smaller one would not do.',
    {
      needs: ['reasons'],
    },
  ),
  open(
    'expected',
    'What we ask of you',
    '{expected}',
    'What should be different from now on, in words somebody can follow.',
    { needs: ['expected'] },
  ),
  fixed('again', 'If it happens again', `${AFRESH} ${STAYS} ${CHILD}`, { must: [AFRESH, STAYS, CHILD] }),
  fixed(
    'end',
    'When this warning ends',
    'It ends by itself on {warning ends}. After that day it does not count any more.',
    { needs: ['warning ends'], must: ['After that day it does not count any more.'] },
  ),
  criticismPart,
  answerPart(
    'If you disagree',
    `You can answer this letter, and your answer is kept with it. ${reviewOf('the decision')}`,
  ),
  dataPart(KEPT),
];

/** An outcome without a letter of its own: an answer to feedback, a conversation, a meeting, a step of the policy. */
export const outcome: readonly TemplatePart[] = [
  open(
    'opening',
    '',
    paragraphs(
      'We wrote to you or spoke with you about {what and day}.',
      'Thank you for telling us how you see it.',
      '{facts}',
    ),
    'What it is about, as facts. No names of other people.',
    { needs: ['what and day'] },
  ),
  fixed('decision', 'What we have decided', '{outcome}', { needs: ['outcome'] }),
  open('reasons', 'Why', '{reasons}', 'Why this, in words that the parent can follow.', {
    needs: ['reasons'],
  }),
  open(
    'next',
    'What happens next',
    paragraphs(
      'Please tell us what suits you, and how we can make it easier for you to take part.',
      '{expected}',
    ),
    'What you offer or ask for, with days and names of staff. Offer an interpreter and a companion.',
  ),
  fixed('child', 'Your child', CHILD, { must: [CHILD] }),
  criticismPart,
  answerPart('If you would like to talk, or disagree', reviewOf('this')),
];

/** What a review came to: who looked again, at what, with what result, and where a parent can go from there. */
export const review: readonly TemplatePart[] = [
  fixed(
    'opening',
    '',
    'You asked that somebody new looks at what we decided about {what and day}. {signer} has done so, and had no part in it before.',
    { needs: ['signer'] },
  ),
  open(
    'papers',
    'What was looked at',
    'The same papers that you have had, and what you wrote to us about the decision.',
    'Only papers that the parent has had as well.',
  ),
  fixed('result', 'What the review decided', '{outcome}', { needs: ['outcome'] }),
  open('reasons', 'Why', '{reasons}', 'The answer to each point that the parent made.', {
    needs: ['reasons'],
  }),
  fixed(
    'next',
    'If you still disagree',
    paragraphs('This was our last look at it. You can go to:', '{next steps}'),
    { needs: ['next steps'] },
  ),
  fixed('child', 'Your child', CHILD, { must: [CHILD] }),
  answerPart('Questions', 'If anything here is not clear, please ask.'),
];
