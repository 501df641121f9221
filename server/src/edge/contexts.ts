import type { Child } from 'hono/jsx';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Services } from '../platform/services.ts';
import type { Work } from '../platform/work.ts';
import type { School } from '../schools/store.ts';
import type { FieldErrors, FormState } from '../ui/form-state.ts';
import type { Account, Staff } from './staff.ts';

/** The facts of a request that a page may use. */
export interface RequestFacts {
  readonly id: string;
  readonly path: string;
  readonly headers: Headers;
  readonly query: Readonly<Record<string, string>>;
  /** The caller's network address, for limits only. */
  readonly caller: string;
}

/** A page that is ready to send. */
export interface Page {
  readonly kind: 'page';
  readonly html: HtmlEscapedString | Promise<HtmlEscapedString>;
  readonly status: 200 | 422;
  /** Seconds that anybody may keep the page; unset for pages nobody may keep. */
  readonly keep: number | undefined;
  /** The sites, as origins, that may show the page in a frame; nobody may when it is left out. */
  readonly framedBy?: readonly string[];
  /** Set for a page that has the browser forget what it kept of our pages. */
  readonly clearsCache?: boolean;
  /** Bytes that its length is a multiple of, so that its length tells nothing of what it says. */
  readonly padTo?: number;
  /** Set for a page whose length is one of a few, so that an onlooker of the network learns little from it. */
  readonly padded?: boolean;
}

/** A file that is ready to send. */
export interface Download {
  readonly kind: 'download';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
  /** Shown in the browser instead of saved. */
  readonly inline: boolean;
  readonly keep: number | undefined;
}

/** "Go there next", with values for that page alone. */
export interface Go {
  readonly kind: 'go';
  readonly to: string;
  readonly flash: Readonly<Record<string, string>> | undefined;
  /** Set-Cookie headers to send along. */
  readonly cookies?: readonly string[];
}

/** The form is at fault in a way that only the act could see. */
export interface Wrong {
  readonly kind: 'wrong';
  readonly errors: FieldErrors;
  /** Values that the form comes back with in the place of what was sent. */
  readonly values?: FormState['values'] | undefined;
}

export type Shown = Page | Download | Go;
export type Answer = Go | Wrong | Page;

export const go = (to: string, flash?: Readonly<Record<string, string>>): Go => ({ kind: 'go', to, flash });
export const goWith = (
  cookies: readonly string[],
  to: string,
  flash?: Readonly<Record<string, string>>,
): Go => ({
  ...go(to, flash),
  cookies,
});
export const wrong = (errors: FieldErrors, values?: FormState['values']): Wrong => ({
  kind: 'wrong',
  errors,
  values,
});
export const download = (
  bytes: Uint8Array,
  type: string,
  name: string,
  options: { readonly inline?: boolean; readonly keep?: number } = {},
): Download => ({
  kind: 'download',
  bytes: new Uint8Array(bytes),
  type,
  name,
  inline: options.inline ?? false,
  keep: options.keep,
});

/** What every page says of itself. */
export interface PageProps {
  readonly title: string;
  readonly errors?: FieldErrors | undefined;
  readonly back?: { readonly href: string; readonly label?: string } | undefined;
  readonly scripts?: readonly string[] | undefined;
  readonly first?: readonly string[] | undefined;
  readonly children: Child;
}

interface Common<Params> {
  readonly services: Services;
  readonly request: RequestFacts;
  readonly params: Params;
  /** A fresh token for a form on this page. */
  readonly once: string;
  /** What the page before sent on to this one. */
  readonly flash: Readonly<Record<string, string>>;
}

export interface PublicPageProps extends PageProps {
  /** Where "Leave this page now" goes; given on pages somebody may be watched on. */
  readonly quickExit?: string | undefined;
  /** Whether a search engine may list the page. */
  readonly listed?: boolean | undefined;
  /** Seconds the page may be kept by anybody; only for pages that are the same for everybody. */
  readonly keep?: number | undefined;
  /** The address of a web app manifest, on pages that can be put on a phone's home screen. */
  readonly manifest?: string | undefined;
}

/** What every page of a school for parents and visitors has. */
export interface FaceContext<Params> extends Common<Params> {
  readonly school: School;
  page(props: PublicPageProps): Page;
}

/** A parent's or visitor's request to one school's pages. */
export interface PublicContext<Params> extends FaceContext<Params> {
  readonly work: Work;
}

/** A request to a page that shows what one glance at the database tells, and keeps nothing. */
export interface GlanceContext<Params, Seen> extends FaceContext<Params> {
  readonly seen: Seen;
}

export interface DeskPageProps extends PageProps {
  /** Which room of the rail the page belongs to: its address ("/desk/cases"). */
  readonly room: string;
}

/** A request of somebody signed in, as a member of their school. */
export interface StaffContext<Params> extends Common<Params> {
  readonly work: Work;
  readonly school: School;
  readonly staff: Staff;
  page(props: DeskPageProps): Page;
}

/** A request to a page that belongs to no school yet: set-up, sign-in. */
export interface PlainContext<Params> extends Common<Params> {
  readonly account: Account | undefined;
  page(props: PageProps): Page;
}
