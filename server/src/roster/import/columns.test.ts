import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMeanings, guessColumns, guessHeading, meaningWords } from './columns.ts';

const said = (headers: readonly string[], phones = false) =>
  guessColumns(headers, phones).map((guess) =>
    guess === undefined ? '?' : 'refused' in guess ? `not ${guess.refused}` : guess.meaning,
  );

describe('the headings of a list', () => {
  it('of one report, a row a child with two contacts', () => {
    const headers = [
      'UPN',
      'Legal Surname',
      'Preferred Forename',
      'Reg Group',
      'Year Taught In',
      'Priority 1 Contact Title',
      'Priority 1 Contact Surname',
      'Priority 1 Contact Email',
      'Priority 1 Contact Mobile',
      'Contact 2 Name',
      'Contact 2 E-mail',
      'Court Order?',
      'Parental Responsibility',
    ];
    expect(said(headers)).toEqual([
      'not number',
      'not pupil',
      'not pupil',
      'class',
      'year',
      'title.1',
      'last.1',
      'email.1',
      'not phone',
      'name.2',
      'email.2',
      'not court',
      'not court',
    ]);
  });

  it('of another, a row a contact', () => {
    expect(
      said([
        'Student Name',
        'DOB',
        'Registration Form',
        'Guardian Full Name',
        'Guardian Email Address',
        'Postcode',
        'SEN',
      ]),
    ).toEqual(['not pupil', 'not birth', 'class', 'name.1', 'email.1', 'not address', 'not care']);
  });

  it('of a list somebody typed', () => {
    expect(said(['Name', 'Email', 'Class'])).toEqual(['name.1', 'email.1', 'class']);
    expect(said(['First name', 'Surname', 'e-mail', 'Year group'])).toEqual([
      'first.1',
      'last.1',
      'email.1',
      'year',
    ]);
    expect(said(['Mother', 'Mother email', 'Father', 'Father email', 'Yr'])).toEqual([
      'name.1',
      'email.1',
      'name.2',
      'email.2',
      'year',
    ]);
    expect(said(['Parent1 Name', 'Parent2 Name', 'parentEmail1'])).toEqual(['name.1', 'name.2', 'email.1']);
  });

  it('where adults are named apart, a bare surname is the child’s', () => {
    expect(said(['Forename', 'Surname', 'Class', 'Parent name'])).toEqual([
      'not pupil',
      'not pupil',
      'class',
      'name.1',
    ]);
  });

  it.each([
    ['Mobile', 'phone'],
    ['Tel.', 'phone'],
    ['UPN', 'number'],
    ['Court Order', 'court'],
    ['Parental responsibility', 'court'],
    ['Ethnicity', 'care'],
    ['Home address', 'address'],
    ['Pupil email', 'pupil'],
    ['Pupil ID', 'number'],
    ['Relationship', 'relationship'],
  ])('“%s” is never taken: %s', (heading, refused) => {
    expect(guessHeading(heading, false)).toEqual({ refused });
  });

  it('keeps phone numbers only where the school asks for them', () => {
    expect(said(['Parent name', 'Parent mobile'], true)).toEqual(['name.1', 'phone.1']);
    expect(said(['Pupil mobile'], true)).toEqual(['not phone']);
  });

  it('means each thing once, whatever the headings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }),
        fc.boolean(),
        (headers, phones) => {
          const meanings = said(headers, phones).filter((each) => each !== '?' && !each.startsWith('not '));
          expect(new Set(meanings).size).toBe(meanings.length);
          expect(meanings.every((each) => phones || !each.startsWith('phone'))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what a column may be said to mean', () => {
  it('has words for each, and no phone number unless the school keeps them', () => {
    const words = allMeanings(false, 2).map(meaningWords);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toContain('Parent 2: last name');
    expect(words.some((each) => each.includes('phone'))).toBe(false);
    expect(allMeanings(true, 1).map(meaningWords)).toContain('Parent 1: phone number');
  });
});
