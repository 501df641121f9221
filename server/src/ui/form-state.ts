/** The name of a field to what is wrong with it, in words for the person filling it in. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What a form shows again: what was typed, field by field, and what was wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: FieldErrors;
}

/** A form nobody has filled in yet. */
export const emptyForm: FormState = { values: {}, errors: {} };

/** The one value of a field: the first when several came, empty when none did. */
export function textValue(form: FormState, name: string): string {
  const value = Object.hasOwn(form.values, name) ? form.values[name] : undefined;
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All values of a field, as tick boxes send them; none when the field did not come. */
export function listValue(form: FormState, name: string): readonly string[] {
  const value = Object.hasOwn(form.values, name) ? form.values[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What is wrong with a field, or undefined when nothing is. */
export function errorOf(errors: FieldErrors, name: string): string | undefined {
  return Object.hasOwn(errors, name) ? errors[name] : undefined;
}

/** Whether anything at all is wrong. */
export function hasErrors(errors: FieldErrors | undefined): boolean {
  return errors !== undefined && Object.keys(errors).length > 0;
}

/**
 * The id of the first control of a field, which its label, its messages and the error summary point at.
 * A name may hold dots or brackets; an id that is also an address's fragment should not.
 */
export function fieldId(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/g, '-');
}
