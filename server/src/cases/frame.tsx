import type { Child } from 'hono/jsx';
import type { Page } from '../edge/contexts.ts';
import type { FormState } from '../ui/index.ts';
import { type CaseContext, caseHref } from './guarded.ts';
import type { CaseFile } from './read.ts';

interface StepPage {
  readonly title: string;
  readonly form: FormState;
  readonly children: Child;
}

/** A page of one step of a case, with the way back to it. */
export function stepPage(context: CaseContext, file: CaseFile, { title, form, children }: StepPage): Page {
  return context.page({
    title: `${title} - ${file.reference}`,
    room: '/desk/cases',
    back: { href: caseHref(file.id), label: `Case ${file.reference}` },
    errors: form.errors,
    children,
  });
}
