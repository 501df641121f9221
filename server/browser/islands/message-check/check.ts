import { type AnswerPart, answerParts, onlyAdds, spoken } from '../conduct/answer.ts';
import { answerBlock } from '../conduct/answer-view.ts';
import { Checker } from '../conduct/checker.ts';
import { latestOnly } from '../conduct/latest.ts';
import { element, reveal } from '../page/elements.ts';

/** How long somebody must pause before words that were shown go away again: an answer does not flicker as one types. */
const SETTLE_MS = 400;
/** How long before the answer is read out. */
const SPEAK_MS = 1200;

const INVITE = 'Your answer appears here as you type.';
const DECIDE = 'You decide what you send. The checker can be wrong, and it can miss things.';

/** The box for the message and the answer below it. */
class MessageCheck {
  private readonly box: HTMLTextAreaElement;
  private readonly answer: HTMLElement;
  private readonly said: HTMLElement;
  private readonly checker = new Checker(document);
  private shown: readonly AnswerPart[] = [];
  private settling: number | undefined;
  private speaking: number | undefined;
  private readonly ask = latestOnly<string>(
    (text) => this.check(text),
    (error) => this.fail(error),
  );

  constructor(box: HTMLTextAreaElement, answer: HTMLElement, said: HTMLElement) {
    this.box = box;
    this.answer = answer;
    this.said = said;
  }

  async start(): Promise<void> {
    this.box.addEventListener('input', () => {
      this.answer.setAttribute('aria-busy', 'true');
      this.ask(this.box.value);
    });
    this.plain('Loading the checker. It comes once and then works without a connection.');
    try {
      await this.checker.start();
      this.ask(this.box.value);
    } catch (error) {
      this.fail(error);
    }
  }

  private async check(text: string): Promise<void> {
    if (text.trim() === '') {
      this.plain(INVITE);
      return;
    }
    const [judged] = await this.checker.check([{ text }]);
    if (judged) this.offer(answerParts(judged));
  }

  /** Shows more at once; takes away what no longer holds only when the writer pauses. */
  private offer(parts: readonly AnswerPart[]): void {
    clearTimeout(this.settling);
    if (onlyAdds(this.shown, parts)) this.show(parts);
    else this.settling = window.setTimeout(() => this.show(parts), SETTLE_MS);
    this.answer.setAttribute('aria-busy', 'false');
    clearTimeout(this.speaking);
    this.speaking = window.setTimeout(() => this.say(spoken(parts)), SPEAK_MS);
  }

  private show(parts: readonly AnswerPart[]): void {
    if (JSON.stringify(parts) === JSON.stringify(this.shown)) return;
    this.shown = parts;
    this.answer.replaceChildren(
      ...parts.map((part) => answerBlock(document, part)),
      element('p', { class: 'hb-quiet' }, DECIDE),
    );
  }

  private plain(sentence: string): void {
    clearTimeout(this.settling);
    clearTimeout(this.speaking);
    this.shown = [];
    this.answer.replaceChildren(element('p', { class: 'hb-quiet' }, sentence));
    this.answer.setAttribute('aria-busy', 'false');
    this.say('');
  }

  private fail(error: unknown): void {
    this.plain(error instanceof Error ? error.message : '');
  }

  private say(text: string): void {
    if (this.said.textContent !== text) this.said.textContent = text;
  }
}

/** Brings the box to life inside its place on the page. */
export function startMessageCheck(root: HTMLElement): void {
  const box = root.querySelector('textarea');
  const answer = root.querySelector<HTMLElement>('[data-answer]');
  const said = root.querySelector<HTMLElement>('[data-said]');
  if (!box || !answer || !said || !('Worker' in window)) return;
  reveal(root);
  for (const folded of document.querySelectorAll('details')) folded.open = false;
  void new MessageCheck(box, answer, said).start();
}
