import type { Child } from 'hono/jsx';
import { Legend } from './field.tsx';
import type { FormState } from './form-state.ts';

interface FormProps {
  readonly action: string;
  /** True when the form sends a file. */
  readonly multipart?: boolean | undefined;
  /** The token that makes a second sending of the same form harmless. */
  readonly once?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
}

/** A form that changes something. The server says what is wrong, in words and in one place, so the browser does not. */
export function Form({ action, multipart, once, id, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      id={id}
      enctype={multipart === true ? 'multipart/form-data' : undefined}
      accept-charset="utf-8"
      novalidate
    >
      {once !== undefined && <input type="hidden" name="once" value={once} />}
      {children}
    </form>
  );
}

interface HiddenProps {
  readonly values: FormState['values'];
  /** Names that the page asks for itself and that must not travel twice. */
  readonly except?: readonly string[] | undefined;
}

/** Carries the answers of earlier pages through a form that takes several. */
export function Hidden({ values, except = [] }: HiddenProps) {
  const left = Object.entries(values).filter(([name]) => !except.includes(name));
  return (
    <>
      {left.flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : value).map((one) => (
          <input type="hidden" name={name} value={one} />
        )),
      )}
    </>
  );
}

interface FieldsetProps {
  readonly legend: string;
  readonly heading?: boolean | undefined;
  readonly children?: Child;
}

/** Fields that belong together, under one heading. */
export function Fieldset({ legend, heading, children }: FieldsetProps) {
  return (
    <fieldset class="govuk-fieldset hb-fieldset">
      <Legend field={{ label: legend, heading }} />
      {children}
    </fieldset>
  );
}
