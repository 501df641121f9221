import type { Child } from 'hono/jsx';
import type { Page } from '../../edge/contexts.ts';
import { Button, Form, type FormState, telephone } from '../../ui/index.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';

/** The most characters a text of a parent may have: the same as a text of a case. */
export const MOST = 40_000;

interface OwnPage {
  readonly title: string;
  readonly form?: FormState | undefined;
  readonly children: Child;
}

/** A page below the parent's own page, with the way back to it. */
export function ownPage<P extends object>({ context }: Mine<P>, { title, form, children }: OwnPage): Page {
  return context.page({
    title,
    errors: form?.errors,
    back: { href: ownHref(context, '/page'), label: 'Your page' },
    children,
  });
}

interface FormPage {
  readonly path: string;
  readonly title: string;
  readonly button: string;
  readonly lead: Child;
  readonly fields: Child;
  readonly form: FormState;
  /** Whether it can be said or written on paper instead. */
  readonly other?: boolean;
}

/** A form below the parent's own page: what it is for, its questions, and other ways to do the same. */
export function formPage<P extends object>(
  mine: Mine<P>,
  { path, title, button, lead, fields, form, other = false }: FormPage,
): Page {
  return ownPage(mine, {
    title,
    form,
    children: (
      <>
        <h1>{title}</h1>
        {lead}
        <Form action={ownHref(mine.context, path)} once={mine.context.once} id="form">
          {fields}
          <Button>{button}</Button>
        </Form>
        {other && <OtherWays mine={mine} />}
      </>
    ),
  });
}

/** The same by voice or on paper: nobody has to type to be heard. */
function OtherWays<P extends object>({ mine: { context } }: { mine: Mine<P> }) {
  const { phone } = context.school.profile;
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">You would rather not type?</h2>
      <ul>
        <li>
          Say it: phone <a href={telephone(phone)}>{phone}</a> or{' '}
          <a href={ownHref(context, '/talk')}>ask to talk</a>. Somebody writes down what you say, and you can
          correct it.
        </li>
        <li>
          Write it by hand: <a href={ownHref(context, '/answer-form.pdf')}>print the form (PDF)</a>, or use
          any paper, and give it to the office in a closed envelope.
        </li>
        <li>Somebody you trust can write or speak for you.</li>
      </ul>
      <p>It counts the same.</p>
    </section>
  );
}
