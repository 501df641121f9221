import { describe, expect, it } from 'vitest';
import { testMatter } from '../../test/letter-matter.ts';
import { problemsOf } from './check.ts';
import { readMatter, writeMatter } from './matter.ts';
import { LETTER_ACTS, LETTER_KINDS, LETTER_STATES, LETTER_TRANSITIONS, type LetterKind } from './rules.ts';
import { composeSections } from './templates.ts';

const matter = testMatter();
const sectionsOf = (kind: LetterKind, changed: Readonly<Record<string, string>> = {}) =>
  composeSections(kind, matter, changed);
const textOf = (kind: LetterKind) =>
  sectionsOf(kind)
    .map(({ heading, text }) => `${heading}\n${text}`)
    .join('\n');
const problems = (kind: LetterKind, changed: Readonly<Record<string, string>>, names: string[] = []) =>
  problemsOf(kind, sectionsOf(kind, changed), names);

describe('the states of a letter', () => {
  const WAYS = { edit: ['draft'], issue: ['draft'], withdraw: ['draft'], give: ['issued'] } as const;
  it.each(LETTER_STATES.flatMap((state) => LETTER_ACTS.map((act) => ({ state, act }))))(
    '$act from $state',
    ({ state, act }) => {
      const from: readonly string[] = WAYS[act];
      expect(LETTER_TRANSITIONS[state][act] !== null).toBe(from.includes(state));
    },
  );
});

describe('every letter', () => {
  it.each(LETTER_KINDS)('%s comes out of its template fit to go out', (kind) => {
    expect(problems(kind, {}, ['Robin Bystander'])).toEqual({});
  });
  it.each(LETTER_KINDS)('%s says how to answer and complain, and that the child is not affected', (kind) => {
    const text = textOf(kind);
    expect(text).toContain('07700 900100 or office@oakfield.example.org');
    expect(text).toContain('complaints procedure');
    expect(text).toContain('Your child is not affected by this.');
    expect(text).toContain('large print');
  });
  it.each(LETTER_KINDS)('%s is written in short sentences', (kind) => {
    const own = sectionsOf(kind).filter(({ id }) => id !== 'clauses');
    const sentences = own
      .flatMap(({ text }) => text.split(/(?<=[.:?])\s+|\n/u))
      .map((sentence) => sentence.split(/\s+/u).filter(Boolean).length)
      .filter((count) => count > 0);
    const mean = sentences.reduce((sum, count) => sum + count, 0) / sentences.length;
    expect(mean).toBeLessThan(17);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(36);
  });
  it.each(LETTER_KINDS)('%s keeps what it must say, whatever somebody sends for it', (kind) => {
    const everything = Object.fromEntries(sectionsOf(kind).map(({ id }) => [id, 'Something else entirely.']));
    for (const section of sectionsOf(kind, everything)) {
      expect(section.text === 'Something else entirely.').toBe(!section.locked);
    }
  });
  it.each(LETTER_KINDS)('%s is not fit with a part left out', (kind) => {
    for (const { id, locked } of sectionsOf(kind)) {
      if (!locked) expect(Object.keys(problems(kind, { [id]: ' ' }))).toEqual([id]);
    }
  });
});

describe('the first letter (D3)', () => {
  it('offers two times, an interpreter, a companion and writing, by a day', () => {
    const text = textOf('first-contact');
    expect(text).toContain('- Thursday 11 March 2027 at 3.30pm');
    expect(text).toContain('- Friday 12 March 2027 at 9am');
    expect(text).toContain('Please tell us by Tuesday 16 March 2027');
    expect(text).toMatch(/bring somebody with you/);
    expect(text).toMatch(/interpreter/);
    expect(text).toMatch(/write to us instead/);
  });
  it('says that nothing is decided, and what is held (Article 14)', () => {
    const text = textOf('first-contact');
    expect(text).toContain('We have not decided anything');
    expect(text).toContain('Information Commissioner');
    expect(text).toContain('We understand the following so far.');
  });
  it.each([
    'Our investigation is done.',
    'We found that you wrote it.',
    'You did this.',
    'A warning follows.',
  ])('does not find anything: %s', (opening) =>
    expect(problems('first-contact', { opening })).toHaveProperty('opening'),
  );
});

