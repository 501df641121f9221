import type { Child } from 'hono/jsx';
import { errorOf, type FormState, fieldId } from './form-state.ts';

/** What every field takes. */
export interface FieldProps {
  readonly form: FormState;
  /** The name the value is sent under; the value and the error shown again are found by it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  /** The label is the page's own heading: one question on a page. */
  readonly heading?: boolean | undefined;
  /** Says "(optional)" after the label: in Handbell a field is asked for because it is needed. */
  readonly optional?: boolean | undefined;
}

/** The ids and messages of one field, worked out once. */
export interface FieldParts {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  readonly error: string | undefined;
  readonly describedBy: string | undefined;
}

/** Works out the ids of a field's hint and error and what its control is described by. */
export function fieldParts({ form, name, hint }: FieldProps, ...more: readonly string[]): FieldParts {
  const id = fieldId(name);
  const error = errorOf(form.errors, name);
  const hintId = isShown(hint) ? `${id}-hint` : undefined;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const described = [hintId, errorId, ...more].filter((part) => part !== undefined);
  return { id, hintId, errorId, error, describedBy: described.length > 0 ? described.join(' ') : undefined };
}

/** The space a field takes, with a red bar beside it when something is wrong. */
export function FormGroup({ error, children }: { error: string | undefined; children?: Child }) {
  return (
    <div class={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      {children}
    </div>
  );
}

/** A control's label, which is the page's heading when it asks the page's only question. */
export function Label({ id, field }: { id: string; field: FieldProps }) {
  const words = labelWords(field);
  if (field.heading !== true) {
    return (
      <label class="govuk-label govuk-label--s" for={id}>
        {words}
      </label>
    );
  }
  return (
    <h1 class="govuk-label-wrapper">
      <label class="govuk-label govuk-label--l" for={id}>
        {words}
      </label>
    </h1>
  );
}

/** A field set's legend, which is the page's heading when it asks the page's only question. */
export function Legend({ field }: { field: Pick<FieldProps, 'label' | 'heading' | 'optional'> }) {
  const words = labelWords(field);
  return field.heading === true ? (
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
      <h1 class="govuk-fieldset__heading">{words}</h1>
    </legend>
  ) : (
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words}</legend>
  );
}

/** A field's hint and error message, in the order they are read. */
export function Messages({ parts, hint }: { parts: FieldParts; hint: Child }) {
  return (
    <>
      {parts.hintId !== undefined && (
        <div id={parts.hintId} class="govuk-hint">
          {hint}
        </div>
      )}
      {parts.error !== undefined && (
        <p id={parts.errorId} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {parts.error}
        </p>
      )}
    </>
  );
}

/** Whether a hint or another optional piece says anything. */
export function isShown(piece: Child): boolean {
  return piece !== undefined && piece !== null && piece !== false && piece !== true && piece !== '';
}

function labelWords({ label, optional }: Pick<FieldProps, 'label' | 'optional'>): string {
  return optional === true ? `${label} (optional)` : label;
}
