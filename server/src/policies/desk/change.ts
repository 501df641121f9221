import type { PolicyDocument } from '@handbell/policy';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import type { FieldErrors, FormState } from '../../ui/index.ts';

export type FormValues = FormState['values'];

/** What a change gives: the document after it, or what is wrong with the answers. */
export type Changed = { readonly document: PolicyDocument } | { readonly errors: FieldErrors };

/** One page that changes one thing of a draft. */
export interface Change {
  /** The question, which is the page's heading. */
  readonly title: string;
  /** What the button for "this is right" says when the page was opened from a doubt. */
  readonly keep: string;
  /** The answers as the document has them now. */
  readonly initial: (document: PolicyDocument) => FormValues;
  readonly fields: (document: PolicyDocument, form: FormState) => Child;
  readonly edit: (document: PolicyDocument, values: FormValues) => Changed;
}

/** The revision that a page showed. A form without it did not come from our page. */
export const revisionField = z.coerce.number('Load the page again').int('Load the page again').positive();

/** The place of the doubt that a page was opened for, from its address or from its form. */
export function doubtAt(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,4}$/u.test(value) ? Number(value) : undefined;
}

/** Several lines typed in one box, without blank ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
