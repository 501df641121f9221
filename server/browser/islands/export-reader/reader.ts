import { button, dayWords, element, field } from '../page/elements.ts';
import { ChoiceView } from './choice.ts';
import { ReaderClient } from './client.ts';
import { forgetHandedOver, handedOver } from './handed-over.ts';
import { MessageListView, type Ticked } from './message-list.ts';
import { previewList } from './preview.ts';
import type { Made, Opened, PreviewLine } from './protocol.ts';

const HOW_TO =
  'In WhatsApp, open the chat, choose the three dots or the name at the top, then “More”, then “Export chat”, then “Without media”. Save the file and choose it here. If the group does not allow an export, type the words above.';

/** The reader on the page: a file, its messages, what was chosen, and what would be sent. */
class Reader {
  private readonly root: HTMLElement;
  private readonly kept: HTMLInputElement;
  private readonly body = element('div', {});
  private readonly status = element('p', { role: 'status' });
  private client: ReaderClient | undefined;
  private ticks = 0;

  constructor(root: HTMLElement, kept: HTMLInputElement) {
    this.root = root;
    this.kept = kept;
    const heading = element('h2', {}, 'Add the messages themselves (optional)');
    root.append(heading, this.status, this.body);
    root.addEventListener('keydown', (event) => {
      // Enter in a search box must not send the page's form.
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
    });
    kept.form?.addEventListener('submit', (event) => this.beforeLeaving(event));
  }

  /** A file to choose, or what was chosen on an earlier visit to the page. */
  async start(): Promise<void> {
    const offered = handedOver();
    if (this.kept.value === '' && offered === '') return this.askForFile();
    const { keptLines } = await import('./kept.ts');
    if (this.kept.value === '') this.offer({ json: offered, lines: keptLines(offered) });
    else this.showKept(keptLines(this.kept.value));
  }

  /** Messages that somebody chose on the moderators' page: they go along only when that is pressed here. */
  private offer(made: Made): void {
    if (made.lines.length === 0) {
      forgetHandedOver();
      this.askForFile();
      return;
    }
    this.say('You chose these messages before. They are not part of your concern yet.');
    this.ticks = made.lines.length;
    const leave = button('Leave them out', () => {
      forgetHandedOver();
      this.reset();
    });
    const add = button('Add these messages to my concern', () => this.keep(made), 'primary');
    this.body.replaceChildren(previewList(made.lines), add, leave);
  }

  private askForFile(): void {
    this.client?.close();
    this.client = undefined;
    this.ticks = 0;
    const input = element('input', {
      type: 'file',
      class: 'govuk-file-upload',
      accept: '.txt,.zip,text/plain,application/zip',
    });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.open(file);
    });
    const how = element('details', { class: 'govuk-details' });
    how.append(
      element(
        'summary',
        { class: 'govuk-details__summary' },
        element('span', { class: 'govuk-details__summary-text' }, 'How to export a chat'),
      ),
      element('div', { class: 'govuk-details__text' }, HOW_TO),
    );
    this.body.replaceChildren(
      field(
        'Open a chat export',
        input,
        'It is opened on this phone or computer only. Nothing of it is sent until you have chosen messages and seen what will go.',
      ),
      how,
    );
  }

  private async open(file: File): Promise<void> {
    this.client?.close();
    const client = new ReaderClient((fraction) =>
      this.say(`Reading: ${Math.round(fraction * 100)} in a hundred`),
    );
    this.client = client;
    this.say('Reading the file on this device.');
    try {
      await this.showMessages(client, await client.open(file));
    } catch (error) {
      this.say(
        `We could not read this file. ${error instanceof Error ? error.message : ''} Nothing was sent.`,
      );
    }
  }

  private async showMessages(client: ReaderClient, opened: Opened): Promise<void> {
    const choice = new ChoiceView();
    const preview = element('div', {});
    const look = button('Show what would be sent', () => void this.look(client, choice, preview));
    look.hidden = true;
    const list = new MessageListView(client, [opened.firstDay, opened.lastDay], (ticked: Ticked) => {
      this.ticks = ticked.size;
      look.hidden = ticked.size === 0;
      preview.replaceChildren();
      choice.update(ticked);
    });
    choice.root.addEventListener('change', () => preview.replaceChildren());
    const warnings = opened.warnings.map((text) => element('p', { class: 'hb-quiet' }, text));
    this.body.replaceChildren(...warnings, list.root, choice.root, look, preview);
    this.body.append(button('Close this file', () => this.reset()));
    await list.start(opened.total);
    const days = `${dayWords(opened.firstDay)} to ${dayWords(opened.lastDay)}`;
    this.say(`The file is open on this device only: ${opened.total} messages, ${days}.`);
  }

  private async look(client: ReaderClient, choice: ChoiceView, preview: HTMLElement): Promise<void> {
    try {
      const made = await client.make(choice.value);
      const heading = element('h3', { tabindex: '-1' }, 'This is all that would be sent');
      const use = button('Add these messages to my concern', () => this.keep(made), 'primary');
      const check = element(
        'p',
        {},
        'Read it once more. Is there a name or anything else that should not go? Then take it out above, or untick the message.',
      );
      preview.replaceChildren(heading, previewList(made.lines), check, use);
      heading.focus();
    } catch (error) {
      preview.replaceChildren();
      this.say(error instanceof Error ? error.message : '');
      this.status.scrollIntoView({ block: 'nearest' });
    }
  }

  private keep(made: Made): void {
    forgetHandedOver();
    this.kept.value = made.json;
    this.showKept(made.lines);
    this.root.scrollIntoView({ block: 'nearest' });
  }

  private showKept(lines: readonly PreviewLine[]): void {
    this.client?.close();
    this.client = undefined;
    this.ticks = 0;
    if (lines.length === 0) {
      this.reset();
      return;
    }
    this.say(
      `${lines.length === 1 ? 'This message is' : `These ${lines.length} messages are`} part of your concern. They go to the school when you send it at the end, and nothing else of the chat.`,
    );
    this.body.replaceChildren(
      previewList(lines),
      button('Take them out or choose others', () => this.reset()),
    );
  }

  private reset(): void {
    this.kept.value = '';
    this.say('');
    this.askForFile();
  }

  /** Somebody who ticked messages and goes on without adding them would think that they were sent. */
  private beforeLeaving(event: SubmitEvent): void {
    const back = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'go';
    if (this.ticks === 0 || back) return;
    event.preventDefault();
    this.say(
      'You chose messages but have not added them. Add them first, or leave them out to go on without.',
    );
    this.status.tabIndex = -1;
    this.status.focus();
  }

  private say(text: string): void {
    this.status.textContent = text;
  }
}

/** Brings the reader to life inside its place on the page. */
export function startReader(root: HTMLElement): void {
  const kept = root.querySelector<HTMLInputElement>('input[name="excerpt"]');
  if (kept && 'Worker' in window) void new Reader(root, kept).start();
}
