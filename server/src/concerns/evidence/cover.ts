import { isPicture } from './picture.ts';

/** Squares across and down by which a picture is covered: small enough for a line of a chat on a phone. */
export const COVER_COLUMNS = 8;
export const COVER_ROWS = 16;

/** Longest side that is shown, in pixels, and the most a picture may unfold to. */
const LONGEST = 3200;
const MOST_PIXELS = 40_000_000;

/** A square, counted from the top left, from 0. */
export interface Square {
  readonly row: number;
  readonly column: number;
}

/** Reads a square as a form sends it: "3-4" is row 3, column 4. */
export function squareOf(text: string): Square | undefined {
  const [, row, column] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const square = { row: Number(row), column: Number(column) };
  return square.row < COVER_ROWS && square.column < COVER_COLUMNS ? square : undefined;
}

/**
 * Draws a picture afresh from its dots, whatever its file held besides. Only PNG, JPEG and WebP are pictures here: a drawing
 * of lines (SVG) can say what to fetch, and words that look like one are words.
 * @returns a JPEG; undefined when it cannot be read as a picture
 */
export async function drawAfresh(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (!isPicture(bytes)) return undefined;
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } catch {
    return undefined;
  }
}

/**
 * Covers squares of a picture and burns the cover in: what was under it is nowhere in the bytes that come back.
 * @returns a JPEG of the same size; undefined when it cannot be read as a picture
 */
export async function coverPicture(
  bytes: Uint8Array,
  squares: readonly Square[],
): Promise<Uint8Array | undefined> {
  const drawn = await drawAfresh(bytes);
  if (!drawn) return undefined;
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(drawn).metadata();
  const edge = (index: number, of: number, size: number) => Math.round((index * size) / of);
  const rectangles = squares.map(({ row, column }) => {
    const x = edge(column, COVER_COLUMNS, width);
    const y = edge(row, COVER_ROWS, height);
    const right = edge(column + 1, COVER_COLUMNS, width);
    const below = edge(row + 1, COVER_ROWS, height);
    return `<rect x="${x}" y="${y}" width="${right - x}" height="${below - y}"/>`;
  });
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rectangles.join('')}</svg>`;
  return sharp(drawn)
    .composite([{ input: Buffer.from(overlay) }])
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
