import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { FieldErrors } from '../../ui/index.ts';
import { OTHER_PLACES } from '../kinds.ts';
import { type AskingStep, readDay, tellFields } from './fields.ts';
import { type Answers, answer, pathFor, type TellStep } from './steps.ts';

/** What the answers are judged by besides themselves. */
export interface TellFacts {
  readonly today: Temporal.PlainDate;
  /** The groups on the register now. */
  readonly groups: readonly string[];
}

/** Whether a page asks something. */
export function isAsking(step: TellStep): step is AskingStep {
  return Object.hasOwn(tellFields, step);
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0])] ??= issue.message;
  return errors;
}

/** What is wrong with the answers of one page, beyond each on its own. */
function together(step: TellStep, answers: Answers, facts: TellFacts): FieldErrors {
  const is = (name: string) => answer(answers, name).trim() !== '';
  switch (step) {
    case 'place': {
      const place = answer(answers, 'place');
      if (place === 'other-group' && !is('placeName')) return { placeName: 'Say which group it was' };
      const known = [...OTHER_PLACES, ...facts.groups];
      return known.includes(place) ? {} : { place: 'That group is no longer listed. Choose another answer.' };
    }
    case 'when': {
      const boxes = tellFields.when.parse(answers);
      const read = readDay(boxes, facts.today);
      return 'fault' in read ? { when: read.fault } : {};
    }
    case 'words':
      return is('words') || is('excerpt') ? {} : { words: 'Tell us what was said, in your own words' };
    case 'contact':
      return is('name') ? {} : { name: 'Enter your name, or go back and choose to stay anonymous' };
    default:
      return {};
  }
}

/** What is wrong with one page's answers; nothing when it may be left behind. */
export function faultsOf(step: TellStep, answers: Answers, facts: TellFacts): FieldErrors {
  if (!isAsking(step)) return {};
  const result = tellFields[step].safeParse(answers);
  return result.success ? together(step, answers, facts) : firstErrors(result.error);
}

/** The first page that somebody with these answers has still to answer, with what is wrong; none when all is there. */
export function firstFault(
  answers: Answers,
  facts: TellFacts,
): { readonly step: TellStep; readonly errors: FieldErrors } | undefined {
  for (const step of pathFor(answers)) {
    const errors = faultsOf(step, answers, facts);
    if (Object.keys(errors).length > 0) return { step, errors };
  }
  return undefined;
}
