import { answerParts } from '../conduct/answer.ts';
import type { Row } from '../export-reader/protocol.ts';
import type { WorkerLine } from '../page/ask-worker.ts';
import { button, element, freshId, timeWords } from '../page/elements.ts';
import type { Found, ReviewTalk } from './protocol.ts';

/** Messages on the page at once, each with what stands around it: few enough for an old phone, whatever the chat's length. */
const SHOWN = 8;

function line({ sender, at, text }: Row): HTMLElement {
  return element(
    'p',
    { class: 'hb-quiet' },
    element('bdi', {}, sender),
    `, ${timeWords(at)}: `,
    element('span', { dir: 'auto' }, text),
  );
}

/** What was found about one subject, a few at a time, the newest first. It is read when it is opened. */
export class FoundList {
  readonly root = element('details', { class: 'govuk-details' });
  private readonly line: WorkerLine<ReviewTalk>;
  private readonly subject: string;
  private readonly count: number;
  private readonly ticked: Map<number, Row>;
  private readonly onTick: () => void;
  private readonly body = element('div', { class: 'govuk-details__text' });
  private from = 0;

  /** @param ticked what is chosen, of all subjects together */
  constructor(
    line: WorkerLine<ReviewTalk>,
    { subject, title, count }: { subject: string; title: string; count: number },
    ticked: Map<number, Row>,
    onTick: () => void,
  ) {
    this.line = line;
    this.subject = subject;
    this.count = count;
    this.ticked = ticked;
    this.onTick = onTick;
    const number = count === 1 ? '1 message' : `${count} messages`;
    this.root.append(
      element(
        'summary',
        { class: 'govuk-details__summary' },
        element('span', { class: 'govuk-details__summary-text' }, `${title}: ${number}`),
      ),
      this.body,
    );
    this.root.addEventListener('toggle', () => {
      if (this.root.open) void this.show(this.from);
    });
  }

  private async show(from: number): Promise<void> {
    const found = await this.line.ask('found', { subject: this.subject, from, count: SHOWN });
    this.from = from;
    const status = `${from + 1} to ${from + found.length} of ${this.count}, the newest first`;
    const newer = button('Newer messages', () => void this.turn(-1));
    const older = button('Older messages', () => void this.turn(1));
    newer.hidden = from === 0;
    older.hidden = from + found.length >= this.count;
    this.body.replaceChildren(
      element('p', { class: 'hb-quiet', tabindex: '-1' }, status),
      ...found.map((each) => this.item(each)),
      element('div', { class: 'govuk-button-group' }, newer, older),
    );
  }

  private async turn(pages: number): Promise<void> {
    await this.show(Math.max(0, this.from + pages * SHOWN));
    this.body.querySelector('p')?.focus();
  }

  private item({ row, before, after, judged }: Found): HTMLElement {
    const box = element('input', {
      type: 'checkbox',
      class: 'govuk-checkboxes__input',
      id: freshId(),
      checked: this.ticked.has(row.index),
    });
    box.addEventListener('change', () => {
      if (box.checked) this.ticked.set(row.index, row);
      else this.ticked.delete(row.index);
      this.onTick();
    });
    const label = element(
      'label',
      { class: 'govuk-label govuk-checkboxes__label', for: box.id },
      element('strong', {}, element('bdi', {}, row.sender)),
      ` ${timeWords(row.at)}`,
      element('br'),
      element('span', { dir: 'auto' }, row.text),
    );
    const why = answerParts(judged).map(({ sentence }) => element('p', {}, sentence));
    return element(
      'div',
      { class: 'hb-answer' },
      ...before.map(line),
      element(
        'div',
        { class: 'govuk-checkboxes' },
        element('div', { class: 'govuk-checkboxes__item' }, box, label),
      ),
      ...after.map(line),
      ...why,
    );
  }
}
