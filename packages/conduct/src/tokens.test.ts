import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from './tokens.ts';

const forms = (text: string): string[] => tokenise(text).map(({ form }) => form);

describe('tokenise', () => {
  test('cuts words, numbers, pictures and signs, and says where each stands', () => {
    expect(tokenise('PE on Fri 8.30 😂!!')).toEqual([
      { form: 'pe', kind: 'word', start: 0, end: 2, capitals: 2 },
      { form: 'on', kind: 'word', start: 3, end: 5, capitals: 0 },
      { form: 'fri', kind: 'word', start: 6, end: 9, capitals: 1 },
      { form: '8', kind: 'number', start: 10, end: 11, capitals: 0 },
      { form: '.', kind: 'sign', start: 11, end: 12, capitals: 0 },
      { form: '30', kind: 'number', start: 12, end: 14, capitals: 0 },
      { form: '😂', kind: 'emoji', start: 15, end: 17, capitals: 0 },
      { form: '!!', kind: 'sign', start: 17, end: 19, capitals: 0 },
    ]);
  });

  test.each([
    ["Otto's", ['otto', "'s"]],
    ['don’t', ['dont']],
    ['ＦＵＳＳ', ['fuss']],
    ['іdіоt', ['idiot']],
    ['𝒊𝒅𝒊𝒐𝒕', ['idiot']],
    ['id\u200biot', ['idiot']],
    ['i d i o t', ['idiot']],
    ['i.d.i.o.t', ['idiot']],
    ['café', ['cafe']],
    ['the cafe\u0301', ['the', 'cafe']],
    ['Zoe\u0308’s 1\u0300', ['zoe', "'s", '1']],
    ['f**l', ['f**l']],
    ['*slow clap*', ['*', 'slow', 'clap', '*']],
    ['👍🏽', ['👍']],
    ['@Ros', ['@', 'ros']],
  ])('%s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  test('a list of single letters that is no word stays a list', () => {
    expect(forms('bring a or b')).toEqual(['bring', 'a', 'or', 'b']);
  });

  /** Text of what words are made of and disguised with, so that it meets more than noise. */
  const disguised = fc.string({
    unit: fc.constantFrom(
      'a',
      's',
      'è',
      '\u0300',
      '\u1fed',
      'ب',
      '$',
      '*',
      "'",
      '’',
      ' ',
      '1',
      '.',
      '\u200b',
      'ß',
      '😂',
      '🄰',
    ),
  });

  test('tokens stand in the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), disguised), (text) => {
        let before = 0;
        for (const { start, end, form } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toBe('');
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
