import type { z } from 'zod';
import type { Act } from '../people/permissions.ts';
import type { LimitName } from '../platform/web/limits.ts';
import type { FormState } from '../ui/form-state.ts';
import type { Answer, GlanceContext, Go, Shown } from './contexts.ts';
import type { Glance } from './glance.ts';

/** A form at most this long, unless a route says otherwise. */
export const FORM_LIMIT = 256 * 1024;

export interface PageSpec<P, Context> {
  /** The parts of the address, checked; an address that does not fit is "nothing here". */
  readonly params: z.ZodType<P>;
  readonly show: (context: Context) => Promise<Shown> | Shown;
}

export interface GlanceSpec<P, T> extends PageSpec<P, GlanceContext<P, T>> {
  readonly glance: Glance<T>;
  /**
   * Set for a page that is the same for everybody and says nothing but what the school's row and the glance tell: it is
   * drawn again only when one of them has changed.
   */
  readonly drawnOnce?: boolean;
}

export interface StepSpec<P, V, T> {
  readonly params: z.ZodType<P>;
  readonly glance: Glance<T>;
  readonly form: z.ZodType<V>;
  readonly act: (context: GlanceContext<P, T>, values: V) => Promise<Shown> | Shown;
  /** The page again, with what was typed and what is wrong. */
  readonly again: (context: GlanceContext<P, T>, form: FormState) => Promise<Shown> | Shown;
}

export interface ActSpec<P, V, Context> {
  readonly params: z.ZodType<P>;
  /** Which limit counts it; "none" for a page of a form that keeps nothing and costs no more than looking at it. */
  readonly limit?: LimitName | 'none';
  readonly form: z.ZodType<V>;
  /** Bytes of the form at most. */
  readonly size?: number;
  /**
   * Set for a form that may be sent again: a page of a form of several pages, which keeps nothing yet, or an act that
   * knows by itself what it has taken already.
   */
  readonly repeatable?: boolean;
  /** Set for a form that a whole school may send within a minute: the disk takes many of them at once. */
  readonly together?: boolean;
  /** Set for what somebody does in confidence: no finer time than the hour is written of it. */
  readonly quiet?: boolean;
  readonly act: (context: Context, values: V) => Promise<Answer> | Answer;
  /** The page again, with what was typed and what is wrong. */
  readonly again: (context: Context, form: FormState) => Promise<Shown> | Shown;
}

export type StaffSpec<Spec> = Spec & { readonly may: Act };

/** One route as it was declared: what a test walks through. */
export interface RouteInfo {
  readonly face: 'public' | 'desk' | 'plain';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly may: Act | undefined;
}

/** Ends a transaction without keeping it, carrying the page to show. */
export class NotKept extends Error {
  readonly answer: Exclude<Answer, Go>;
  constructor(answer: Exclude<Answer, Go>) {
    super('not kept');
    this.answer = answer;
  }
}
