import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { Adult } from '../adult.ts';
import { bringText } from './bring.ts';
import { readContacts } from './contacts.ts';
import { type ClassChoice, planImport, type Scope } from './plan.ts';

const about = { phones: false, school: { name: 'Oakfield', urn: undefined }, today: '2027-03-09' };
const klass = (name: string, years: readonly string[]) => ({
  id: newId<'class'>(),
  name,
  years,
  successor: undefined,
});
const oak = klass('Oak', ['1', '2']);
const elm = klass('Elm', ['3']);
const classes = [oak, elm];
const day = Temporal.PlainDate.from('2026-09-02');

function adult(
  name: string,
  email: string,
  places: readonly (readonly [typeof oak, string])[],
  left?: Temporal.PlainDate,
): Adult {
  return {
    id: newId<'adult'>(),
    household: newId<'household'>(),
    name,
    email,
    phone: '',
    places: places.map(([{ id }, year]) => ({ id: newId<'adult-class'>(), classId: id, year, from: day })),
    joined: day,
    left,
    version: 1,
  };
}

interface Options {
  readonly adults?: readonly Adult[];
  readonly scope?: Scope;
  readonly choices?: ReadonlyMap<string, ClassChoice>;
}

function plan(text: string, { adults = [], scope = 'add', choices = new Map() }: Options = {}) {
  const brought = bringText(text, about);
  const { contacts, problems } = readContacts(brought, brought.meanings, 'england');
  const result = planImport({ contacts, adults, bySource: new Map(), classes, scope, choices });
  const told = result.changes.map(({ kind, name, email, places }) => {
    const at = places.map((place) => {
      const name =
        typeof place.at === 'string'
          ? classes.find((each) => each.id === place.at)?.name
          : `new ${place.at.add}`;
      return place.year === '' ? name : `${name} ${place.year}`;
    });
    return `${kind}: ${name} <${email}> ${at.join(', ')}`.trim();
  });
  return { ...result, told, problems };
}

const HEAD = 'Name,Email,Class,Year\n';

