import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from './tokens.ts';
import { visibleText } from './visible.ts';

describe('what nobody sees', () => {
  test('is taken out, and every place is known', () => {
    expect(visibleText('plain é text')).toEqual({ text: 'plain é text' });
    const { text, places } = visibleText('a\u200bb\u00ad😂\u{e0061}c\ufe0f');
    expect(text).toBe('ab😂c');
    expect([...(places ?? [])]).toEqual([0, 2, 4, 5, 8]);
  });

  test('hides no ending and no apostrophe', () => {
    const forms = (written: string) => tokenise(written).map(({ form }) => form);
    for (const [hidden, plain] of [
      ["it's\u200bhe", "it'she"],
      ["Otto\u200b'\u200bs", "Otto's"],
      ['f\u200d*\u200d*k', 'f**k'],
      ['i\u2060 d i o t', 'i d i o t'],
    ] as const) {
      expect(forms(hidden)).toEqual(forms(plain));
    }
  });

  test('a token covers what was hidden inside it and nothing beside it', () => {
    const hidden = fc.constantFrom('\u200b', '\u2060', '\u{e0061}');
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('a', 'b', ' ', '!', '😂'), hidden)), (parts) => {
        const text = parts.join('');
        for (const { start, end } of tokenise(text)) {
          const shown = text.slice(start, end);
          expect(visibleText(shown.slice(0, 1)).text + visibleText(shown.slice(-1)).text).not.toBe('');
        }
      }),
    );
  });
});
