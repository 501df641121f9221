import { describe, expect, it } from 'vitest';
import { AGREEMENT_STATES, AlreadyWithdrawn, plainName, withdrawn } from './rules.ts';

describe('an agreement', () => {
  it('can be taken back once', () => {
    expect(AGREEMENT_STATES).toEqual(['signed', 'withdrawn']);
    expect(withdrawn('signed')).toBe('withdrawn');
    expect(() => withdrawn('withdrawn')).toThrow(AlreadyWithdrawn);
  });
});

describe('a name that is looked for', () => {
  it.each([
    ['Zoë  Ferreira', 'zoe ferreira'],
    ['O’Brien-Łuczak', 'o brien łuczak'],
    ['محمد', 'محمد'],
    ['李  小龙', '李 小龙'],
    ['İpek', 'ipek'],
    [' <b>Ann</b> ', 'b ann b'],
    ['', ''],
  ])('%s', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});
