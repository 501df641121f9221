import { button, element, field } from '../page/elements.ts';
import { DEED_WORDS, DEEDS, isDeed, type KeptMessage, wallTime } from './entry.ts';
import type { LogStore } from './store.ts';

/** Writes an entry into the log: what was done, a note, and the chosen messages only if that is ticked. */
export class EntryForm {
  readonly root: HTMLElement;
  private readonly store: LogStore;
  private readonly saved: () => void;
  private messages: readonly KeptMessage[] = [];
  private readonly deed = element('select', { class: 'govuk-select' });
  private readonly note = element('textarea', { class: 'govuk-textarea', rows: '3', dir: 'auto' });
  private readonly keep = element('input', { type: 'checkbox', class: 'govuk-checkboxes__input' });
  private readonly keepLine = element('div', { class: 'govuk-checkboxes govuk-form-group', hidden: true });
  private readonly status = element('p', { role: 'status' });

  /** @param saved called after an entry was kept */
  constructor(store: LogStore, saved: () => void) {
    this.store = store;
    this.saved = saved;
    for (const deed of DEEDS) this.deed.append(element('option', { value: deed }, DEED_WORDS[deed]));
    this.keep.id = 'log-keep';
    this.keepLine.append(
      element(
        'div',
        { class: 'govuk-checkboxes__item' },
        this.keep,
        element(
          'label',
          { class: 'govuk-label govuk-checkboxes__label', for: this.keep.id },
          'Keep the words of the chosen messages too',
        ),
      ),
    );
    this.root = element(
      'div',
      {},
      field('What did you do?', this.deed),
      field('Your note', this.note, 'Only what you need to remember. It stays on this device.'),
      this.keepLine,
      button('Keep in my log', () => void this.save()),
      this.status,
    );
  }

  /** Offers to keep these messages with the next entry. */
  offer(messages: readonly KeptMessage[]): void {
    this.messages = messages;
    this.keepLine.hidden = messages.length === 0;
    this.status.textContent = '';
  }

  private async save(): Promise<void> {
    const { value } = this.deed;
    await this.store.add({
      at: wallTime(new Date()),
      deed: isDeed(value) ? value : 'noted',
      note: this.note.value.trim(),
      messages: this.keep.checked ? this.messages : [],
    });
    this.note.value = '';
    this.keep.checked = false;
    this.status.textContent = 'Kept in your log on this device.';
    this.saved();
  }
}
