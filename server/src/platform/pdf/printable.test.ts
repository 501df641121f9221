import { describe, expect, it } from 'vitest';
import { readCoverage } from './coverage.ts';
import { readFonts } from './fonts.ts';
import { printable, tidy, UNPRINTABLE } from './printable.ts';

const fonts = readFonts().map(readCoverage);
const [sans] = fonts;

describe('coverage', () => {
  it.each(['A', 'é', 'Ł', 'Я', 'Ω', '“', '…', '\u{FFFD}'])('has %s in Noto Sans', (character) => {
    expect(sans?.(character.codePointAt(0) ?? 0)).toBe(true);
  });
  it.each(['ع', '王', '👍', '\u{FFFF}', '\u{12000}'])('has no %s in Noto Sans', (character) => {
    expect(sans?.(character.codePointAt(0) ?? 0)).toBe(false);
  });
  it.each(['محمد علی', 'आरव शर्मा', 'অনন্যা', 'ਗੁਰਪ੍ਰੀਤ', 'ધ્રુવ', 'தமிழ்', '👍🏽👨‍👩‍👧❤️'])(
    'has %s in fonts of its own',
    (name) => {
      expect(printable(name, fonts)).toBe(name);
      expect(printable(name, [])).toContain(UNPRINTABLE);
    },
  );
});

describe('printable text', () => {
  it('keeps what one font has whole, with joiners and spaces', () => {
    const text = 'Zoë  محمد\u{200D} 👨‍👩‍👧\n';
    expect(printable(text, fonts)).toBe(text);
  });
  it('replaces a letter whose accent is in another font only, whole', () => {
    expect(printable('a王\u{301}b', fonts)).toBe(`a${UNPRINTABLE}b`);
    expect(printable('ع\u{93E}', fonts)).not.toContain('\u{93E}');
  });
  it('has no control characters, turned directions or halves of characters', () => {
    expect(tidy('a\u{0}\u{1b}b\tc\nd\u{202E}e\u{2066}\u{D800}')).toBe('ab\tc\nde\u{FFFD}');
  });
});
