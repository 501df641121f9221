import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setClauseForce, setClauseKind, setDecider, setReviewDate, setSignatures } from '../edit.ts';
import { allClauses } from '../query.ts';
import { readPolicyText } from '../read/text.ts';
import { compare } from './compare.ts';
import { materialHint } from './material.ts';
import { diffWords, sayRuns } from './words.ts';

const text = (name: string) => readFileSync(new URL(`../../fixtures/${name}.txt`, import.meta.url), 'utf8');
const read = (words: string) => readPolicyText(words, 'Policy').document;
const infant = read(text('infant-school'));
const church = read(text('church-primary'));
const edited = (change: (words: string) => string) => compare(infant, read(change(text('infant-school'))));
const sentences = ({ clauses, facts }: ReturnType<typeof compare>) =>
  [...clauses, ...facts].map((one) => one.sentence);

describe('two versions of one policy', () => {
  test('a policy does not differ from itself, nor from itself in other places of the file', () => {
    expect(compare(infant, infant)).toEqual({ clauses: [], facts: [] });
    expect(edited((words) => `\n\n\n${words}`)).toEqual({ clauses: [], facts: [] });
  });

  test('a clause in other words: the words that changed', () => {
    const difference = edited((words) =>
      words.replace('regarding a teacher,', 'regarding a member of staff,'),
    );
    expect(sentences(difference)).toEqual(['Clause 2.1 was reworded: "teacher," became "member of staff,".']);
    expect(difference.clauses[0]).toMatchObject({ about: 'reworded', minor: false });
  });

  test('capitals and punctuation are told apart from words', () => {
    const difference = edited((words) =>
      words.replace('Seek a peaceful solution to all issues;', 'seek a peaceful solution to all issues.'),
    );
    expect(difference.clauses).toMatchObject([{ about: 'reworded', minor: true }]);
    expect(sentences(difference)[0]).toContain('changed only in capitals or punctuation');
  });

  test('a sentence before a list is told once', () => {
    const difference = edited((words) =>
      words.replace('We expect parents, carers', 'We ask parents, carers'),
    );
    expect(sentences(difference)).toEqual([
      'The sentence before clauses 2.4 to 2.9 was reworded: "expect" became "ask".',
      'Clauses 2.4 to 2.9 are weaker: now people are asked to keep to it; before, people must keep to it.',
    ]);
  });

  test('a new clause and one taken out; the numbers of the others are no change', () => {
    const difference = edited((words) =>
      words
        .replace(
          '- The group should not be used for private',
          '- Please keep the hours of nine at night to seven in the morning quiet;\n- The group should not be used for private',
        )
        .replace(/- Bringing the school into disrepute;\n/u, ''),
    );
    expect(sentences(difference)).toEqual([
      'Clause 2.12 was taken out: "Bringing the school into disrepute;"',
      'Clause 2.2 is new: "Please keep the hours of nine at night to seven in the morning quiet;"',
      'Quiet hours are now from 21:00 to 07:00.',
    ]);
  });

  test('a clause that moved', () => {
    const line = '- Seek a peaceful solution to all issues;\n';
    const difference = edited((words) =>
      words.replace(line, '').replace('- Respect the ethos', `${line}- Respect the ethos`),
    );
    expect(sentences(difference)).toEqual([
      'Clause 2.7 moved and is now 2.4: "Seek a peaceful solution to all issues;"',
    ]);
  });

  test('another kind, another force', () => {
    const swearing = allClauses(infant).find(({ text: words }) => words.includes('swearing'))?.id ?? '';
    expect(sentences(compare(infant, setClauseKind(infant, swearing, 'guideline')))).toEqual([
      'Clause 2.11 is now a guideline; it was an inappropriate activity.',
    ]);
    const milder = setClauseForce(infant, swearing, 'expectation');
    expect(sentences(compare(infant, milder))).toEqual([
      'Clause 2.11 is now an expectation only; it was a rule that the school could act on.',
    ]);
    expect(sentences(compare(milder, infant))[0]).toContain('is now a rule that the school can act on');
  });

  test('who decides, who signs, when it is reviewed', () => {
    const review = { precision: 'month', year: 2027, month: 3, written: '' } as const;
    const later = setReviewDate(
      setSignatures(setDecider(infant, 'Governing Body'), ['Chair of Governors']),
      review,
    );
    expect(sentences(compare(infant, later))).toEqual([
      'The final decision now rests with the Governing Body; it rested with the Head Teacher.',
      'It is now signed by: Chair of Governors.',
      'The review date is now March 2027; it was not given before.',
    ]);
    expect(sentences(compare(later, infant))).toContain(
      'The review date is no longer given; it was March 2027.',
    );
  });
});

