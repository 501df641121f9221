import { listValue, textValue } from '../../ui/index.ts';
import { routeFor } from '../rules.ts';
import { concernAboutSchema } from './fields.ts';

/** The pages on which a concern is told, in order. Those in the second list ask nothing: they tell something. */
export const TELL_STEPS = [
  'danger',
  'emergency',
  'mode',
  'matter',
  'complaint',
  'about',
  'restriction',
  'past',
  'behalf',
  'place',
  'when',
  'words',
  'mail',
  'subject',
  'affected',
  'accused',
  'child',
  'hope',
  'contact',
  'pictures',
  'check',
] as const;
export type TellStep = (typeof TELL_STEPS)[number];

/** What was answered so far, as the pages carry it along. Nothing of it is kept until it is sent. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** One answer as text; empty when there is none. */
export function answer(answers: Answers, name: string): string {
  return textValue({ values: answers, errors: {} }, name);
}

/** Whether a page comes up for somebody with these answers. */
function applies(step: TellStep, answers: Answers): boolean {
  switch (step) {
    case 'emergency':
      return answer(answers, 'danger') === 'yes';
    case 'complaint':
      return answer(answers, 'matter') === 'complaint';
    case 'restriction':
      return answer(answers, 'about') === 'teacher';
    case 'accused':
      return (
        answer(answers, 'about') !== 'teacher' &&
        listValue({ values: answers, errors: {} }, 'affected').includes('staff')
      );
    case 'past': {
      const about = concernAboutSchema.safeParse(answer(answers, 'about'));
      return about.success && routeFor(about.data) !== 'ordinary';
    }
    case 'mail':
      return answer(answers, 'place') === 'email';
    case 'contact':
      return answer(answers, 'mode') !== 'anonymous';
    default:
      return true;
  }
}

/** The pages that come up for somebody, in order. */
export function pathFor(answers: Answers): readonly TellStep[] {
  return TELL_STEPS.filter((step) => applies(step, answers));
}

/** The page after one, which is at the latest the check of all answers. */
export function stepAfter(step: TellStep, answers: Answers): TellStep {
  const later = pathFor(answers).filter((each) => TELL_STEPS.indexOf(each) > TELL_STEPS.indexOf(step));
  return later[0] ?? 'check';
}

/** The page before one; the first has none. */
export function stepBefore(step: TellStep, answers: Answers): TellStep | undefined {
  return pathFor(answers)
    .filter((each) => TELL_STEPS.indexOf(each) < TELL_STEPS.indexOf(step))
    .at(-1);
}
