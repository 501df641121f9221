import type { Child } from 'hono/jsx';
import type { CaseFile } from '../../cases/read.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { FormState } from '../../ui/index.ts';
import { banHref } from './context.ts';

interface BanPageProps {
  readonly title: string;
  readonly form: FormState;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: Child;
}

/** A page of a case's ban, with the way back to it. */
export function banStepPage(
  context: Pick<StaffContext<object>, 'page'>,
  file: CaseFile,
  { title, form, back, children }: BanPageProps,
): Page {
  return context.page({
    title: `${title} - ${file.reference}`,
    room: '/desk/cases',
    back: back ?? { href: banHref(file.id), label: 'The ban' },
    errors: form.errors,
    children,
  });
}
