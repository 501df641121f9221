import { describe, expect, test } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { SPECIAL, SPECIAL_WORDS } from './special.ts';
import { tokenise } from './tokens.ts';

const words = [
  ...SPECIAL_WORDS,
  'so',
  'stupid',
  'idiot',
  'wally',
  'muppet',
  'the',
  'said',
  'wood',
  '00',
  '0b',
  'will',
];
const lexicon = new Lexicon({ words, names: ['josh', 'amara'], masked: ['wally', 'muppet'] });
const read = (text: string, members: string[] = [], writer = ''): string[] =>
  lexicon.read(tokenise(text), new Set(members), writer).map(({ form }) => form);

describe('Lexicon', () => {
  test.each([
    ['sooooo', 'so'],
    ['stuuupid', 'stupid'],
    ['1d10t', 'idiot'],
    ['$tup!d', 'stupid'],
    ['w*lly', 'wally'],
    ['m**pet', 'muppet'],
    ['m***t', 'muppet'],
    ['woood', 'wood'],
  ])('reads %s as %s', (disguised, plain) => {
    expect(lexicon.word(disguised)).toMatchObject({ form: plain, id: words.indexOf(plain) });
  });

  test('knows disguise from stretching', () => {
    expect(lexicon.word('1d10t').disguised).toBe(true);
    expect(lexicon.word('sooooo').disguised).toBe(false);
  });

  test('numbers count by their shape', () => {
    expect(lexicon.word('42').form).toBe('00');
    expect(lexicon.word('4b').form).toBe('0b');
  });

  test('names become kinds of name', () => {
    expect(read('Mrs Pell said Josh')).toEqual(['mrs', '<surname>', 'said', '<name>']);
    expect(read('the Zorblatt said')).toEqual(['the', '<capital>', 'said']);
    expect(read('Ros said the', ['ros', 'will'], 'ros')).toEqual(['<writer>', 'said', 'the']);
    expect(read('@ros will', ['ros', 'will'])).toEqual(['@', '<member>', 'will']);
  });

  test('the same form always gives the same word', () => {
    expect(lexicon.word('nowhere')).toBe(lexicon.word('nowhere'));
    expect(lexicon.word('nowhere').id).toBe(SPECIAL.unknown);
  });
});