describe('two schools’ policies of one family', () => {
  const { clauses, facts } = compare(infant, church);

  test('powers, scope, audience, contacts, dates, signatures and slip, each in a sentence', () => {
    expect(facts.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'Parents now sign a slip: "I agree to abide by this policy and Code of Conduct".',
        'The policy now covers PTA groups.',
        'It no longer speaks to other visitors.',
        'It is now signed by: Governor responsible.',
        'It now points to the behaviour and discipline policy.',
        'The school may now ban a parent from the school site.',
        'The school may contact the authorities only in cases of criminal behaviour; before, only in case of criminal behaviour.',
        'Concerns now go to admin@primary.example.org (school) instead of office@infant.example.org (Senior Leadership Team).',
        'The review date is now Spring term 2027; it was not given before.',
        'The date of adoption is no longer given; it was 18 November 2025.',
      ]),
    );
    expect(facts.map(({ about }) => about)).not.toContain('decider');
  });

  test('the clauses that only one of them has', () => {
    const only = clauses.filter(({ about }) => about === 'added' || about === 'removed');
    expect(only.map(({ sentence }) => sentence)).toEqual([
      'Clause 2.2 is new: "The group is not a political platform for airing opinions on current affairs."',
      'Clause 3.7 is new: "Ban the parent/carer from the school site."',
    ]);
  });

  test('the other way round says the opposite', () => {
    const back = compare(church, infant);
    expect(back.facts.map(({ sentence }) => sentence)).toContain(
      'The school may no longer ban a parent from the school site.',
    );
    expect(back.clauses.filter(({ about }) => about === 'removed')).toHaveLength(2);
  });
});

describe('diffWords', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'É'), { maxLength: 20 })
    .map((list) => list.join(' '));
  const joined = (runs: ReturnType<typeof diffWords>, without: 'added' | 'removed') =>
    runs
      .filter(({ kind }) => kind !== without)
      .map((run) => run.text)
      .join(' ');

  test('gives both texts back', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = diffWords(before, after);
        expect(joined(runs, 'added')).toBe(before);
        expect(joined(runs, 'removed')).toBe(after);
      }),
    );
  });

  test('a text does not differ from itself', () => {
    fc.assert(
      fc.property(words, (same) => {
        expect(diffWords(same, same).every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('says what changed', () => {
    expect(sayRuns(diffWords('be kind to all', 'please be very kind'))).toBe(
      '"please" was added, "very" was added, "to all" was taken out',
    );
  });

  test('texts of many pages are told as replaced', () => {
    expect(diffWords('a '.repeat(4000), 'b')).toMatchObject([
      { kind: 'removed' },
      { kind: 'added', text: 'b' },
    ]);
  });
});

describe('what matters to people', () => {
  const base = [
    'Class WhatsApp group policy',
    '',
    'Rules',
    '',
    'Please keep messages short.',
    '',
    'Please do not post between 9pm and 7am, except in an emergency.',
    '',
    'What happens',
    '',
    'If the rules are broken, the school may:',
    '',
    '- give advice',
    '- send a warning letter',
    '- invite the parent to a meeting',
  ].join('\n');
  const change = (from: string, to: string) => compare(read(base), read(base.replace(from, to)));

  test('a clause that asks more strongly', () => {
    const difference = change('Please keep messages short.', 'You must keep messages short.');
    expect(difference.clauses.find(({ about }) => about === 'strength')?.sentence).toBe(
      'Clause 1.1 is stronger: now people must keep to it; before, people are asked to keep to it.',
    );
    expect(materialHint(difference).looksMaterial).toBe(true);
  });

  test('a clause turned round', () => {
    const difference = change('Please keep messages short.', 'Please do not keep messages short.');
    expect(sentences(difference)).toContain(
      'Clause 1.1 is now about what people should not do; before, about what they should do.',
    );
  });

  test('other quiet hours', () => {
    const difference = change('9pm and 7am', '8pm and 7am');
    expect(difference.facts.map(({ sentence }) => sentence)).toEqual([
      'Quiet hours are now from 20:00 to 07:00 (except in an emergency).',
      'Quiet hours are no longer from 21:00 to 07:00 (except in an emergency).',
    ]);
  });

  test('steps in another order, and a step that waits for something', () => {
    const swapped = change(
      '- send a warning letter\n- invite the parent to a meeting',
      '- invite the parent to a meeting\n- send a warning letter',
    );
    expect(swapped.facts.map(({ sentence }) => sentence)).toContain(
      'The order of the steps is now: give advice or a reminder, then invite the parent to a meeting, then send a warning letter.',
    );
    const later = change('- send a warning letter', '- after a second breach, send a warning letter');
    expect(later.facts.map(({ sentence }) => sentence)).toContain(
      'The school may send a warning letter after a second breach; before, nothing had to come first.',
    );
  });

  test('a correction of a misprint, a date and a contact do not look material', () => {
    const corrected = change('Please keep messages short.', 'please keep messages short');
    expect(materialHint(corrected)).toEqual({ looksMaterial: false, because: [] });
    const dated = compare(infant, setReviewDate(infant, { precision: 'year', year: 2030, written: '' }));
    expect(dated.facts).toHaveLength(1);
    expect(materialHint(dated).looksMaterial).toBe(false);
    expect(materialHint(compare(infant, church)).looksMaterial).toBe(true);
  });
});
