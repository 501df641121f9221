import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PICTURE_BYTES, PictureError, safePicture } from './picture.ts';

const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } });

async function said(bytes: Uint8Array): Promise<string> {
  const error = await safePicture(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PictureError);
  return error instanceof Error ? error.message : '';
}

describe('a picture that was cut down on a device', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('is drawn afresh when it is %s', async (format) => {
    const made = await safePicture(await plain().toFormat(format).toBuffer());
    const { format: kept, width, height, exif, icc } = await sharp(made).metadata();
    expect({ kept, width, height, exif, icc }).toEqual({ kept: 'jpeg', width: 40, height: 30 });
  });

  it('loses whatever hides behind it', async () => {
    const behind = Buffer.concat([
      await plain().jpeg().toBuffer(),
      Buffer.from('PK\x03\x04<script>chat.txt'),
    ]);
    const made = Buffer.from(await safePicture(behind));
    expect(made.includes('script')).toBe(false);
    expect(made.includes('chat.txt')).toBe(false);
  });
});

describe('any other file', () => {
  it('is refused when it comes straight from a camera', async () => {
    const exif = { IFD0: { Make: 'ExamplePhone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
    expect(await said(await plain().jpeg().withExif(exif).toBuffer())).toContain('cut down on your device');
  });

  it('is refused when it moves', async () => {
    const frames = [plain(), sharp({ create: { width: 40, height: 30, channels: 3, background: '#3c3' } })];
    const pictures = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
    const moving = await sharp(pictures, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await said(moving)).toContain('moves');
    const png = pictures[0] ?? Buffer.alloc(0);
    const control = Buffer.concat([png.subarray(0, 33), Buffer.from('\0\0\0\x08acTL'), png.subarray(33)]);
    expect(await said(control)).toContain('moves');
  });

  it('is refused when it would unfold to more than a screenshot, or is too heavy', async () => {
    const bomb = await sharp({ create: { width: 8000, height: 2500, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await said(bomb)).toContain('cannot be read');
    expect(await said(new Uint8Array(PICTURE_BYTES + 1))).toContain('too large');
  });

  it.each([
    ['a chat export', '08/03/2027, 18:15 - Dana Example: Hello'],
    ['a zip', 'PK\x03\x04'],
    ['a GIF', 'GIF89a'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
  ])('is refused when it is %s', async (_what, text) => {
    expect(await said(Buffer.from(text, 'latin1'))).toContain('never taken');
  });

  it('never breaks the server: damaged pictures are refused or drawn', async () => {
    const sound = await plain().png().toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), async (at, byte, cut) => {
        const broken = Buffer.from(sound.subarray(0, Math.max(cut, at + 1)));
        broken[at] = byte;
        const result = await safePicture(broken).catch((error: unknown) => error);
        return result instanceof Uint8Array || result instanceof PictureError;
      }),
      { numRuns: 150, seed: 60 },
    );
  });
});
