import { describe, expect, it } from 'vitest';
import { aboutByWords } from './naming.ts';

const leaders = { heads: ['Mrs Robin Larkspur'], governors: ['Dale Whitlock', 'Kim Ng'] };
const about = (words: string) => aboutByWords(words, leaders);

describe('whom a mail is taken to be about', () => {
  it.each([
    ['her name', 'Mrs Larkspur shouted at my son.'],
    ['her name in capitals', 'MRS LARKSPUR SHOUTED.'],
    ['her title', 'The headteacher shouted at my son.'],
    ['her title in two words', 'Our head teacher did nothing.'],
    ['another word for it', 'The principal did nothing.'],
    ['only “the head”', 'I told the head and she laughed.'],
    ['her name after a greeting to somebody else', 'Dear office,\n\nMrs Larkspur shouted.'],
    ['her name after a greeting to her', 'Dear Mrs Larkspur,\n\nyou yourself, Mrs Larkspur, shouted.'],
  ])('is the Head when it has %s', (_what, words) => expect(about(words)).toBe('head'));

  it.each([
    ['a governor’s name', 'Mr Whitlock wrote it.'],
    ['the office', 'The chair of governors wrote it.'],
    ['any governor', 'One of the governors wrote it.'],
  ])('is the governors when it has %s', (_what, words) => expect(about(words)).toBe('governors'));

  it('is both when it names both', () => {
    expect(about('The headteacher and Mr Whitlock wrote it.')).toBe('head-and-governors');
  });

  it.each([
    ['names nobody', 'They called her names in the Oak class group.'],
    ['is written to the Head', 'About the group\n\nDear Mrs Larkspur,\n\nthey called her names.'],
    ['has the name within another word', 'The Larkspurton bus was late.'],
    ['has a name too short to tell', 'Ng is a common name.'],
    ['speaks of a heading', 'My child has a headache from it.'],
  ])('is not known when it %s', (_what, words) => expect(about(words)).toBe('unsure'));
});
