import { button, element, field } from '../page/elements.ts';
import { type Box, boxBetween, boxOfPercents, type Point } from './boxes.ts';
import { checklist } from './checklist.ts';
import { type Drawing, TREATMENTS, type Treatment } from './drawing.ts';

const NAMES: Readonly<Record<Treatment, string>> = {
  crop: 'Keep only this part',
  cover: 'Cover this part',
  blocks: 'Turn this part into blocks',
  blur: 'Blur this part',
};

const DONE: Readonly<Record<Treatment, string>> = {
  crop: 'Only that part is left.',
  cover: 'That part is covered.',
  blocks: 'That part is blocks now.',
  blur: 'That part is blurred.',
};

/** The bar with clock and battery, in hundredths of a phone's screen. */
const TOP_BAR = 6;

const SIDES: readonly (readonly [name: keyof Box, label: string, first: string])[] = [
  ['left', 'From the left', '0'],
  ['top', 'From the top', '0'],
  ['width', 'How wide', '100'],
  ['height', 'How high', '10'],
];

/** One screenshot on the page: boxes by finger, mouse or typing, each with what it does. */
export class EditorView {
  readonly root = element('div', { class: 'hb-screenshot' });
  private readonly drawing: Drawing;
  private readonly canvas = element('canvas', { role: 'img', class: 'hb-screenshot__picture' });
  private readonly how = element('select', { class: 'govuk-select' });
  private readonly typed: Readonly<Record<keyof Box, HTMLInputElement>>;
  private readonly undo: HTMLButtonElement;
  private readonly say: (text: string) => void;
  private start: Point | undefined;

  /** @param add the words on the button that adds the picture */
  constructor(
    drawing: Drawing,
    add: string,
    say: (text: string) => void,
    use: () => void,
    leave: () => void,
  ) {
    this.drawing = drawing;
    this.say = say;
    for (const each of TREATMENTS) this.how.append(element('option', { value: each }, NAMES[each]));
    const number = () =>
      element('input', {
        type: 'number',
        class: 'govuk-input govuk-input--width-3',
        min: '0',
        max: '100',
        inputmode: 'numeric',
      });
    this.typed = { left: number(), top: number(), width: number(), height: number() };
    this.undo = button('Undo the last step', () => this.takeBack());
    this.canvas.setAttribute('aria-label', 'Your screenshot as it would be sent');
    this.root.append(
      field(
        'What a box does',
        this.how,
        'Then draw a box on the picture with your finger or mouse, or type one below it. For names and numbers, cover: blocks and blur are for faces and pictures.',
      ),
      this.canvas,
      this.typing(),
      element(
        'div',
        { class: 'govuk-button-group' },
        button('Cut off the bar at the top', () => this.cutTopBar()),
        this.undo,
      ),
      checklist(),
      element(
        'div',
        { class: 'govuk-button-group' },
        button(add, use, 'primary'),
        button('Leave it out', leave),
      ),
    );
    this.listen();
    this.draw();
  }

  private typing(): HTMLElement {
    const boxes = SIDES.map(([name, label, first]) => {
      this.typed[name].value = first;
      this.typed[name].addEventListener('input', () => this.draw(this.typedBox()));
      return field(label, this.typed[name]);
    });
    return element(
      'fieldset',
      { class: 'govuk-fieldset hb-fieldset' },
      element(
        'legend',
        { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' },
        'Or type the box, in hundredths of the picture',
      ),
      element('div', { class: 'hb-screenshot__typed' }, ...boxes),
      button('Do it to this box', () => this.treat(this.typedBox())),
    );
  }

  private typedBox(): Box | undefined {
    const { left, top, width, height } = this.typed;
    const percents = {
      left: Number(left.value),
      top: Number(top.value),
      width: Number(width.value),
      height: Number(height.value),
    };
    return boxOfPercents(percents, this.drawing.shown);
  }

  private pointOf(event: PointerEvent): Point {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - left) / width) * this.canvas.width,
      y: ((event.clientY - top) / height) * this.canvas.height,
    };
  }

  private listen(): void {
    this.canvas.addEventListener('pointerdown', (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      this.start = this.pointOf(event);
    });
    this.canvas.addEventListener('pointermove', (event) => {
      if (this.start) this.draw(boxBetween(this.start, this.pointOf(event), this.drawing.shown));
    });
    this.canvas.addEventListener('pointercancel', () => {
      this.start = undefined;
      this.draw();
    });
    this.canvas.addEventListener('pointerup', (event) => {
      const box = this.start && boxBetween(this.start, this.pointOf(event), this.drawing.shown);
      this.start = undefined;
      if (box) this.treat(box);
    });
  }

  private treat(box: Box | undefined): void {
    if (!box) {
      this.say('That box is too small, or none. Draw or type a larger one.');
      return;
    }
    const how = TREATMENTS.find((each) => each === this.how.value) ?? 'cover';
    this.drawing.treat(how, box);
    this.draw();
    this.say(DONE[how]);
  }

  private cutTopBar(): void {
    const { shown } = this.drawing;
    const top = Math.round((shown.height * TOP_BAR) / 100);
    this.drawing.treat('crop', { left: 0, top, width: shown.width, height: shown.height - top });
    this.draw();
    this.say('The bar at the top is cut off. If some of it is left, press once more.');
  }

  private takeBack(): void {
    this.drawing.undo();
    this.draw();
    this.say('The last step is undone.');
  }

  /** @param outline a box that is being drawn or typed */
  private draw(outline?: Box): void {
    this.drawing.drawOn(this.canvas);
    this.undo.disabled = !this.drawing.changed;
    const pen = this.canvas.getContext('2d');
    if (!pen || !outline) return;
    pen.lineWidth = Math.max(2, this.canvas.width / 150);
    for (const [colour, dash] of [
      ['#fff', 0],
      ['#b3261e', pen.lineWidth * 3],
    ] as const) {
      pen.strokeStyle = colour;
      pen.setLineDash(dash === 0 ? [] : [dash]);
      pen.strokeRect(outline.left, outline.top, outline.width, outline.height);
    }
  }
}
