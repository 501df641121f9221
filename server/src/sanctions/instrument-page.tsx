import type { Child } from 'hono/jsx';
import type { CaseFile } from '../cases/read.ts';
import type { Page, StaffContext } from '../edge/contexts.ts';
import { type FormState, Notice } from '../ui/index.ts';

interface InstrumentPage {
  readonly title: string;
  readonly form: FormState;
  readonly children: Child;
}

/** The page of what an outcome began: a site ban or a communication plan, with the way back to its case. */
export function instrumentPage(
  context: StaffContext<object>,
  file: CaseFile,
  { title, form, children }: InstrumentPage,
): Page {
  const { done } = context.flash;
  return context.page({
    title: `${title} - ${file.reference}`,
    room: '/desk/cases',
    back: { href: `/desk/cases/${file.id}`, label: `Case ${file.reference}` },
    errors: form.errors,
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <span class="hb-caption">Case {file.reference}</span>
        <h1>{title}</h1>
        {children}
      </>
    ),
  });
}
