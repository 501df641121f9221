import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { COVER_COLUMNS, COVER_ROWS, coverPicture, drawAfresh, squareOf } from './cover.ts';

const red = () =>
  sharp({ create: { width: 163, height: 321, channels: 3, background: '#d00' } })
    .png()
    .toBuffer();

/** How bright the reddest dot in the middle of a square is. */
async function redness(picture: Uint8Array, row: number, column: number): Promise<number> {
  const { width, height } = await sharp(picture).metadata();
  const left = Math.floor(((column + 0.5) * width) / COVER_COLUMNS);
  const top = Math.floor(((row + 0.5) * height) / COVER_ROWS);
  const dot = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return dot[0] ?? 0;
}

describe('a covered picture', () => {
  it('has nothing left under its cover, and the rest as it was', async () => {
    const squares = [
      { row: 0, column: 0 },
      { row: 15, column: 7 },
    ];
    const covered = (await coverPicture(await red(), squares)) ?? new Uint8Array(0);
    expect(await redness(covered, 0, 0)).toBeLessThan(20);
    expect(await redness(covered, 15, 7)).toBeLessThan(20);
    expect(await redness(covered, 8, 4)).toBeGreaterThan(180);
    const { width, height, format } = await sharp(covered).metadata();
    expect([width, height, format]).toEqual([163, 321, 'jpeg']);
  });

  it('is covered whole when every square is', async () => {
    const all = Array.from({ length: COVER_ROWS * COVER_COLUMNS }, (_, index) => ({
      row: Math.floor(index / COVER_COLUMNS),
      column: index % COVER_COLUMNS,
    }));
    const { channels } = await sharp((await coverPicture(await red(), all)) ?? undefined).stats();
    expect(Math.max(...channels.map(({ max }) => max))).toBeLessThan(20);
  });
});

describe('a picture drawn afresh', () => {
  it('keeps nothing of where it was taken or what lies behind it', async () => {
    const bytes = await sharp(await red())
      .jpeg()
      .withExif({ IFD0: { Make: 'ExamplePhone' } })
      .toBuffer();
    const drawn = await drawAfresh(Buffer.concat([bytes, Buffer.from('<script>')]));
    const { exif } = await sharp(drawn).metadata();
    expect(exif).toBeUndefined();
    expect(Buffer.from(drawn ?? []).includes('script')).toBe(false);
  });

  it.each(['', '%PDF-1.7', 'Words', '\xff\xd8\xff'])('is none when it is %j', async (text) => {
    expect(await drawAfresh(Buffer.from(text, 'latin1'))).toBeUndefined();
  });
});

describe('a square', () => {
  it.each([
    ['0-0', { row: 0, column: 0 }],
    ['15-7', { row: 15, column: 7 }],
    ['16-0', undefined],
    ['0-8', undefined],
    ['-1-0', undefined],
    ['1', undefined],
  ])('%s', (text, square) => {
    expect(squareOf(text)).toEqual(square);
  });
});
