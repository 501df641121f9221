import { Temporal } from 'temporal-polyfill';
import type { SubjectView } from '../../cases/subject-view.ts';
import { formatDate } from '../../ui/index.ts';

/** Where a matter stands, said to the parent: a heading, and what happens next, by when. */
export interface Where {
  readonly heading: string;
  readonly lead: string;
}

/**
 * Says where a matter stands. A day that has passed is not told as if it were still to come.
 * @param today the school's day
 */
export function whereItStands(
  { stage, due, outcome, may }: Pick<SubjectView, 'stage' | 'due' | 'outcome' | 'may'>,
  today: Temporal.PlainDate,
): Where {
  const ahead = due && Temporal.PlainDate.compare(due, today) >= 0 ? due : undefined;
  const by = (day: Temporal.PlainDate | undefined, otherwise: string) =>
    day ? `by ${formatDate(day)}` : otherwise;
  const reviewOpen = outcome?.reviewBy && Temporal.PlainDate.compare(outcome.reviewBy, today) >= 0;
  switch (stage) {
    case 'being-heard':
      return {
        heading: 'We would like to hear your side',
        lead: `Nothing has been decided. Please tell us your side ${by(ahead, 'as soon as you can')}. If you need longer, tell us.`,
      };
    case 'being-looked-at':
      return {
        heading: 'We are looking at everything that was said',
        lead: `Nothing has been decided. You can still tell us your side, or add to it. We expect to write to you ${by(ahead, 'soon')}.`,
      };
    case 'decided':
      return {
        heading: 'We have decided',
        lead: `What we decided, and why, is below.${
          may.review && reviewOpen
            ? ` If you disagree, you can ask ${by(outcome?.reviewBy, '')} that somebody new looks at it.`
            : ''
        }`,
      };
    case 'being-reviewed':
      return {
        heading: 'Somebody new is looking at it again',
        lead: `They had no part in it before. We expect to write to you ${by(ahead, 'soon')}.`,
      };
    case 'reviewed':
      return {
        heading: 'The review is decided',
        lead: 'The letter about it is below, or on its way to you.',
      };
    case 'over':
      return {
        heading: 'This has come to its end',
        lead: 'You do not need to do anything more. What we decided, and the letters, are below.',
      };
  }
}
