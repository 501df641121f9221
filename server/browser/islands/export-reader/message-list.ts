import { button, element, field, freshId, timeWords } from '../page/elements.ts';
import type { ReaderClient } from './client.ts';
import type { Row } from './protocol.ts';

/** Rows on the page at once: enough to read on, few enough for an old phone, whatever the chat's length. */
const ROWS = 20;
const SEARCH_WAIT = 250;

/** A message that was ticked, kept with its writer for the question whom it is about. */
export type Ticked = ReadonlyMap<number, Row>;

/** The messages of an open chat, a page of them at a time, with a search and a day. */
export class MessageListView {
  readonly root: HTMLElement;
  private readonly ticked = new Map<number, Row>();
  private readonly client: ReaderClient;
  private readonly onTick: (ticked: Ticked) => void;
  private readonly list = element('div', { class: 'govuk-checkboxes', 'data-module': 'export-messages' });
  private readonly status = element('p', { role: 'status', class: 'hb-quiet' });
  private readonly search = element('input', { class: 'govuk-input', type: 'search', autocomplete: 'off' });
  private readonly day = element('input', { class: 'govuk-input govuk-input--width-10', type: 'date' });
  private readonly earlier = button('Earlier messages', () => this.turn(-1));
  private readonly later = button('Later messages', () => this.turn(1));
  private total = 0;
  private from = 0;
  private timer: number | undefined;

  constructor(client: ReaderClient, days: readonly [string, string], onTick: (ticked: Ticked) => void) {
    this.client = client;
    this.onTick = onTick;
    this.day.min = days[0];
    this.day.max = days[1];
    this.search.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.narrow(), SEARCH_WAIT);
    });
    this.day.addEventListener('change', () => this.narrow());
    const legend = element('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' });
    legend.append('Tick the messages that matter');
    this.list.addEventListener('keydown', (event) => this.move(event));
    this.root = element(
      'div',
      {},
      field('Find words or a name', this.search),
      field('Only one day', this.day),
      element('fieldset', { class: 'govuk-fieldset' }, legend, this.status, this.list),
      element('div', { class: 'govuk-button-group' }, this.earlier, this.later),
    );
  }

  /** Shows the newest messages first: what worries somebody is mostly recent. */
  async start(total: number): Promise<void> {
    await this.show(total, Math.max(0, total - ROWS));
  }

  private async narrow(): Promise<void> {
    const total = await this.client.filter(this.search.value, this.day.value);
    const all = this.search.value.trim() === '' && this.day.value === '';
    await this.show(total, all ? Math.max(0, total - ROWS) : 0);
  }

  private async turn(pages: number): Promise<void> {
    await this.show(this.total, this.from + pages * ROWS);
    this.focus(this.boxes()[0]);
  }

  private async show(total: number, from: number): Promise<void> {
    this.total = total;
    this.from = Math.min(Math.max(0, from), Math.max(0, total - 1));
    const rows = await this.client.rows(this.from, ROWS);
    this.list.replaceChildren(...rows.map((row, index) => this.item(row, index === 0)));
    this.earlier.hidden = this.from === 0;
    this.later.hidden = this.from + rows.length >= total;
    this.status.textContent =
      total === 0
        ? 'No message fits. Try fewer words or another day.'
        : `Messages ${this.from + 1} to ${this.from + rows.length} of ${total}`;
  }

  private item(row: Row, first: boolean): HTMLElement {
    const id = freshId();
    const box = element('input', {
      type: 'checkbox',
      class: 'govuk-checkboxes__input',
      id,
      checked: this.ticked.has(row.index),
      tabindex: first ? '0' : '-1',
    });
    box.addEventListener('change', () => {
      if (box.checked) this.ticked.set(row.index, row);
      else this.ticked.delete(row.index);
      this.onTick(this.ticked);
    });
    const label = element(
      'label',
      { class: 'govuk-label govuk-checkboxes__label', for: id },
      element('strong', {}, element('bdi', {}, row.sender)),
      ` ${timeWords(row.at)}`,
      element('br'),
      element('span', { dir: 'auto' }, row.text),
    );
    return element('div', { class: 'govuk-checkboxes__item' }, box, label);
  }

  private boxes(): HTMLInputElement[] {
    return [...this.list.querySelectorAll('input')];
  }

  /** The list is one stop of the Tab key; arrows move within it, and over its ends to the next page. */
  private move(event: KeyboardEvent): void {
    const boxes = this.boxes();
    const at = boxes.findIndex((box) => box.matches(':focus'));
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: boxes.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    if (to < 0 && !this.earlier.hidden) void this.turn(-1).then(() => this.focus(this.boxes().at(-1)));
    else if (to >= boxes.length && !this.later.hidden) void this.turn(1);
    else this.focus(boxes[Math.min(Math.max(0, to), boxes.length - 1)]);
  }

  private focus(box: HTMLInputElement | undefined): void {
    for (const each of this.boxes()) each.tabIndex = each === box ? 0 : -1;
    box?.focus();
  }
}
