import type { Child } from 'hono/jsx';
import { PlainPage } from './plain-page.tsx';

interface ErrorPageProps {
  /** The page's heading: what the reader meets, such as "We cannot find this page". */
  readonly title: string;
  /** What happened. */
  readonly happened: Child;
  /** What is safe: whether anything was sent, saved or lost. */
  readonly safe: Child;
  /** What to do now. */
  readonly next: Child;
  /** The request's id, which the school can give to whoever looks after Handbell. */
  readonly reference?: string | undefined;
  readonly schoolName?: string | undefined;
  readonly lang?: string | undefined;
}

/** A page for when something went wrong: what happened, what is safe, what to do. */
export function ErrorPage({ title, happened, safe, next, reference, schoolName, lang }: ErrorPageProps) {
  return (
    <PlainPage title={title} schoolName={schoolName} lang={lang}>
      <h1>{title}</h1>
      <p>{happened}</p>
      <p>{safe}</p>
      <p>{next}</p>
      {reference !== undefined && (
        <p class="hb-quiet">
          If you ask for help, give this reference: <code>{reference}</code>
        </p>
      )}
    </PlainPage>
  );
}