describe('what an import would do', () => {
  it('is to add who is not written down, once however many rows they stand in', () => {
    const { told, changes } = plan(
      `${HEAD}Amira Hassan,amira@mail.example.org,Oak,Year 1\nAmira Hassan,AMIRA@mail.example.org,Class Elm,3\nBen Cole,,Elm,\n`,
    );
    expect(told).toEqual([
      'joins: Amira Hassan <amira@mail.example.org> Oak 1, Elm 3',
      'joins: Ben Cole <> Elm',
    ]);
    expect(changes[0]?.rows).toEqual([2, 3]);
  });

  it('keeps adults of one row in one household, and joins who is known to theirs', () => {
    const known = adult('Amira Hassan', 'amira@mail.example.org', [[oak, '']]);
    const { changes } = plan(
      'Parent 1 name,Parent 1 email,Parent 2 name,Class\nAmira Hassan,amira@mail.example.org,Sam Hassan,Oak\nJo Reed,,Al Reed,Oak\n',
      {
        adults: [known],
      },
    );
    expect(changes.map((each) => [each.name, each.household])).toEqual([
      ['Sam Hassan', known.household],
      ['Jo Reed', undefined],
      ['Al Reed', undefined],
    ]);
    expect(changes[1]?.family).toBe(changes[2]?.family);
  });

  it.each([
    ['the same, in other letters', 'AMIRA@mail.example.org', 'Amira Hassan', []],
    [
      'a new address',
      'new@mail.example.org',
      'Amira Hassan',
      ['changes: Amira Hassan <new@mail.example.org> Oak'],
    ],
    [
      'a new name',
      'amira@mail.example.org',
      'Amira Khan',
      ['changes: Amira Khan <amira@mail.example.org> Oak'],
    ],
    ['no address', '', 'Amira Hassan', []],
  ])('for one who is written down, with %s', (_what, email, name, expected) => {
    const adults = [adult('Amira Hassan', 'amira@mail.example.org', [[oak, '']])];
    expect(plan(`${HEAD}${name},${email},Oak,\n`, { adults }).told).toEqual(expected);
  });

  it('tells a couple with one mailbox apart', () => {
    const adults = [adult('Amira Hassan', 'home@mail.example.org', [[oak, '']])];
    const { told, same } = plan(
      `${HEAD}Sam Hassan,home@mail.example.org,Oak,\nAmira Hassan,home@mail.example.org,Oak,\n`,
      { adults },
    );
    expect(told).toEqual(['joins: Sam Hassan <home@mail.example.org> Oak']);
    expect(same).toBe(1);
  });

  it('writes a year down where none was known, and drops none that the list does not say', () => {
    const adults = [
      adult('Ada', 'ada@mail.example.org', [[oak, '']]),
      adult('Bo', 'bo@mail.example.org', [[oak, '2']]),
    ];
    const { told } = plan(`${HEAD}Ada,ada@mail.example.org,Oak,Y1\nBo,bo@mail.example.org,Oak,\n`, {
      adults,
    });
    expect(told).toEqual(['changes: Ada <ada@mail.example.org> Oak 1']);
  });

  it.each([
    ['add', []],
    ['classes', ['changes: Both <both@mail.example.org> Elm', 'leaves: Gone <gone@mail.example.org>']],
    [
      'all',
      [
        'leaves: Both <both@mail.example.org>',
        'leaves: Elsewhere <else@mail.example.org>',
        'leaves: Gone <gone@mail.example.org>',
      ],
    ],
  ] as const)('as the whole of “%s”, who is not in it', (scope, expected) => {
    const adults = [
      adult('Stays', 'stays@mail.example.org', [[oak, '']]),
      adult('Gone', 'gone@mail.example.org', [[oak, '']]),
      adult('Both', 'both@mail.example.org', [
        [oak, ''],
        [elm, ''],
      ]),
      adult('Elsewhere', 'else@mail.example.org', [[elm, '']]),
      adult('Long gone', 'long@mail.example.org', [], day),
    ];
    const { told } = plan(`${HEAD}Stays,stays@mail.example.org,Oak,\n`, { adults, scope });
    expect(told.toSorted()).toEqual([...expected]);
  });

  it('takes back who had left', () => {
    const adults = [adult('Amira Hassan', 'amira@mail.example.org', [], day)];
    expect(plan(`${HEAD}Amira Hassan,,Elm,\n`, { adults }).told).toEqual([
      'returns: Amira Hassan <amira@mail.example.org> Elm',
    ]);
  });

  it('ends a class when the list says that the child left it', () => {
    const adults = [
      adult('Amira Hassan', 'amira@mail.example.org', [
        [oak, '1'],
        [elm, ''],
      ]),
    ];
    const text = 'Name,Email,Class,Status\nAmira Hassan,amira@mail.example.org,Oak,left\n';
    expect(plan(text, { adults }).told).toEqual(['changes: Amira Hassan <amira@mail.example.org> Elm']);
  });

  it('adds, leaves out or renames a class that is not listed, as it is told', () => {
    const text = `${HEAD}Amira Hassan,a@mail.example.org,3B,Year 3\n`;
    expect(plan(text).told).toEqual(['joins: Amira Hassan <a@mail.example.org> new 3b 3']);
    expect(plan(text).unknownClasses).toEqual([{ name: '3B', years: ['3'] }]);
    const choose = (choice: ClassChoice) => plan(text, { choices: new Map([['3b', choice]]) }).told;
    expect(choose('out')).toEqual(['joins: Amira Hassan <a@mail.example.org>']);
    expect(choose(elm.id)).toEqual(['joins: Amira Hassan <a@mail.example.org> Elm 3']);
  });

  it('finds the only class of a year when the list gives the year alone', () => {
    const { told, unknownClasses } = plan('Name,Year group\nAmira Hassan,Year 3\nBen Cole,Year 1\n');
    expect(told).toEqual(['joins: Amira Hassan <> Elm 3', 'joins: Ben Cole <> new year 1 1']);
    expect(unknownClasses.map((each) => each.name)).toEqual(['Year 1']);
  });

  it('names every row with a problem, and never what is in it', () => {
    const { problems, told } = plan(
      `Name,Email,Class,Year,Start date\nAmira Hassan,amira(at)home,Oak,Year 99,31/2/2026\n,a@mail.example.org,Oak,,\n,,Oak,,\n`,
    );
    expect(problems.map((each) => `${each.row}: ${each.what}`)).toEqual([
      '2: The year group is not one of this nation’s.',
      '2: The day they joined is not a day written day first, like 3/9/2026.',
      '2: The email address of parent 1 is not an address.',
      '3: Parent 1 has an address but no name.',
      '4: There is no parent’s name in this row.',
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/Amira|home|99/);
    expect(told).toEqual(['joins: Amira Hassan <> Oak']);
  });

  it('is nothing the second time, whatever the list', () => {
    const name = fc.constantFrom('Amira Hassan', 'Ben Cole', 'amira hassan', 'Zoë Ünal', 'Jo');
    const email = fc.constantFrom('', 'a@mail.example.org', 'b@mail.example.org', 'home@mail.example.org');
    const where = fc.constantFrom('Oak', 'Elm', 'Class Oak', '');
    const year = fc.constantFrom('', 'Year 1', 'Y2', '3');
    const row = fc.tuple(name, email, where, year);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('add', 'classes', 'all'),
        (rows, scope) => {
          const text = HEAD + rows.map((cells) => cells.join(',')).join('\n');
          const first = plan(text, { scope });
          const choices = new Map<string, ClassChoice>(
            first.unknownClasses.map((each) => [each.name.toLowerCase(), 'out']),
          );
          const adults = plan(text, { scope, choices }).changes.map(
            (change): Adult => ({
              ...adult(change.name, change.email, []),
              places: change.places.flatMap(({ at, year }) =>
                typeof at === 'string' ? [{ id: newId<'adult-class'>(), classId: at, year, from: day }] : [],
              ),
            }),
          );
          expect(plan(text, { adults, scope, choices }).told).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
