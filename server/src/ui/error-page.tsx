import type { Child } from 'hono/jsx';
import { PlainPage } from './plain-page.tsx';
import { UserText } from './text.tsx';

/** A link that leads on from a page. */
export interface Way {
  readonly href: string;
  readonly label: string;
}

interface ErrorPageProps {
  /** The page's heading: what the reader meets, such as "We cannot find this page". */
  readonly title: string;
  /** What happened. */
  readonly happened: Child;
  /** What is safe: whether anything was sent, saved or lost. */
  readonly safe: Child;
  /** What to do now. */
  readonly next: Child;
  /** Where to start again. */
  readonly way?: Way | undefined;
  /** What the reader wrote and was not saved: to be copied. */
  readonly wrote?: readonly string[] | undefined;
  /** The request's id, which the school can give to whoever looks after Handbell. */
  readonly reference?: string | undefined;
  readonly schoolName?: string | undefined;
  readonly lang?: string | undefined;
}

/** A page for when something went wrong: what happened, what is safe, what to do. */
export function ErrorPage({
  title,
  happened,
  safe,
  next,
  way,
  wrote = [],
  reference,
  schoolName,
  lang,
}: ErrorPageProps) {
  return (
    <PlainPage title={title} schoolName={schoolName} lang={lang}>
      <h1>{title}</h1>
      <p>{happened}</p>
      <p>{safe}</p>
      <p>{next}</p>
      {way !== undefined && (
        <p>
          <a href={way.href}>{way.label}</a>
        </p>
      )}
      {wrote.length > 0 && (
        <>
          <h2>What you wrote</h2>
          <p>Copy it from here before you leave this page, if you still need it.</p>
          {wrote.map((text) => (
            <UserText text={text} />
          ))}
        </>
      )}
      {reference !== undefined && (
        <p class="hb-quiet">
          If you ask for help, give this reference: <code>{reference}</code>
        </p>
      )}
    </PlainPage>
  );
}
