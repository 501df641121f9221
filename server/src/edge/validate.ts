import type { z } from 'zod';
import type { RawForm } from '../platform/web/body.ts';
import type { FieldErrors, FormState } from '../ui/form-state.ts';

/** A form that was read: either its checked values, or what to show again. */
export type Checked<Values> =
  | { readonly ok: true; readonly values: Values; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState };

const TOO_LARGE = 'This file is too large. Choose a smaller one';

/**
 * Checks a posted form. Fields and files stand together in what the schema sees. Of one that a file made too long only
 * that is said.
 */
export function checkForm<Values>(raw: RawForm, schema: z.ZodType<Values>): Checked<Values> {
  if (raw.tooLong !== undefined) {
    return { ok: false, form: { values: raw.fields, errors: { [raw.tooLong]: TOO_LARGE } } };
  }
  const result = schema.safeParse({ ...raw.fields, ...raw.files });
  if (result.success) return { ok: true, values: result.data, form: { values: raw.fields, errors: {} } };
  return { ok: false, form: { values: raw.fields, errors: firstErrors(result.error) } };
}

/** The first thing wrong with each field; a fault in part of a field counts for the field. */
function firstErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.length === 0 ? 'form' : String(issue.path[0]);
    errors[name] ??= issue.message;
  }
  return errors;
}
