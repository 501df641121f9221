import { Checker } from '../conduct/checker.ts';
import { pageClauses } from '../conduct/page-clauses.ts';
import { element } from '../page/elements.ts';
import { type JudgedWords, type Reason, touched } from './touched.ts';

const NOTHING =
  'Nothing in these words seems to touch a clause that can be checked. Read them yourself: it can miss things.';
const FOUND = 'These may be touched. They are in the order of the policy, not of weight.';

function reasonLine({ speaker, quotes }: Reason): HTMLElement {
  const from = speaker === '' ? [] : [element('bdi', {}, speaker), ': '];
  const words =
    quotes.length === 0 ? 'the message as a whole' : quotes.map((quote) => `“${quote}”`).join(', ');
  return element('li', {}, ...from, element('span', { dir: 'auto' }, words));
}

/** The question and its answer, inside their place on the page. */
class ClauseQuestion {
  private readonly root: HTMLElement;
  private readonly answer: HTMLElement;

  constructor(root: HTMLElement, answer: HTMLElement) {
    this.root = root;
    this.answer = answer;
  }

  async ask(): Promise<void> {
    this.answer.textContent = 'Looking at the words on this computer.';
    const items = [...this.root.querySelectorAll<HTMLElement>('[data-words] li')];
    const thread = items.map(({ dataset, textContent }) => ({
      sender: dataset.speaker ?? '',
      text: textContent,
    }));
    try {
      const judged = await new Checker(this.root).check(thread);
      this.show(
        judged.map((each, at) => ({
          speaker: thread[at]?.sender ?? '',
          context: items[at]?.dataset.context === 'yes',
          judged: each,
        })),
      );
    } catch (error) {
      this.answer.textContent = error instanceof Error ? error.message : '';
    }
  }

  private show(words: readonly JudgedWords[]): void {
    const told = words.filter(({ context }) => !context);
    const unread = told.filter(({ judged }) => !judged.checked).length;
    const risk = told.find(({ judged }) => judged.safeguarding !== '');
    const parts = touched(pageClauses(this.root), words).map(({ clause, reasons }) => {
      const home = this.root.querySelector(`[data-clause="${clause.ref}"]`);
      return element(
        'div',
        { class: 'hb-answer' },
        element('p', {}, ...[...(home?.childNodes ?? [])].map((node) => node.cloneNode(true))),
        element('p', { class: 'hb-quiet' }, 'What led to this:'),
        element('ul', {}, ...reasons.map(reasonLine)),
      );
    });
    this.answer.replaceChildren(
      ...(risk ? [element('p', {}, element('strong', {}, risk.judged.safeguarding))] : []),
      element('p', {}, parts.length === 0 ? NOTHING : FOUND),
      ...parts,
      ...(unread === 0
        ? []
        : [element('p', { class: 'hb-quiet' }, `Not checked: ${unread} in another language than English.`)]),
    );
  }
}

/** Brings the question to life. Nothing is loaded before it is asked. */
export function startClauseQuestion(root: HTMLElement): void {
  const button = root.querySelector('button');
  const answer = root.querySelector<HTMLElement>('[data-suggestion]');
  if (!button || !answer || !('Worker' in window)) return;
  const question = new ClauseQuestion(root, answer);
  button.addEventListener('click', () => void question.ask());
  root.hidden = false;
}
