import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyForm, errorOf, fieldId, hasErrors, listValue, textValue } from './form-state.ts';

const form = { values: { one: 'a', many: ['b', 'c'], none: [] }, errors: { one: 'Too short' } };

describe('form state', () => {
  it('gives the first value as text', () => {
    expect([textValue(form, 'one'), textValue(form, 'many'), textValue(form, 'none')]).toEqual([
      'a',
      'b',
      '',
    ]);
    expect(textValue(emptyForm, 'one')).toBe('');
  });

  it('gives all values as a list', () => {
    expect(listValue(form, 'one')).toEqual(['a']);
    expect(listValue(form, 'many')).toEqual(['b', 'c']);
    expect(listValue(emptyForm, 'many')).toEqual([]);
  });

  it('takes nothing from the object itself', () => {
    expect(textValue(form, 'constructor')).toBe('');
    expect(listValue(form, '__proto__')).toEqual([]);
    expect(errorOf(form.errors, 'toString')).toBeUndefined();
  });

  it('knows whether anything is wrong', () => {
    expect([hasErrors(form.errors), hasErrors({}), hasErrors(undefined)]).toEqual([true, false, false]);
  });

  it('makes an id that is safe in an attribute, a fragment and a list of ids', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[A-Za-z0-9_-]*$/.test(fieldId(name))));
    expect(fieldId('people[0].name')).toBe('people-0--name');
  });
});
