import type { Child } from 'hono/jsx';
import { Document, type DocumentProps } from './document.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Wordmark } from './mark.tsx';
import { BackLink } from './text.tsx';

interface PlainPageProps extends DocumentProps {
  /** The school's name once it is known: sign-in has it, the first page of set-up does not. */
  readonly schoolName?: string | undefined;
  readonly back?: { readonly href: string; readonly label?: string | undefined } | undefined;
  /** Where a set-up of several steps stands. */
  readonly step?: { readonly number: number; readonly of: number } | undefined;
  readonly notice?: Child;
  readonly children?: Child;
}

/** The frame of Handbell's own pages, before there is a school or anybody signed in. */
export function PlainPage(props: PlainPageProps) {
  const { title, lang, errors, nonce, scripts, styles = ['desk.css'] } = props;
  const { schoolName, back, step, notice, children } = props;
  return (
    <Document
      title={title}
      lang={lang}
      errors={errors}
      nonce={nonce}
      scripts={scripts}
      styles={styles}
      owner={schoolName}
      face="plain"
    >
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <div class="hb-plain">
        <header class="hb-plain__head">
          <Wordmark />
          {schoolName !== undefined && (
            <span class="hb-plain__school">
              <bdi>{schoolName}</bdi>
            </span>
          )}
        </header>
        {back !== undefined && <BackLink href={back.href} label={back.label} />}
        <main id="main" class="hb-plain__card" tabindex={-1}>
          {step !== undefined && (
            <p class="hb-caption">
              Step {step.number} of {step.of}
            </p>
          )}
          {notice}
          <ErrorSummary errors={errors} />
          {children}
        </main>
      </div>
    </Document>
  );
}
