import { type Box, fitInto, inWhole } from './boxes.ts';

/** What can be done to a part of a picture. */
export const TREATMENTS = ['crop', 'cover', 'blocks', 'blur'] as const;
export type Treatment = (typeof TREATMENTS)[number];

interface Step {
  readonly how: Treatment;
  /** In dots of the whole picture. */
  readonly box: Box;
}

/** The longest side of what is sent, in dots: letters of a phone's screen stay readable. */
const LONGEST = 2000;
/** The most a picture may weigh, in bytes; the server takes somewhat more. */
const MOST_BYTES = 300 * 1024;
const QUALITIES = [0.85, 0.7, 0.55, 0.4];
/** A block is at least so many dots wide, so that no letter can be told from its blocks. */
const BLOCK = 28;
/** How far the colour of a block is changed by chance: a covered word cannot be found by trying words. */
const NOISE = 24;

function paper(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser cannot change pictures. Say in words what the picture shows.');
  return [canvas, pen];
}

/** One screenshot that is being cut down. It lives in this page's memory only. */
export class Drawing {
  private readonly source: ImageBitmap;
  private readonly steps: Step[] = [];

  private constructor(source: ImageBitmap) {
    this.source = source;
  }

  /** @throws Error in words for the person at the page */
  static async open(file: File): Promise<Drawing> {
    try {
      return new Drawing(await createImageBitmap(file));
    } catch {
      throw new Error('This file is no picture that can be opened here. Choose a screenshot.');
    }
  }

  /** The part that is left. */
  get shown(): Box {
    const last = this.steps.findLast((step) => step.how === 'crop');
    return last?.box ?? { left: 0, top: 0, width: this.source.width, height: this.source.height };
  }

  get changed(): boolean {
    return this.steps.length > 0;
  }

  /** @param box in dots of the part that is left */
  treat(how: Treatment, box: Box): void {
    this.steps.push({ how, box: inWhole(box, this.shown) });
  }

  undo(): void {
    this.steps.pop();
  }

  /** Draws what is left, with all that was done to it. */
  drawOn(canvas: HTMLCanvasElement): void {
    const { left, top, width, height } = this.shown;
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.drawImage(this.source, left, top, width, height, 0, 0, width, height);
    for (const { how, box } of this.steps) {
      if (how === 'crop') continue;
      this.hide(pen, how, box, { x: box.left - left, y: box.top - top });
    }
  }

  private hide(
    pen: CanvasRenderingContext2D,
    how: Treatment,
    box: Box,
    at: { readonly x: number; readonly y: number },
  ): void {
    if (how === 'cover') {
      pen.fillStyle = '#222';
      pen.fillRect(at.x, at.y, box.width, box.height);
      return;
    }
    const across = Math.max(1, Math.floor(box.width / BLOCK));
    const down = Math.max(1, Math.floor(box.height / BLOCK));
    const [small, brush] = paper(across, down);
    brush.drawImage(this.source, box.left, box.top, box.width, box.height, 0, 0, across, down);
    const dots = brush.getImageData(0, 0, across, down);
    for (const [index, value] of dots.data.entries()) {
      if (index % 4 !== 3) dots.data[index] = value + (Math.random() - 0.5) * 2 * NOISE;
    }
    brush.putImageData(dots, 0, 0);
    pen.imageSmoothingEnabled = how === 'blur';
    pen.drawImage(small, at.x, at.y, box.width, box.height);
    pen.imageSmoothingEnabled = true;
  }

  /**
   * What would be sent: drawn anew dot by dot, so that nothing of the file comes along, neither place nor device.
   * @returns the picture as base64url
   */
  async encode(): Promise<string> {
    const whole = document.createElement('canvas');
    this.drawOn(whole);
    for (let longest = LONGEST; ; longest *= 0.75) {
      const { width, height } = fitInto(whole, longest);
      const [canvas, pen] = paper(width, height);
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      pen.drawImage(whole, 0, 0, width, height);
      for (const quality of QUALITIES) {
        const blob = await blobOf(canvas, quality);
        if (blob.size <= MOST_BYTES) return textOf(blob);
      }
    }
  }

  close(): void {
    this.source.close();
  }
}

/** WebP where the browser can write it, which is a third lighter; JPEG in the others. */
async function blobOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  for (const type of ['image/webp', 'image/jpeg']) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
    if (blob?.type === type) return blob;
  }
  throw new Error('This browser cannot write the picture. Say in words what it shows.');
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(new Error('The picture could not be read. Try once more.'));
    reader.onload = () => {
      const [, base64 = ''] = String(reader.result).split(',');
      done(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
    };
    reader.readAsDataURL(blob);
  });
}
