import type { Child } from 'hono/jsx';
import { Document, type DocumentProps } from './document.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Mark } from './mark.tsx';
import type { SchoolFace } from './public-page.tsx';
import { BackLink } from './text.tsx';

/** One room of the desk in the rail. */
export interface DeskLink {
  readonly href: string;
  readonly label: string;
  /** How many things there wait for this person. */
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

interface DeskPageProps extends DocumentProps {
  readonly school: SchoolFace;
  readonly nav: readonly DeskLink[];
  /** Who is signed in, and as what. */
  readonly user: {
    readonly name: string;
    readonly role?: string | undefined;
    readonly href?: string | undefined;
  };
  /** Where the sign-out form posts to, and its token. */
  readonly signOut: { readonly action: string; readonly once?: string | undefined };
  readonly back?: { readonly href: string; readonly label?: string | undefined } | undefined;
  readonly notice?: Child;
  readonly children?: Child;
}

/** The frame of a staff page: who I am at the top, the rooms in a rail at the left, the page beside it. */
export function DeskPage(props: DeskPageProps) {
  const { title, lang, errors, nonce, scripts, styles = ['desk.css'] } = props;
  const { school, nav, user, signOut, back, notice, children } = props;
  return (
    <Document
      title={title}
      lang={lang}
      errors={errors}
      nonce={nonce}
      scripts={scripts}
      styles={styles}
      owner={school.name}
      face="desk"
    >
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <header class="hb-header hb-header--desk">
        <div class="hb-header__inner">
          <a class="hb-header__school" href={school.href}>
            <Mark size={28} />
            <bdi class="hb-header__name">{school.name}</bdi>
          </a>
          <div class="hb-header__user">
            <span>
              {user.href === undefined ? <bdi>{user.name}</bdi> : <a href={user.href}>{user.name}</a>}
              {user.role !== undefined && <span class="hb-header__role"> {user.role}</span>}
            </span>
            <form method="post" action={signOut.action}>
              {signOut.once !== undefined && <input type="hidden" name="once" value={signOut.once} />}
              <button type="submit" class="hb-header__out">
                Sign out
              </button>
            </form>
          </div>
        </div>
      </header>
      <div class="hb-desk">
        <nav class="hb-rail" aria-label="Desk">
          <ul class="hb-rail__list">
            {nav.map((link) => (
              <li>
                <RailLink link={link} />
              </li>
            ))}
          </ul>
        </nav>
        <div class="hb-desk__page">
          {back !== undefined && <BackLink href={back.href} label={back.label} />}
          <main id="main" class="hb-main" tabindex={-1}>
            {notice}
            <ErrorSummary errors={errors} />
            {children}
          </main>
        </div>
      </div>
    </Document>
  );
}

function RailLink({ link: { href, label, count = 0, current } }: { link: DeskLink }) {
  return (
    <a class="hb-rail__link" href={href} aria-current={current === true ? 'page' : undefined}>
      <span>{label}</span>
      {count > 0 && (
        <span class="hb-rail__count">
          {count.toLocaleString('en-GB')}
          <span class="govuk-visually-hidden"> waiting</span>
        </span>
      )}
    </a>
  );
}
