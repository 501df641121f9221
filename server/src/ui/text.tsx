import type { Child } from 'hono/jsx';

/** Words set a little apart: a quotation, an example, a condition. */
export function InsetText({ children }: { children?: Child }) {
  return <div class="govuk-inset-text">{children}</div>;
}

/** One thing that must not be missed. */
export function WarningText({ children }: { children?: Child }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning: </span>
        {children}
      </strong>
    </div>
  );
}

interface DetailsProps {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children?: Child;
}

/** Help that some readers want and others do not, folded away. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

/** The page's heading when something is done: "We have your concern". The code to keep goes inside. */
export function Panel({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      <div class="govuk-panel__body">{children}</div>
    </div>
  );
}

interface BackLinkProps {
  readonly href: string;
  readonly label?: string | undefined;
}

/** One step back, above the page's heading. */
export function BackLink({ href, label = 'Back' }: BackLinkProps) {
  return (
    <nav aria-label="Back">
      <a href={href} class="govuk-back-link">
        {label}
      </a>
    </nav>
  );
}

interface NoticeProps {
  /** What kind of thing it tells: something to know, something done, something that presses. */
  readonly kind?: 'info' | 'success' | 'important' | undefined;
  /** The short word in the banner's head; each kind has its own. */
  readonly title?: string | undefined;
  readonly children?: Child;
}

const noticeTitles = { info: 'Good to know', success: 'Done', important: 'Important' };

/** News about the page, before its heading: what has just been done, or what the reader must know. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  const heading = title ?? noticeTitles[kind];
  return (
    <section
      class={`hb-notice hb-notice--${kind}`}
      role={kind === 'info' ? undefined : kind === 'success' ? 'status' : 'alert'}
      aria-label={heading}
    >
      <p class="hb-notice__title">{heading}</p>
      <div class="hb-notice__body">{children}</div>
    </section>
  );
}

interface EmptyStateProps {
  readonly title: string;
  readonly action?: { readonly href: string; readonly label: string } | undefined;
  readonly children?: Child;
}

/** What stands in a list that is still empty: what will appear here, and how to make the first one. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div class="hb-empty">
      <h2 class="hb-empty__title">{title}</h2>
      {children}
      {action !== undefined && (
        <p class="hb-empty__action">
          <a href={action.href} class="govuk-button">
            {action.label}
          </a>
        </p>
      )}
    </div>
  );
}

/** A name as its owner writes it, in any script, kept from turning the words round it about. */
export function Name({ children }: { children?: Child }) {
  return <bdi>{children}</bdi>;
}

/** What somebody wrote, just as they wrote it: its own direction, its own line breaks, nothing of it as markup. */
export function UserText({ text }: { text: string }) {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '');
  if (paragraphs.length === 0) return null;
  return (
    <div class="hb-user-text">
      {paragraphs.map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
    </div>
  );
}
