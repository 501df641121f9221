import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hostileFiles } from '../../../test/files.ts';
import { damaged } from '../../../test/mails.ts';
import { drawAfresh } from '../../concerns/evidence/cover.ts';
import { isPicture, PictureError, safePicture } from '../../concerns/evidence/picture.ts';
import { redraw } from '../redraw.ts';
import { fateOf } from './files.ts';

const corpus = await hostileFiles();
/** Sizes of pictures differ, so a picture that unfolds is damaged once and a small one often. */
const TIMES = 12;

/** Signs that only machines need, and those that turn the direction of words. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e]/u;

/** What is kept of a picture: a plain JPEG that says nothing of where it came from. */
async function expectPlain(bytes: Uint8Array): Promise<void> {
  const { format, exif, xmp, iptc, icc } = await sharp(bytes).metadata();
  expect([format, exif, xmp, iptc, icc]).toEqual(['jpeg', undefined, undefined, undefined, undefined]);
  for (const trace of ['<script', 'PK\x03\x04', 'Examplephone'])
    expect(Buffer.from(bytes).includes(trace)).toBe(false);
}

async function tryAll(bytes: Buffer): Promise<void> {
  const sent = await safePicture(bytes).catch((error: unknown) => error);
  if (sent instanceof Uint8Array) await expectPlain(sent);
  else expect(sent).toBeInstanceOf(PictureError);
  for (const draw of [drawAfresh, redraw]) {
    const drawn = isPicture(bytes) || draw === drawAfresh ? await draw(bytes) : undefined;
    if (drawn) await expectPlain(drawn);
    if (!isPicture(bytes)) expect(drawn).toBeUndefined();
  }
  for (const [name, type] of [
    ['a.png', 'image/png'],
    ['a.txt', 'text/plain'],
  ] as const) {
    const fate = fateOf({ name, type, bytes });
    if (fate.kind === 'text') expect(fate.text).not.toMatch(UNSEEN);
    expect(fate.kind === 'picture').toBe(isPicture(bytes));
  }
}

describe('a hostile file', () => {
  it.each(corpus)('is refused, sealed or drawn afresh: $name', ({ bytes }) => tryAll(bytes));

  it('is so too when it is damaged at random', async () => {
    const small = corpus.filter((each) => each.bytes.length < 20_000);
    for (const [at, { bytes }] of small.entries()) {
      for (let turn = 0; turn < TIMES; turn += 1) await tryAll(damaged(bytes, at * TIMES + turn));
    }
    console.log(`hostile files tried: ${corpus.length} written, ${small.length * TIMES} damaged`);
  });
});
