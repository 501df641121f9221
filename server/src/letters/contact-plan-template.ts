import { formatDate } from '../ui/index.ts';
import type { Matter } from './matter.ts';
import {
  answerSection,
  criticismSection,
  dataSection,
  lines,
  locked,
  type Section,
  written,
} from './sections.ts';

/** D13: how a parent and the school are in touch for a time. It closes no way that a child needs (rule 43). */
export function contactPlan(matter: Matter): readonly Section[] {
  const plan = matter.contactPlan;
  if (!plan) throw new Error('The letter of a communication plan needs the plan.');
  return [
    locked(
      'what',
      '',
      `From ${formatDate(plan.from)} to ${formatDate(plan.until)} we ask you to be in touch with the school in one way, so that you get an answer and our staff can do their work. It is about how we are in touch, not about what you may say, and it has nothing to do with coming on to the site.`,
    ),
    written(
      'facts',
      'Why we ask this',
      lines(plan.facts, plan.reasons),
      'How much contact there was and what it did, in facts. Messages about your child’s needs do not count.',
    ),
    written(
      'route',
      'How to reach us',
      lines(plan.route, plan.frequency),
      'One person, one address, and how often you answer.',
    ),
    locked(
      'always',
      'What we always answer at once',
      'Whenever your child is ill, hurt or unsafe, needs medicine, or when it is about special needs or a disability: phone the office at any time. This plan does not count for that, and nobody will hold it against you. Your child is not affected by this.',
    ),
    locked(
      'end',
      'When it ends',
      `It ends by itself on ${formatDate(plan.until)}. We look at it again on ${formatDate(plan.reviewOn)}, and you can tell us before then what you think of it.`,
    ),
    criticismSection(),
    answerSection(matter, 'If you disagree', 'Tell us, and we will look at it again.'),
    dataSection(matter, 'This letter and how we came to it are kept as the law asks of a school.'),
  ];
}
