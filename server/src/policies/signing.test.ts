import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { type SignaturePlace, signersOf, unsigned, whyNotSign } from './signing.ts';

const ada = newId<'member'>();
const ben = newId<'member'>();

function place(
  role: string,
  required = true,
  by?: { member: typeof ada; method: 'screen' | 'paper' },
): SignaturePlace {
  const empty = { id: newId<'policy-signature'>(), role, required };
  if (!by) return empty;
  const on = Temporal.PlainDate.from('2027-03-01');
  return { ...empty, signed: { method: by.method, name: 'Ada Example', on, recordedBy: by.member } };
}

describe('who signs at a place', () => {
  it.each([
    ['Head teacher', ['head']],
    ['Headteacher', ['head']],
    ['HEAD TEACHER', ['head']],
    ['Head of School', ['head']],
    ['Principal', ['head']],
    ['Pennaeth', ['head']],
    ['Governor responsible', ['governor', 'chair']],
    ['Chair of Governors', ['chair']],
    ['Chairwoman', ['chair']],
    ['Trustee', ['governor', 'chair']],
    ['On behalf of the Board', ['governor', 'chair']],
    ['Deputy Head teacher', []],
    ['Vice Chair of Governors', []],
    ['PTA Chair', []],
    ['Business manager', []],
    ['', []],
  ])('%s', (role, roles) => {
    expect(signersOf(role)).toEqual(roles);
  });

  it('lets the holder of the office sign, and nobody else', () => {
    const head = place('Head teacher');
    expect(whyNotSign(head, [head], { member: ada, roles: ['head'] })).toBeUndefined();
    expect(whyNotSign(head, [head], { member: ada, roles: ['governor', 'office'] })).toMatch(/Head teacher/);
    expect(whyNotSign(head, [head], { member: ada, roles: [] })).toBeDefined();
  });

  it('takes one signature a place', () => {
    const head = place('Head teacher', true, { member: ben, method: 'paper' });
    expect(whyNotSign(head, [head], { member: ada, roles: ['head'] })).toMatch(/already/);
  });

  it('does not let one person sign a version in two offices', () => {
    const governor = place('Governor responsible', true, { member: ada, method: 'screen' });
    const head = place('Head teacher');
    expect(whyNotSign(head, [governor, head], { member: ada, roles: ['head', 'governor'] })).toMatch(
      /signed this version as Governor responsible/,
    );
    expect(whyNotSign(head, [governor, head], { member: ben, roles: ['head'] })).toBeUndefined();
  });

  it('does not count the paper somebody recorded as their own signature', () => {
    const governor = place('Governor responsible', true, { member: ada, method: 'paper' });
    const head = place('Head teacher');
    expect(whyNotSign(head, [governor, head], { member: ada, roles: ['head'] })).toBeUndefined();
  });

  it('misses only the places that have to be signed', () => {
    const missing = place('Head teacher');
    const places = [missing, place('Clerk', false), place('Chair', true, { member: ada, method: 'screen' })];
    expect(unsigned(places)).toEqual([missing]);
  });
});
