import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { PdfError, renderPdf } from './typst.ts';

const LETTER = `
#set document(title: sys.inputs.title, date: auto)
= #sys.inputs.title
#sys.inputs.body

#text(font: serif)[*Bold* _italic_ #sys.inputs.name]
`;

function letter(body: string, name = 'Zoë') {
  return renderPdf(LETTER, { title: 'A letter', body, name });
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.normalize('NFC').replaceAll(/\s+/g, ' ');
}

describe('a printed document', () => {
  it('is tagged, titled, in a language, and says that it is PDF/UA-1', async () => {
    const created = Temporal.Instant.from('2027-03-09T10:00:00Z');
    const pdf = await renderPdf(LETTER, { title: 'A letter', body: 'b', name: 'n' }, { created });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { info, metadata } = await document.getMetadata();
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(info).toMatchObject({ Title: 'A letter', Language: 'en-GB' });
    expect(JSON.stringify(info)).toContain('20270309');
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const page = await document.getPage(1);
    expect(JSON.stringify(await page.getStructTree())).toMatch(/"role":"H1".*"role":"P"/s);
  });

  it('takes another language', async () => {
    const pdf = await renderPdf(LETTER, { title: 'Llythyr', body: 'b', name: 'n' }, { lang: 'cy' });
    const { info } = await (await getDocumentProxy(new Uint8Array(pdf))).getMetadata();
    expect(info).toMatchObject({ Language: 'cy' });
  });

  it.each([
    '#import "@preview/evil:1.0.0": *',
    '#panic("no")',
    '"quoted" and back\\slash and \\"both\\"',
    '*not bold* _not italic_ $not math$ <not-a-label> @not-a-reference // not a comment',
    '] ] ) } #sys.inputs.title',
    '<script>alert(1)</script> &amp; %PDF-1.7 endobj',
  ])('prints %s as text', async (body) => {
    expect(await textOf(await letter(body))).toContain(body);
  });

  it.each([
    'Łukasz Ğülşen Nguyễn Ółafur',
    'Ελένη Оксана',
    'محمد علی',
    'आरव शर्मा',
    'অনন্যা',
    'ਗੁਰਪ੍ਰੀਤ',
    'ધ્રુવ',
    'தமிழ்',
    '👍🏽 👨‍👩‍👧 ❤️ 🇬🇧',
  ])('prints %s in sans and in serif', async (name) => {
    const pdf = await letter(name, name);
    expect(await textOf(pdf)).not.toContain('\u{FFFD}');
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect(document.numPages).toBe(1);
  });

  it('reads Arabic and Latin back as they were written', async () => {
    expect(await textOf(await letter('Łukasz Nguyễn'))).toContain('Łukasz Nguyễn');
    expect(await textOf(await letter('محمد'))).toMatch(/محمد|دمحم/u);
  });

  it('prints a mark where no font has the character, and the rest as it is', async () => {
    // No font of any machine has it: it is no character at all.
    expect(await textOf(await letter('before \u{FFFF} after'))).toContain('before \u{FFFD} after');
  });

  it('leaves out what would turn the direction of the sentence round, and control characters', async () => {
    expect(await textOf(await letter('one\u{202E}two\u{0000}\u{001B}three\u{2067}'))).toContain(
      'onetwothree',
    );
  });

  it('prints every space that there is', async () => {
    const spaces = Array.from({ length: 0x10000 }, (_each, code) => String.fromCharCode(code)).filter(
      (character) => /\s/u.test(character),
    );
    expect(spaces).toContain('\u{1680}');
    for (const space of spaces) {
      expect(await textOf(await letter('b', `one${space}two`)), JSON.stringify(space)).toMatch(/one\s*two/u);
    }
  });

  it('takes pictures by name', async () => {
    const crest = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    const template = `${LETTER}\n#image("/crest.svg", alt: "The crest")`;
    const data = { title: 'A letter', body: 'b', name: 'n' };
    const pdf = await renderPdf(template, data, { images: { 'crest.svg': crest } });
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
    expect(JSON.stringify(await page.getStructTree())).toContain('The crest');
    // Nothing of one document is left for the next.
    await expect(renderPdf(template, data)).rejects.toThrow(PdfError);
  });

  it('says what is wrong with a template, but nothing of the data', async () => {
    const secret = 'Robin Example hit somebody';
    const failing = `#set document(title: "t")\n#panic(sys.inputs.body)`;
    const error = await renderPdf(failing, { body: secret }).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(PdfError);
    expect(String(error)).toContain('panicked with: "x"');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Robin');
    const noTitle = await renderPdf('= No title', {}).catch((each: unknown) => each);
    expect(String(noTitle)).toMatch(/missing document title/);
    const picky = `#set document(title: "t")\n#assert(sys.inputs.body.len() < 5, message: sys.inputs.body)`;
    const onlyThis = await renderPdf(picky, { body: secret }).catch((each: unknown) => each);
    expect(onlyThis).toMatchObject({
      message: 'A document could not be made with what was to be filled in.',
    });
    expect((onlyThis instanceof Error && onlyThis.cause) ?? undefined).toBeUndefined();
  });

  it('cannot read files of the machine', async () => {
    const template = '#set document(title: "t")\n#read("/etc/hostname")';
    await expect(renderPdf(template, {})).rejects.toThrow(PdfError);
    await expect(renderPdf(template.replace('/etc', '../../etc'), {})).rejects.toThrow(PdfError);
  });

  it('is made from any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        async (body, name) => {
          const pdf = await letter(body, name);
          expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
        },
      ),
      { numRuns: 50 },
    );
  });
});
