import { describe, expect, it } from 'vitest';
import { PROFILE } from '../../test/handbell.ts';
import { formFrom, profileFrom, slugFrom, wholeSchool } from './fields.ts';

describe('a school’s details', () => {
  it('come out of the form as they went in', () => {
    const form = wholeSchool.parse(formFrom('Oakfield Example School', PROFILE));
    expect(form.name).toBe('Oakfield Example School');
    expect(profileFrom(form)).toEqual(PROFILE);
  });

  it.each([
    ['phone', 'ring the bell', 'phone number like'],
    ['officeEmail', 'office', 'email address like'],
    ['name', '   ', 'Enter the school’s name'],
    ['nation', 'france', 'Choose a nation'],
  ])('%s: %s is told plainly', (field, value, message) => {
    const result = wholeSchool.safeParse({ ...formFrom('Oakfield', PROFILE), [field]: value });
    expect(result.error?.issues.find((issue) => issue.path[0] === field)?.message).toContain(message);
  });
});

describe('a school’s address', () => {
  it.each([
    ['Oakfield Example School', 'oakfield-example-school'],
    ['St Example’s CE School', 'st-examples-ce-school'],
    ['Ysgol Gynradd Llŷn', 'ysgol-gynradd-llyn'],
    ['学校', 'school'],
    [`${'Long '.repeat(40)}School`, 'long-long-long-long-long-long-long-long-long-long'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });
});
