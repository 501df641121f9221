import sharp from 'sharp';
import { extractImages, extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { SCAN_LIMIT, ScanError, safeScan } from './scan.ts';

const picture = (format: 'jpeg' | 'png', width = 300, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#eee' } })
    .withExif({ IFD0: { Copyright: 'SECRET-IN-EXIF' } })
    .toFormat(format)
    .toBuffer();

async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await getDocumentProxy(new Uint8Array(pdf))).numPages;
}

describe('a scan of a signed paper', () => {
  it.each(['jpeg', 'png'] as const)(
    'as %s becomes a tagged PDF that holds nothing but the picture',
    async (format) => {
      const bytes = await picture(format);
      const made = await safeScan(bytes, 'Policy, signed: Head teacher');
      const text = Buffer.from(made).toString('latin1');
      expect(text).toMatch(/pdfuaid:part>1</);
      expect(Buffer.from(bytes).toString('latin1')).toContain('SECRET-IN-EXIF');
      expect(text).not.toContain('SECRET-IN-EXIF');
      expect(await pagesOf(made)).toBe(1);
    },
  );

  it('as a PDF is taken apart to its pictures and drawn afresh, twice over', async () => {
    const once = await safeScan(await picture('jpeg'), 'Signed');
    const hostile = Buffer.concat([Buffer.from(once), Buffer.from('\n% /JavaScript (app.alert(1))\n')]);
    const again = await safeScan(new Uint8Array(hostile), 'Signed again');
    expect(Buffer.from(again).toString('latin1')).not.toContain('JavaScript');
    const pdf = await getDocumentProxy(new Uint8Array(again));
    expect(await extractImages(pdf, 1)).toHaveLength(1);
    expect((await extractText(pdf, { mergePages: true })).text.trim()).toBe('');
  });

  it.each([
    ['a Word file', new TextEncoder().encode('PK\u0003\u0004 word'), 'Send the scan as PDF, JPEG or PNG'],
    ['a cut JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'cannot be read'],
    ['a cut PDF', new TextEncoder().encode('%PDF-1.7 nothing'), 'cannot be read'],
    ['nothing', new Uint8Array(), 'Send the scan as PDF, JPEG or PNG'],
    ['a huge file', new Uint8Array(SCAN_LIMIT + 1), 'too large'],
  ])('refuses %s with what to do', async (_what, bytes, says) => {
    const refused = safeScan(bytes, 'Signed');
    await expect(refused).rejects.toThrow(ScanError);
    await expect(refused).rejects.toThrow(says);
  });
});
