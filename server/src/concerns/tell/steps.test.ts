import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../../test/concerns.ts';
import { newId } from '../../platform/ids.ts';
import { AFFECTED, CONCERN_MODES } from '../kinds.ts';
import { CONCERN_ABOUT } from '../rules.ts';
import { entryFrom } from './entry.ts';
import { countWords, readDay, TELL_NAMES } from './fields.ts';
import { faultsOf, firstFault } from './judge.ts';
import { pathFor, stepAfter, stepBefore, TELL_STEPS } from './steps.ts';

const today = Temporal.PlainDate.from('2027-03-09');
const facts = { today, groups: [] };

const choices = fc.record({
  danger: fc.constantFrom('yes', 'no', ''),
  mode: fc.constantFrom(...CONCERN_MODES, ''),
  matter: fc.constantFrom('conduct', 'complaint', ''),
  about: fc.constantFrom(...CONCERN_ABOUT, '', 'nonsense'),
});

describe('the pages of the telling', () => {
  it('come in one order, forwards and back, whatever was answered', () => {
    fc.assert(
      fc.property(choices, (answers) => {
        const path = pathFor(answers);
        expect(path[0]).toBe('danger');
        expect(path.at(-1)).toBe('check');
        for (const [index, step] of path.entries()) {
          expect(stepBefore(step, answers)).toBe(path[index - 1]);
          expect(stepAfter(step, answers)).toBe(path[index + 1] ?? 'check');
        }
      }),
    );
  });

  it('show the limits before anything is written', () => {
    const written = ['words', 'subject', 'affected', 'hope', 'contact'] as const;
    for (const step of written) expect(TELL_STEPS.indexOf('mode')).toBeLessThan(TELL_STEPS.indexOf(step));
  });

  it.each([
    [{ danger: 'yes' }, 'emergency', true],
    [{ danger: 'no' }, 'emergency', false],
    [{ matter: 'complaint' }, 'complaint', true],
    [{ matter: 'conduct' }, 'complaint', false],
    [{ about: 'teacher' }, 'restriction', true],
    [{ about: 'staff' }, 'restriction', false],
    [{ about: 'parent', affected: 'staff' }, 'accused', true],
    [{ about: 'parent', affected: ['me', 'staff'] }, 'accused', true],
    [{ about: 'parent', affected: ['me'] }, 'accused', false],
    [{ about: 'teacher', affected: 'staff' }, 'accused', false],
    [{ about: 'head' }, 'past', true],
    [{ about: 'governors' }, 'past', true],
    [{ about: 'head-and-governors' }, 'past', true],
    [{ about: 'parent' }, 'past', false],
    [{ place: 'email' }, 'mail', true],
    [{ place: 'direct' }, 'mail', false],
    [{ place: 'in-person' }, 'mail', false],
    [{ mode: 'anonymous' }, 'contact', false],
    [{ mode: 'confidential' }, 'contact', true],
    [{ mode: 'named' }, 'contact', true],
  ] as const)('with %o the page "%s" comes up: %s', (answers, step, there) => {
    expect(pathFor(answers).includes(step)).toBe(there);
  });
});

describe('the answers', () => {
  it('are complete in the example', () => {
    expect(firstFault(ANSWERS, facts)).toBeUndefined();
  });

  it.each([
    ['danger', { danger: undefined }, 'danger'],
    ['mode', { mode: 'loudly' }, 'mode'],
    ['matter', { matter: '' }, 'matter'],
    ['about', { about: '' }, 'about'],
    ['behalf', { behalf: 'everybody' }, 'behalf'],
    ['place', { place: '' }, 'place'],
    ['place', { place: newId() }, 'place'],
    ['place', { placeName: ' ' }, 'placeName'],
    ['when', { 'when-day': '31', 'when-month': '2' }, 'when'],
    ['when', { 'when-day': '10' }, 'when'],
    ['words', { words: '  ' }, 'words'],
    ['words', { excerpt: '{"messages":[]}' }, 'excerpt'],
    ['affected', { affected: ['me', 'everybody'] }, 'affected'],
    ['child', { childWriter: '' }, 'childWriter'],
    ['contact', { name: '' }, 'name'],
    ['contact', { email: 'ada at home' }, 'email'],
    ['contact', { phone: 'ring me' }, 'phone'],
    ['pictures', { picture: 'UEsDBA' }, 'picture'],
  ] as const)('on the page "%s" with %o are at fault in %s', (step, change, name) => {
    const answers = Object.fromEntries(
      Object.entries({ ...ANSWERS, ...change }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value] as const],
      ),
    );
    const errors = faultsOf(step, answers, facts);
    expect(Object.keys(errors)).toEqual([name]);
    expect(firstFault(answers, facts)?.step).toBe(step);
  });

  it('make a concern without what an earlier choice left behind', () => {
    const entry = entryFrom({ ...ANSWERS, mode: 'anonymous', email: 'not checked any more' }, today);
    expect(entry.reporter).toBeUndefined();
    expect(JSON.stringify(entry)).not.toContain('Ada');
  });

  it('make a concern with all that was told', () => {
    const entry = entryFrom(ANSWERS, today);
    expect(entry).toMatchObject({
      mode: 'confidential',
      urgent: false,
      place: 'other-group',
      group: undefined,
      reporter: { name: 'Ada Reporter', email: 'ada@home.example.org', phone: '07700 900333' },
      account: { subject: 'Dana Example', affected: ['staff', 'my-child'], placeName: 'Oak class parents' },
    });
    expect(entry.messageDay?.toString()).toBe('2027-03-08');
  });

  it('never throw, whatever is posted', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.string(), { maxLength: 4 }));
    const names = fc.constantFrom(...TELL_NAMES, 'step', 'constructor', '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, value), (answers) => {
        const fault = firstFault(answers, facts);
        expect(fault?.step ?? 'check').toBeTypeOf('string');
      }),
    );
  });
});

describe('a day in three boxes', () => {
  const boxes = (day: string, month: string, year: string) => ({
    'when-day': day,
    'when-month': month,
    'when-year': year,
  });

  it.each([
    ['8', '3', '2027', '2027-03-08'],
    ['09', '03', '2027', '2027-03-09'],
    ['29', '2', '2024', '2024-02-29'],
  ])('%s %s %s is %s', (day, month, year, iso) => {
    expect(String(Object.values(readDay(boxes(day, month, year), today))[0])).toBe(iso);
  });

  it.each([
    ['29', '2', '2027'],
    ['0', '3', '2027'],
    ['8', '13', '2027'],
    ['8', '', '2027'],
    ['8', '3', '27'],
    ['8', '3', '1907'],
    ['eight', '3', '2027'],
    ['10', '3', '2027'],
  ])('%s %s %s is none', (day, month, year) => {
    expect(readDay(boxes(day, month, year), today)).toHaveProperty('fault');
  });

  it('may be left out', () => {
    expect(readDay(boxes('', '', ''), today)).toEqual({ day: undefined });
  });
});

describe('counting words', () => {
  it.each([
    ['', 0],
    ['one', 1],
    [' two\n words ', 2],
    ['слово и дело', 3],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('takes every kind of person affected', () => {
    expect(faultsOf('affected', { affected: [...AFFECTED] }, facts)).toEqual({});
  });
});
