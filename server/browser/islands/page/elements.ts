type Attributes = Readonly<Record<string, string | boolean>>;

/**
 * Makes an element. Text is always text: nothing that stands in a chat can become markup.
 * @param attributes true sets an attribute without a value, false leaves it out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

let made = 0;

/** An id nothing else on the page has. */
export function freshId(): string {
  made += 1;
  return `island-${made}`;
}

/** A field with its label, as the other fields of the page look. Nothing of it goes with the form: it has no name. */
export function field(label: string, control: HTMLElement, hint = ''): HTMLElement {
  control.id = freshId();
  const hintId = `${control.id}-hint`;
  const hints = hint === '' ? [] : [element('div', { class: 'govuk-hint', id: hintId }, hint)];
  if (hint !== '') control.setAttribute('aria-describedby', hintId);
  return element(
    'div',
    { class: 'govuk-form-group' },
    element('label', { class: 'govuk-label govuk-label--s', for: control.id }, label),
    ...hints,
    control,
  );
}

/** A button that sends nothing. */
export function button(label: string, act: () => void, kind = 'secondary'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `govuk-button govuk-button--${kind}` }, label);
  made.addEventListener('click', act);
  return made;
}

/** A folded part of the page. */
export function folded(title: string, ...children: readonly Node[]): HTMLElement {
  return element(
    'details',
    { class: 'govuk-details' },
    element(
      'summary',
      { class: 'govuk-details__summary' },
      element('span', { class: 'govuk-details__summary-text' }, title),
    ),
    element('div', { class: 'govuk-details__text' }, ...children),
  );
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "9 March 2027 at 6.15pm", from the phone's own time. */
export function timeWords(at: string): string {
  const hour = Number(at.slice(11, 13));
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}.${at.slice(14, 16)}${hour < 12 ? 'am' : 'pm'}`;
  return `${dayWords(at)} at ${clock}`;
}

/** "9 March 2027". */
export function dayWords(at: string): string {
  return `${Number(at.slice(8, 10))} ${MONTHS[Number(at.slice(5, 7)) - 1] ?? ''} ${at.slice(0, 4)}`;
}

/** Brings a part of the page to life that only scripts can fill, and takes away what stands there without them. */
export function reveal(root: HTMLElement): void {
  root.hidden = false;
  for (const without of document.querySelectorAll<HTMLElement>('[data-without]')) without.hidden = true;
}
