import { PolicyImportError, readWord } from '@handbell/policy/import';
import { strToU8, zipSync } from 'fflate';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { letterContent } from './content.ts';
import { cameBack } from './from-word.ts';
import { LETTER_KINDS, type LetterKind } from './rules.ts';
import { SAMPLE, sampleValues } from './sample.ts';
import { type Changed, composeSections, type Section } from './sections.ts';
import { letterWord } from './word.ts';

const DAY = Temporal.PlainDate.from('2027-03-15');
const contentOf = (kind: LetterKind, sections: readonly Section[]) =>
  letterContent(kind, SAMPLE, sections, DAY, { large: false });

/** Takes a letter to Word, changes its parts there, and brings it back. */
async function roundTrip(kind: LetterKind, change: (section: Section) => Section, written: Changed = {}) {
  const sections = composeSections(kind, sampleValues(), written);
  const inWord = await letterWord(contentOf(kind, sections.map(change)));
  return { sections, back: cameBack(contentOf(kind, sections), sections, await readWord(inWord)) };
}

const writtenTexts = (sections: readonly Section[]) =>
  Object.fromEntries(sections.flatMap(({ id, text, locked }) => (locked ? [] : [[id, text]])));

describe('a letter that was taken to Word', () => {
  it.each(LETTER_KINDS)('%s comes back as it went when nobody changed it', async (kind) => {
    const { sections, back } = await roundTrip(kind, (section) => section);
    expect(back).toEqual({ parts: writtenTexts(sections), lost: [], kept: [] });
  });

  it('comes back part by part with paragraphs, lists, numbers, brackets and every script', async () => {
    const text =
      'First, “quoted” & <b>plain</b>.\n\n- one: 1. (a)\n- two\n\n1. A paragraph that begins with a number.\n\nمحمد ਗੁਰਪ੍ਰੀਤ {facts}';
    const { sections, back } = await roundTrip('warning', (section) =>
      section.id === 'facts' ? { ...section, text } : section,
    );
    expect(back.parts).toEqual({ ...writtenTexts(sections), facts: text });
  });

  it('keeps what every such letter must say, and tells that it did', async () => {
    const { back } = await roundTrip('warning', (section) =>
      section.id === 'again' ? { ...section, text: 'We will ban you.' } : section,
    );
    expect(back.kept).toEqual(['If it happens again']);
    expect(Object.values(back.parts).join(' ')).not.toContain('ban you');
  });

  it('says which heading is lost, so that no words land in another part', async () => {
    const { back } = await roundTrip('warning', (section) =>
      section.id === 'account' ? { ...section, heading: 'Their side' } : section,
    );
    expect(back.lost).toEqual(['What you told us']);
    expect(back.parts).not.toHaveProperty('account');
  });

  it('may come back with a part emptied, which the letter’s own check then refuses', async () => {
    const { back } = await roundTrip('warning', (section) =>
      section.id === 'reasons' ? { ...section, text: '' } : section,
    );
    expect(back.parts.reasons).toBe('');
  });
});

describe('a file that is no letter', () => {
  const docx = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
  it.each([
    ['nothing', new Uint8Array()],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)],
    ['words', strToU8('Dear parent')],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['a broken document', docx('<w:document><w:body><w:p>')],
    ['a document of entities', docx('<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document>&a;</w:document>')],
    ['a document that unpacks without end', docx(`<w:document>${' '.repeat(200_000_000)}</w:document>`)],
  ])('is turned away with a reason: %s', async (_, bytes) => {
    await expect(readWord(bytes)).rejects.toBeInstanceOf(PolicyImportError);
  });
});
