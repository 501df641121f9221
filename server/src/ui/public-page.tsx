import type { Child } from 'hono/jsx';
import { Document, type DocumentProps } from './document.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Mark } from './mark.tsx';
import { telephone } from './telephone.ts';
import { BackLink } from './text.tsx';

/** A school as its own pages show it. */
export interface SchoolFace {
  readonly name: string;
  /** The school's page in Handbell, which its name links to. */
  readonly href: string;
  /** The address of the school's crest, when it has given one. */
  readonly crest?: string | undefined;
}

/** Who to tell when a child may not be safe. */
export interface SafeguardingContact {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/** A link with its words. */
export interface FooterLink {
  readonly href: string;
  readonly label: string;
}

/** A language the page can be read in, named in itself. */
export interface LanguageLink extends FooterLink {
  readonly lang: string;
  readonly current?: boolean | undefined;
}

interface PublicPageProps extends DocumentProps {
  readonly school: SchoolFace;
  readonly safeguarding: SafeguardingContact;
  /** The policy in force, such as "Policy version 2, in force since 1 September 2027". */
  readonly policyVersion?: FooterLink | undefined;
  readonly accessibilityHref: string;
  readonly privacyHref: string;
  readonly languages?: readonly LanguageLink[] | undefined;
  readonly back?: { readonly href: string; readonly label?: string | undefined } | undefined;
  /** Where "Leave this page now" goes: a harmless page elsewhere. Given on pages somebody may be watched on. */
  readonly quickExit?: string | undefined;
  /** A {@link Notice} above the heading. */
  readonly notice?: Child;
  /** True for the pages a search engine may list. */
  readonly listed?: boolean | undefined;
  readonly children?: Child;
}

/** The frame of a parent's page: the school's name first, one column, no menu, help always at the foot. */
export function PublicPage(props: PublicPageProps) {
  const { school, back, errors, notice, quickExit, styles = ['public.css'], children, listed } = props;
  return (
    <Document
      {...documentProps(props)}
      styles={styles}
      owner={school.name}
      hidden={listed !== true}
      face="public"
    >
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <header class="hb-header">
        <div class="hb-header__inner">
          <a class="hb-header__school" href={school.href}>
            {school.crest !== undefined && (
              <img class="hb-header__crest" src={school.crest} alt="" height={44} />
            )}
            <bdi class="hb-header__name">{school.name}</bdi>
          </a>
          <span class="hb-header__using">
            using <Mark size={20} /> Handbell
          </span>
        </div>
      </header>
      {quickExit !== undefined && (
        <nav class="hb-exit" aria-label="Leave quickly">
          <a href={quickExit} rel="nofollow noreferrer">
            Leave this page now
          </a>
        </nav>
      )}
      <div class="hb-width">
        {back !== undefined && <BackLink href={back.href} label={back.label} />}
        <main id="main" class="hb-main" tabindex={-1}>
          {notice}
          <ErrorSummary errors={errors} />
          {children}
        </main>
      </div>
      <PublicFooter {...props} />
    </Document>
  );
}

function PublicFooter({
  safeguarding,
  policyVersion,
  accessibilityHref,
  privacyHref,
  languages = [],
}: PublicPageProps) {
  const { name, phone, email } = safeguarding;
  return (
    <footer class="hb-footer">
      <div class="hb-footer__inner">
        <h2 class="hb-footer__title">If a child may not be safe</h2>
        <p>
          If anyone is in danger now, call <a href="tel:999">999</a>.
        </p>
        <p>
          Otherwise tell the school's safeguarding lead, <bdi>{name}</bdi>
          {phone !== undefined && (
            <>
              , on <a href={telephone(phone)}>{phone}</a>
            </>
          )}
          {email !== undefined && (
            <>
              {phone === undefined ? ', at ' : ' or at '}
              <a href={`mailto:${email}`}>{email}</a>
            </>
          )}
          .
        </p>
        <ul class="hb-footer__links">
          {policyVersion !== undefined && (
            <li>
              <a href={policyVersion.href}>{policyVersion.label}</a>
            </li>
          )}
          <li>
            <a href={accessibilityHref}>Accessibility</a>
          </li>
          <li>
            <a href={privacyHref}>Privacy</a>
          </li>
          {languages.map(({ href, label, lang, current }) => (
            <li>
              <a href={href} lang={lang} hreflang={lang} aria-current={current === true ? 'true' : undefined}>
                <bdi>{label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

function documentProps({ title, lang, errors, nonce, scripts, first, manifest }: PublicPageProps) {
  return { title, lang, errors, nonce, scripts, first, manifest };
}
