import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerSample } from '../../test/register.ts';
import { ImportFault } from '../roster/import/fault.ts';
import { findInRegister, registerValues } from './gias.ts';

const bytes = registerSample;

describe('the register of schools', () => {
  it('fills in a school by its number, and leaves the head’s name alone', () => {
    const entry = findInRegister(bytes, '100001');
    expect(entry).toEqual({
      urn: '100001',
      name: 'St Zoë’s Example Primary, Oakfield',
      nation: 'england',
      phase: 'primary',
      address: 'Bell Lane\nExampleton\nExampleshire\nEX1 1EX',
      phone: '07700900100',
      website: 'www.oakfield.example.org',
    });
    expect(JSON.stringify(entry)).not.toContain('Headname');
  });

  it.each([
    ['100002', 'infant', 'england', 'Exampleton\nEX1 2EX'],
    ['100003', 'special', 'wales', 'Far Lane\nExampleton\nEX1 3EX'],
  ])('%s: %s, %s', (urn, phase, nation, address) => {
    expect(findInRegister(bytes, urn)).toMatchObject({ phase, nation, address });
  });

  it.each(['100009', '10000', '999', '', '.*', '100001"'])('has no school %j', (urn) => {
    expect(findInRegister(bytes, urn)).toBeUndefined();
  });

  it('gives only what it knows to the form', () => {
    const entry = findInRegister(bytes, '100002');
    expect(entry && Object.keys(registerValues(entry))).toEqual([
      'urn',
      'name',
      'nation',
      'phase',
      'address',
    ]);
  });

  it('any other file is told what it lacks', () => {
    expect(() => findInRegister(Buffer.from('Name,Email\n'), '100001')).toThrow('not the register’s list');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        expect(() => findInRegister(random, '100001')).toThrow(ImportFault);
      }),
      { numRuns: 100 },
    );
  });

  it('damaged bytes of the file give an entry, nothing or a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        try {
          findInRegister(copy, '100001');
        } catch (error) {
          expect(error).toBeInstanceOf(ImportFault);
        }
      }),
      { numRuns: 150 },
    );
  });
});
