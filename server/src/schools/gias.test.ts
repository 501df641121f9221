import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFault } from '../roster/import/fault.ts';
import { findInRegister, registerValues } from './gias.ts';

/** The start of the register's own header, then the columns that are read, in its order; invented schools below. */
const SAMPLE = [
  '"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (code)","TypeOfEstablishment (name)","EstablishmentTypeGroup (code)","EstablishmentTypeGroup (name)","EstablishmentStatus (code)","EstablishmentStatus (name)","PhaseOfEducation (code)","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","ReligiousCharacter (name)","Diocese (name)","NumberOfPupils","Street","Locality","Address3","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","HeadTitle (name)","HeadFirstName","HeadLastName","GOR (code)","GOR (name)"',
  '"100001","999","Exampleshire","2001","St Zoë’s Example Primary, Oakfield","2","Voluntary aided school","4","Local authority maintained schools","1","Open","2","Primary","4","11","Church of England","Example","210","Bell Lane","","","Exampleton","Exampleshire","EX1 1EX","www.oakfield.example.org","07700900100","Ms","Hidden","Headname","J","South West"',
  '"100002","999","Exampleshire","2002","Example Infant School","1","Community school","4","Local authority maintained schools","1","Open","2","Primary","4","7","None","Not applicable","90","","","","Exampleton","Not recorded","EX1 2EX","","","","","","J","South West"',
  '"100003","999","Exampleshire","7003","Example Special School","7","Community special school","5","Special schools","1","Open","0","Not applicable","3","19","None","","40","Far Lane","","","Exampleton","","EX1 3EX","","","","","","W","Wales (pseudo)"',
].join('\r\n');
// The register writes Windows-1252, whose letters above 127 are those of Latin-1 but for the curly quotation mark.
const bytes = Buffer.from(SAMPLE.replace('’', '\x92'), 'latin1');

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
