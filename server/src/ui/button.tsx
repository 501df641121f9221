import type { Child } from 'hono/jsx';

/** Primary for the one thing the page is for, secondary for the rest, warning for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'warning';

interface ButtonProps {
  readonly kind?: ButtonKind | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form elsewhere than its own action. */
  readonly formaction?: string | undefined;
  /** The id of a form the button lies outside of. */
  readonly form?: string | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  readonly id?: string | undefined;
  readonly children?: Child;
}

/** Sends the form. */
export function Button({
  kind = 'primary',
  name,
  value,
  formaction,
  form,
  type = 'submit',
  id,
  children,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={buttonClass(kind)}
      id={id}
      name={name}
      value={value}
      formaction={formaction}
      form={form}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly kind?: ButtonKind | undefined;
  /** Saves what the link gives under this name instead of showing it. */
  readonly download?: string | undefined;
  readonly children?: Child;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, kind = 'primary', download, children }: ButtonLinkProps) {
  return (
    <a href={href} class={buttonClass(kind)} download={download} draggable="false">
      {children}
    </a>
  );
}

/** Buttons, and links that go with them, side by side. */
export function ButtonGroup({ children }: { children?: Child }) {
  return <div class="govuk-button-group">{children}</div>;
}

function buttonClass(kind: ButtonKind): string {
  return kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`;
}
