import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { asset } from './assets.ts';
import { type FieldErrors, hasErrors } from './form-state.ts';
import { dark, light } from './palette.ts';

/** What every page has, whatever its face. */
export interface DocumentProps {
  /** What the page is, in a few words; the document's title adds the school and Handbell. */
  readonly title: string;
  readonly lang?: string | undefined;
  /** What is wrong with the form on the page: announced in the title and summed up at the top. */
  readonly errors?: FieldErrors | undefined;
  /** The nonce of this answer's content security policy, put on each script. */
  readonly nonce?: string | undefined;
  /** Style sheets by plain name; each frame has its own already. */
  readonly styles?: readonly string[] | undefined;
  /** Module scripts by plain name, such as `export-reader.js`. */
  readonly scripts?: readonly string[] | undefined;
  /** Small scripts by plain name that run before anything is shown. */
  readonly first?: readonly string[] | undefined;
  /** The address of a web app manifest, on pages that can be put on a phone's home screen. */
  readonly manifest?: string | undefined;
}

interface Props extends Omit<DocumentProps, 'styles'> {
  readonly styles: readonly string[];
  /** The school's name, when the page is a school's. */
  readonly owner?: string | undefined;
  /** False for pages that search engines may list; only the public policy is. */
  readonly hidden?: boolean | undefined;
  readonly face: 'public' | 'desk' | 'plain';
  readonly children?: Child;
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction a language is written in, from its tag. */
export function direction(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.split('-', 1)[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

/** The whole HTML document round a frame: title, style sheets, icon and module scripts, nothing inline. */
export function Document({
  title,
  lang = 'en-GB',
  errors,
  nonce,
  styles,
  scripts = [],
  first = [],
  manifest,
  owner,
  hidden = true,
  face,
  children,
}: Props) {
  const names = [owner, 'Handbell'].filter((name) => name !== undefined && name !== '');
  const fullTitle = `${hasErrors(errors) ? 'Error: ' : ''}${title} - ${names.join(' - ')}`;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={lang} dir={direction(lang)} class={`hb-page hb-page--${face}`}>
        <head>
          <meta charset="utf-8" />
          <title>{fullTitle}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" media="(prefers-color-scheme: light)" content={light.banner} />
          <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark.banner} />
          <meta name="format-detection" content="telephone=no" />
          {hidden && <meta name="robots" content="noindex, nofollow" />}
          {first.map((name) => (
            <script src={asset(name)} nonce={nonce} />
          ))}
          <link rel="icon" type="image/svg+xml" href={asset('handbell.svg')} />
          {manifest !== undefined && <link rel="manifest" href={manifest} />}
          {styles.map((name) => (
            <link rel="stylesheet" href={asset(name)} />
          ))}
          {scripts.map((name) => (
            <script type="module" src={asset(name)} nonce={nonce} />
          ))}
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