describe('the letter that takes it no further (D6)', () => {
  it('says until when the record is kept, and that nothing is held against the parent', () => {
    expect(textOf('no-further-action')).toContain('Nothing is held against you');
    expect(textOf('no-further-action')).toContain('until Wednesday 15 March 2028');
  });
  it.each(['On this occasion we let it go.', 'However, take care.', 'You should have known.'])(
    'does not hint at fault: %s',
    (considered) => expect(problems('no-further-action', { considered })).toHaveProperty('considered'),
  );
});

describe('the letter of advice (D7)', () => {
  it('says that it is no warning and has no effect on the ladder', () => {
    expect(textOf('advice')).toContain('no step in our policy’s list of responses');
    expect(textOf('advice')).toContain('You may criticise the school');
  });
  it.each(['This is your last chance.', 'Next time there will be consequences.', 'A final word.'])(
    'does not sound like a warning: %s',
    (example) => expect(problems('advice', { example })).toHaveProperty('example'),
  );
});

describe('the warning letter (D8)', () => {
  it('names the version, the clauses, the end, and what it does not mean', () => {
    const text = textOf('warning');
    expect(text).toContain('version 2, in force since 1 September 2026');
    expect(text).toContain('4.1: “abusive or personal comments');
    expect(text).toContain('ends by itself on Wednesday 15 March 2028');
    expect(text).toContain('does not stop you from coming into school');
    expect(text).toContain('You may criticise the school');
    expect(text).toContain('somebody who had no part in the decision looks at it again');
  });
  it('prints an expectation as one (rule 19)', () => {
    expect(textOf('warning')).toMatch(/2\.1: “[^”]+” \(This is what we hope for/);
    expect(textOf('warning')).not.toMatch(/4\.1: “[^”]+” \(/);
  });
});

describe('what no letter may hold', () => {
  it.each([
    'We will go to the police.',
    'You could be ARRESTED.',
    'Our solicitors have been told.',
    'We may take legal action.',
  ])('a threat (rule 16): %s', (reasons) => {
    expect(problems('warning', { reasons }).reasons).toContain('never uses them to press');
  });
  it.each([
    'Your post was malicious.',
    'You intended to hurt her.',
    'You are a troublemaker.',
    'It was deliberate.',
  ])('a motive: %s', (reasons) =>
    expect(problems('warning', { reasons }).reasons).toContain('what it did, not why'),
  );
  it('but the parent’s own words about it may be told as theirs', () => {
    expect(problems('warning', { account: 'You told us that it was not deliberate.' })).toEqual({});
  });
  it.each([
    'This was reported by a neighbour.',
    'We have a screenshot.',
    'Another parent told us.',
    'It was passed on by somebody in the class.',
  ])('who told the school (rule 27): %s', (facts) => {
    expect(problems('warning', { facts }).facts).toContain('who told the school');
  });
  it('a name of somebody else, in any case and script, as a whole word', () => {
    const names = ['Robin Bystander', 'Ann', 'محمد', 'O’Neil (Jo)'];
    const named = (facts: string) => problems('warning', { facts }, names).facts;
    expect(named('It was about robin bystander.')).toContain('name of another person');
    expect(named('It was about محمد and others.')).toContain('name of another person');
    expect(named('It was about O’Neil (Jo) again.')).toContain('name of another person');
    expect(named('It was planned and announced.')).toBeUndefined();
  });
  it('more than a letter can carry', () => {
    expect(problems('warning', { facts: 'x '.repeat(4001) }).facts).toContain('8,000 characters or fewer');
  });
});

describe('what a letter is composed from', () => {
  it('comes back from storage as it was', () => {
    expect(writeMatter(readMatter(writeMatter(matter)))).toBe(writeMatter(matter));
  });
});
