import { ChoiceView } from '../export-reader/choice.ts';
import { handOver } from '../export-reader/handed-over.ts';
import { previewList } from '../export-reader/preview.ts';
import type { Made, Row } from '../export-reader/protocol.ts';
import type { WorkerLine } from '../page/ask-worker.ts';
import { button, element } from '../page/elements.ts';
import type { ReviewTalk } from './protocol.ts';

/** Takes chosen messages over to "raise a concern": cut down and shown first, and only if the moderator wants to. */
export class HandOverView {
  readonly root = element('div', {});
  private readonly line: WorkerLine<ReviewTalk>;
  private readonly school: string;
  private readonly choice = new ChoiceView();
  private readonly preview = element('div', {});
  private readonly status = element('p', { role: 'status' });

  constructor(line: WorkerLine<ReviewTalk>, school: string) {
    this.line = line;
    this.school = school;
    this.choice.root.addEventListener('change', () => this.preview.replaceChildren());
    this.root.append(
      element(
        'p',
        {},
        'You need not tell the school. Please do when a child may be at risk, when somebody is threatened, or when a child is named. You see first what would go, and it is sent only at the end of the concern.',
      ),
      this.choice.root,
      button('Show what would be sent', () => void this.look()),
      this.status,
      this.preview,
    );
  }

  update(ticked: ReadonlyMap<number, Row>): void {
    this.choice.update(ticked);
    this.preview.replaceChildren();
    this.status.textContent = '';
  }

  private async look(): Promise<void> {
    this.preview.replaceChildren();
    this.status.textContent = '';
    try {
      const made = await this.line.ask('make', this.choice.value);
      const heading = element('h4', { tabindex: '-1' }, 'This is all that would be sent');
      const go = button('Go on to raise a concern', () => this.go(made), 'primary');
      this.preview.append(heading, previewList(made.lines), go);
      heading.focus();
    } catch (error) {
      this.status.textContent = error instanceof Error ? error.message : '';
    }
  }

  private go(made: Made): void {
    handOver(made.json);
    location.assign(`${this.school}/concern`);
  }
}
