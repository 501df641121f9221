import { element, field, freshId } from '../page/elements.ts';
import type { Ticked } from './message-list.ts';
import type { Choice } from './protocol.ts';

/** Whom it is about, how much around it, whose names go: asked once something is ticked. */
export class ChoiceView {
  readonly root = element('div', { hidden: true });
  private ticked: Ticked = new Map();
  private subject = '';
  private readonly count = element('h3', {});
  private readonly people = element('fieldset', { class: 'govuk-fieldset' });
  private readonly context = element('select', { class: 'govuk-select' });
  private readonly hide = element('input', { class: 'govuk-input', autocomplete: 'off' });

  constructor() {
    const words = ['None', 'One before and one after', 'Two before and two after'];
    for (const [value, text] of words.entries()) {
      this.context.append(element('option', { value: String(value) }, text));
    }
    this.root.append(
      this.count,
      element('div', { class: 'govuk-form-group' }, this.people),
      field(
        'Messages around the ticked ones',
        this.context,
        'Sometimes a message is only understood with the one before it.',
      ),
      field(
        'Other names to take out',
        this.hide,
        'Such as a child’s name. Put a comma between two. Names of others in the chat are taken out already.',
      ),
    );
  }

  /** Draws itself anew for what is ticked now. */
  update(ticked: Ticked): void {
    this.ticked = ticked;
    this.root.hidden = ticked.size === 0;
    this.count.textContent = ticked.size === 1 ? '1 message ticked' : `${ticked.size} messages ticked`;
    const senders = [...new Set([...ticked.values()].map((row) => row.sender))].filter(
      (name) => name !== 'WhatsApp',
    );
    if (!senders.includes(this.subject)) this.subject = '';
    this.people.replaceChildren(
      element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, 'Who is this about?'),
      element(
        'div',
        { class: 'govuk-hint' },
        'Only this person’s name stays. Everybody else becomes “Parent 2” and so on.',
      ),
      element(
        'div',
        { class: 'govuk-radios' },
        ...senders.map((name) => this.radio(name, name)),
        this.radio('', 'I would rather not say: take out every name'),
      ),
    );
  }

  private radio(value: string, label: string): HTMLElement {
    const id = freshId();
    // Names no field of the page's form has; the radios are told apart from it by belonging to a form that is not there.
    const radio = element('input', {
      type: 'radio',
      class: 'govuk-radios__input',
      id,
      name: 'export-reader-subject',
      form: 'export-reader-no-form',
      checked: value === this.subject,
    });
    radio.addEventListener('change', () => {
      this.subject = value;
    });
    return element(
      'div',
      { class: 'govuk-radios__item' },
      radio,
      element('label', { class: 'govuk-label govuk-radios__label', for: id }, element('bdi', {}, label)),
    );
  }

  get value(): Choice {
    return {
      ticked: [...this.ticked.keys()].sort((one, other) => one - other),
      context: Number(this.context.value),
      subject: this.subject,
      hide: this.hide.value
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    };
  }
}
