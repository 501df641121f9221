import { pageClauses } from '../conduct/page-clauses.ts';
import type { Opened, Row } from '../export-reader/protocol.ts';
import { BringBack } from '../log/bring-back.ts';
import { EntryForm } from '../log/entry-form.ts';
import { LogStore } from '../log/store.ts';
import { WorkerLine } from '../page/ask-worker.ts';
import { button, dayWords, element, field, folded, reveal } from '../page/elements.ts';
import { FoundList } from './found-list.ts';
import { HandOverView } from './hand-over.ts';
import { type Overview, type ReviewTalk, SAFEGUARDING } from './protocol.ts';
import { takeSharedFile } from './shared-file.ts';

const TROUBLE = 'This browser cannot open the file. Find the messages by hand in WhatsApp instead.';
const SPANS: readonly (readonly [string, string])[] = [
  ['7', 'The last 7 days'],
  ['30', 'The last 30 days'],
  ['', 'The whole chat'],
];

/** The title that the page has for a subject. */
function titleOf(subject: string): string {
  const home = subject === SAFEGUARDING ? '[data-safeguarding] h3' : `[data-subject="${subject}"] h3`;
  return document.querySelector(home)?.textContent ?? subject;
}

/** The review: a file, how much of it, what is worth a look, and what to do with it. */
class ReviewPage {
  private readonly school: string;
  private readonly status = element('p', { role: 'status' });
  private readonly body = element('div', {});
  private line: WorkerLine<ReviewTalk> | undefined;
  private readonly ticked = new Map<number, Row>();

  constructor(root: HTMLElement) {
    this.school = root.dataset.school ?? '';
    const back = new BringBack(
      () => LogStore.open(this.school),
      (words) => this.say(words),
    );
    root.append(this.status, this.body, folded('Bring back a log that you saved', back.root));
  }

  /** Opens the chat that was shared to the installed app, or asks for a file. */
  async start(): Promise<void> {
    this.askForFile();
    const shared = await takeSharedFile();
    if (shared) await this.open(shared);
  }

  private askForFile(): void {
    this.line?.close();
    this.line = undefined;
    this.ticked.clear();
    const input = element('input', {
      type: 'file',
      class: 'govuk-file-upload',
      accept: '.txt,.zip,text/plain,application/zip',
    });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.open(file);
    });
    const hint = 'It is opened on this phone or computer only. The school sees nothing of it.';
    this.body.replaceChildren(field('Open a chat export', input, hint));
  }

  private async open(file: File): Promise<void> {
    this.line?.close();
    this.ticked.clear();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const line = new WorkerLine<ReviewTalk>(worker, TROUBLE);
    this.line = line;
    this.say('Reading the file on this device.');
    try {
      const opened = await line.ask('open', { file }, (part) => this.progress('Reading', part));
      this.askHowMuch(line, opened);
    } catch (error) {
      this.askForFile();
      this.say(`We could not read this file. ${error instanceof Error ? error.message : ''}`);
    }
  }

  private askHowMuch(line: WorkerLine<ReviewTalk>, opened: Opened): void {
    const days = `${dayWords(opened.firstDay)} to ${dayWords(opened.lastDay)}`;
    this.say(`The file is open on this device only: ${opened.total} messages, ${days}.`);
    const span = element('select', { class: 'govuk-select' });
    for (const [value, words] of SPANS) span.append(element('option', { value }, words));
    const results = element('div', {});
    const look = () => void this.review(line, span.value, results);
    this.body.replaceChildren(
      ...opened.warnings.map((text) => element('p', { class: 'hb-quiet' }, text)),
      field('How much of it?', span, 'Counted back from the last message.'),
      element(
        'div',
        { class: 'govuk-button-group' },
        button('Look through it', look, 'primary'),
        button('Close this file', () => {
          this.askForFile();
          this.say('The file is closed. Nothing of it was kept.');
        }),
      ),
      results,
    );
  }

  private async review(line: WorkerLine<ReviewTalk>, span: string, results: HTMLElement): Promise<void> {
    this.ticked.clear();
    results.replaceChildren();
    const days = span === '' ? undefined : Number(span);
    try {
      const ask = { clauses: pageClauses(document), days };
      const overview = await line.ask('review', ask, (part) => this.progress('Looking through it', part));
      await this.show(line, overview, results);
    } catch (error) {
      this.say(error instanceof Error ? error.message : '');
    }
  }

  private async show(line: WorkerLine<ReviewTalk>, overview: Overview, results: HTMLElement): Promise<void> {
    const { checked, unknown, subjects } = overview;
    const order = [...document.querySelectorAll<HTMLElement>('[data-subject]')].map(
      ({ dataset }) => dataset.subject ?? '',
    );
    const placed = [SAFEGUARDING, ...order].flatMap((each) =>
      subjects.filter(({ subject }) => subject === each),
    );
    this.say(
      placed.length === 0
        ? `${checked} messages were looked at. None seems to touch the code.`
        : `${checked} messages were looked at. These are worth a look. You decide; the checker can be wrong.`,
    );
    const chosen = element('div', { hidden: true });
    const count = element('h3', { tabindex: '-1' });
    const handOver = new HandOverView(line, this.school);
    const form = new EntryForm(await LogStore.open(this.school), () => {});
    const onTick = () => {
      chosen.hidden = this.ticked.size === 0;
      count.textContent = this.ticked.size === 1 ? '1 message chosen' : `${this.ticked.size} messages chosen`;
      handOver.update(this.ticked);
      form.offer([...this.ticked.values()].map(({ at, sender, text }) => ({ at, sender, text })));
    };
    const words = element('a', { href: `${this.school}/moderators/words` }, 'Words you can use');
    const tools = element('a', { href: `${this.school}/moderators/tools` }, 'In WhatsApp, step by step');
    chosen.append(
      count,
      element('p', {}, words, ' · ', tools),
      folded('Keep it in my private log', form.root),
      folded('Raise a concern with the school', handOver.root),
    );
    const lists = placed.map(
      ({ subject, count: number }) =>
        new FoundList(line, { subject, title: titleOf(subject), count: number }, this.ticked, onTick).root,
    );
    const other =
      unknown === 0
        ? []
        : [
            element(
              'p',
              { class: 'hb-quiet' },
              `Not checked: ${unknown} messages in another language than English.`,
            ),
          ];
    results.replaceChildren(element('h2', {}, 'Worth a look'), ...other, ...lists, chosen);
    results.hidden = placed.length === 0 && unknown === 0;
  }

  private progress(what: string, part: number): void {
    this.say(`${what}: ${Math.round(part * 100)} in a hundred`);
  }

  private say(text: string): void {
    this.status.textContent = text;
  }
}

/** Brings the review to life inside its place on the page. */
export function startReview(root: HTMLElement): void {
  if (!('Worker' in window)) return;
  reveal(root);
  void new ReviewPage(root).start();
}
