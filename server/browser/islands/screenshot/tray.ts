import { button, element, field } from '../page/elements.ts';
import { Drawing } from './drawing.ts';
import { EditorView } from './editor.ts';
import { pictureFigure } from './shown.ts';

const MOST = 4;

/** The place on the page where screenshots are opened, cut down and added. Only added ones go with the form. */
export class PictureTray {
  private readonly name: string;
  private readonly words: { readonly add: string; readonly added: string };
  private readonly status = element('p', { role: 'status' });
  private readonly body = element('div', {});
  private pictures: readonly string[];
  private open: Drawing | undefined;

  constructor(root: HTMLElement) {
    this.name = root.dataset.name ?? 'picture';
    this.words = { add: root.dataset.add ?? 'Add this picture', added: root.dataset.added ?? 'Added.' };
    this.pictures = [...root.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(
      (input) => input.value,
    );
    root.replaceChildren(this.status, this.body);
    root.addEventListener('keydown', (event) => {
      // Enter in a box for a number must not send the page's form.
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
    });
    root.closest('form')?.addEventListener('submit', (event) => this.beforeLeaving(event));
    this.show();
  }

  private show(): void {
    const shown = this.pictures.flatMap((text, index) => [
      element('input', { type: 'hidden', name: this.name, value: text }),
      pictureFigure(text, index + 1),
      button(`Take picture ${index + 1} out`, () => this.drop(index)),
    ]);
    this.body.replaceChildren(...shown);
    if (this.pictures.length < MOST) this.body.append(this.chooser());
    else this.body.append(element('p', {}, `That is the most: ${MOST} pictures.`));
  }

  private chooser(): HTMLElement {
    const input = element('input', { type: 'file', class: 'govuk-file-upload', accept: 'image/*' });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.edit(file);
    });
    return field(
      this.pictures.length === 0 ? 'Open a screenshot' : 'Open another screenshot',
      input,
      'It is opened on this phone or computer only. Nothing of it is sent until you have cut it down and added it.',
    );
  }

  private async edit(file: File): Promise<void> {
    try {
      const drawing = await Drawing.open(file);
      this.open = drawing;
      const view = new EditorView(
        drawing,
        this.words.add,
        (text) => this.say(text),
        () => void this.add(drawing),
        () => this.finish('The picture was left out.'),
      );
      this.body.replaceChildren(view.root);
      this.lead('The picture is open on this device only. Keep the part that matters, and cover the rest.');
    } catch (error) {
      this.lead(error instanceof Error ? error.message : '');
    }
  }

  private async add(drawing: Drawing): Promise<void> {
    if (!drawing.changed) {
      this.lead(
        'You have not cut anything away yet. Cut off the bar at the top at least: it shows whose phone this is.',
      );
      return;
    }
    try {
      const text = await drawing.encode();
      this.pictures = [...this.pictures, text];
      this.finish(this.words.added);
    } catch (error) {
      this.lead(error instanceof Error ? error.message : '');
    }
  }

  private drop(index: number): void {
    this.pictures = this.pictures.filter((_text, at) => at !== index);
    this.finish('The picture is taken out.');
  }

  private finish(text: string): void {
    this.open?.close();
    this.open = undefined;
    this.show();
    this.lead(text);
  }

  /** Somebody who opened a picture and goes on without adding it would think that it was sent. */
  private beforeLeaving(event: SubmitEvent): void {
    const back = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'go';
    if (!this.open || back) return;
    event.preventDefault();
    this.lead(
      'You opened a picture but have not added it. Add it, or press “Leave it out” to go on without.',
    );
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  /** Says something where the page has changed, and leads a keyboard and a screen reader there. */
  private lead(text: string): void {
    this.say(text);
    this.status.tabIndex = -1;
    this.status.focus();
  }
}
