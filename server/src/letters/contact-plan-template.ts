import { answerPart, CHILD, criticismPart, dataPart } from './common-parts.ts';
import { fixed, open, paragraphs, type TemplatePart } from './template.ts';

const NOT_WHAT =
  'It is about how we are in touch, not about what you may say, and it has nothing to do with coming on to the site.';
const AT_ONCE = 'This plan does not count for that, and nobody will hold it against you.';

/** D13: how a parent and the school are in touch for a time. It closes no way that a child needs (rule 43). */
export const contactPlan: readonly TemplatePart[] = [
  fixed(
    'what',
    '',
    `From {plan from} to {plan until} we ask you to be in touch with the school in one way, so that you get an answer and our staff can do their work. ${NOT_WHAT}`,
    { needs: ['plan from', 'plan until'], must: [NOT_WHAT] },
  ),
  open(
    'facts',
    'Why we ask this',
    paragraphs('{plan facts}', '{plan reasons}'),
    'How much contact there was and what it did, in facts. Messages about your child’s needs do not count.',
    { needs: ['plan facts', 'plan reasons'] },
  ),
  open(
    'route',
    'How to reach us',
    paragraphs('{plan route}', '{plan frequency}'),
    'One person, one address, and how often you answer.',
    { needs: ['plan route', 'plan frequency'] },
  ),
  fixed(
    'always',
    'What we always answer at once',
    `Whenever your child is ill, hurt or unsafe, needs medicine, or when it is about special needs or a disability: phone the office at any time. ${AT_ONCE} ${CHILD}`,
    { must: [AT_ONCE, CHILD] },
  ),
  fixed(
    'end',
    'When it ends',
    'It ends by itself on {plan until}. We look at it again on {plan review}, and you can tell us before then what you think of it.',
    { needs: ['plan until', 'plan review'] },
  ),
  criticismPart,
  answerPart('If you disagree', 'Tell us, and we will look at it again.'),
  dataPart('This letter and how we came to it are kept as the law asks of a school.'),
];
