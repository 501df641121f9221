import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCERN_EXITS } from '../rules.ts';
import { messageFault, namesIn } from './message-check.ts';
import { EXIT_WORDS } from './wording.ts';

const account = {
  ...{ words: '', placeName: '', whenWords: '', subject: 'the mum of Tom Larch, Mrs Dana Example' },
  ...{ affected: [], affectedWords: '', hope: '' },
};
const known = { account, excerpt: undefined };
const fault = (text: string, own?: string) => messageFault('closure-note', { text, own }, known);

describe('names in what a reporter wrote of somebody', () => {
  it.each([
    ['Dana Example', ['Dana Example']],
    ['Mrs Larch', ['Larch']],
    ['Dana', ['Dana']],
    ['the mum of Tom Larch', ['Tom Larch']],
    ['Şebnem Ó Briain', ['Şebnem Ó Briain']],
    ['王小明', ['王小明']],
    ['a parent in Oak class', []],
    ['', []],
  ])('“%s”', (subject, names) => {
    expect(namesIn(subject)).toEqual(names);
  });
});

describe('a message to a reporter', () => {
  it.each([
    ['Tom Larch had his say.', 'name of another person'],
    ['DANA EXAMPLE had her say.', 'name of another person'],
    ['Next time we go to the police.', 'police'],
    ['They did it deliberately.', 'not why'],
    ['The other parent was warned.', 'decided about somebody else'],
    ['The other parent has apologised.', 'decided about somebody else'],
  ])('“%s” does not go', (text, words) => {
    expect(fault(text)).toContain(words);
  });

  it('may say sorry, and every message that Handbell begins with may go as it stands', () => {
    expect(fault('We apologise that it took so long. We read it with care.')).toBeUndefined();
    for (const exit of CONCERN_EXITS) {
      const { message } = EXIT_WORDS[exit];
      expect([exit, fault(message, message)]).toEqual([exit, undefined]);
    }
  });

  it('is not let through by standing beside Handbell’s own sentences, wherever it stands', () => {
    const { message: own } = EXIT_WORDS['not-for-school'];
    const sentences = own.split(/(?<=[.!?])\s+/u);
    fc.assert(
      fc.property(fc.nat(sentences.length), (at) => {
        const text = sentences.toSpliced(at, 0, 'We will tell the police about you.').join(' ');
        expect(fault(text, own)).toContain('police');
      }),
    );
  });

  it('tells nobody who may not read the concern whom it is about', () => {
    const office = { account: undefined, excerpt: undefined };
    expect(messageFault('acknowledgement', { text: 'Tom Larch had his say.' }, office)).toBeUndefined();
  });
});
