import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, messagesOf, readText } from './helpers.ts';

const android = (...bodies: string[]) =>
  bodies.map((body, at) => `17/11/2023, 15:${10 + at} - ${body}\n`).join('');
const ios = (...bodies: string[]) =>
  bodies.map((body, at) => `[17/11/2023, 15:${10 + at}:00] ${body}\r\n`).join('');
const pairs = (text: string) => brief(messagesOf(text)).map(([, sender, words]) => [sender, words]);

describe('what is remembered from line to line', () => {
  const letter = fc.constantFrom('a', 'b', 'é', '🦊', ' ', '4', '\u202f');
  const name = fc.string({ unit: letter, minLength: 1, maxLength: 24 }).map((middle) => `X${middle}x`);
  const day = fc.integer({ min: 1, max: 28 });
  const year = fc.integer({ min: 2013, max: 2024 });

  it('never takes one name or date for another that is nearly the same', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, day, year), { minLength: 2, maxLength: 12 }), (rows) => {
        // The first line proves the order; the last keeps the others away from the end of the file.
        const lines = [['Zed', 28, 2012] as const, ...rows, ['Zed', 28, 2024] as const];
        const text = lines.map(
          ([who, at, of]) => `${at}/11/${of}, 15:30 - ${who}: hello ${'!'.repeat(60)}\n`,
        );
        const found = messagesOf(text.join('')).map((message) => [message.sender, message.at.slice(0, 10)]);
        const wanted = lines.map(([who, at, of]) => [
          who.replaceAll('\u202f', ' '),
          `${of}-11-${String(at).padStart(2, '0')}`,
        ]);
        expect(found).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});

describe('names', () => {
  it.each([
    'Owen - Reception',
    'Sian [Brownies]',
    '“Nana” Pat',
    "O'Neill",
    '🦊🦊',
    'Ann Added',
    'Left Foot Larry',
    'سلمى',
    'דנה',
    '+44 7700 900123',
    'Year 5, Oak & Ash',
    'A.B.',
    'Mum (Zayn)',
  ])('%s', (name) => {
    expect(pairs(android(`${name}: hi there`, `${name}: see: this`))).toEqual([
      [name, 'hi there'],
      [name, 'see: this'],
    ]);
  });

  it('are found in a file without spaces after colons, and keep a colon of their own in others', () => {
    const tight = '[20/01/19, 11:23:01] Bob:Hi\r\n[20/01/19, 11:24:01] Ann:see: you\r\n';
    expect(pairs(tight)).toEqual([
      ['Bob', 'Hi'],
      ['Ann', 'see: you'],
    ]);
    for (const name of ['R:S', '12:30', '10:30 Club']) {
      expect(pairs(ios(`${name}: hello`, `${name}: again`))).toEqual([
        [name, 'hello'],
        [name, 'again'],
      ]);
    }
  });

  it('cleans numbers of marks, spaces and hyphens', () => {
    const text = ios(
      '\u202a+44\u00a07700\u00a0900200\u202c: a',
      '\u202a+44 7700\u2011900200\u202c: b',
      '~\u202fPetra: c',
      '~ Petra: d',
      '~Petra: e',
    );
    expect(messagesOf(text).map((message) => message.sender)).toEqual([
      '+44 7700 900200',
      '+44 7700-900200',
      '~ Petra',
      '~ Petra',
      '~ Petra',
    ]);
  });

  it('keeps a name that holds a colon, when all its messages go on the same way', () => {
    expect(pairs(android('Oak: Ruth: hi', 'Ben: yes', 'Oak: Ruth: well: yes', 'Oak: Ruth: bye'))).toEqual([
      ['Oak: Ruth', 'hi'],
      ['Ben', 'yes'],
      ['Oak: Ruth', 'well: yes'],
      ['Oak: Ruth', 'bye'],
    ]);
  });

  it('keeps two names with the same first part', () => {
    const text = android('Oak: Ruth: a', 'Oak: Sam: b', 'Oak: Ruth: c', 'Oak: Sam: d');
    expect(pairs(text).map(([sender]) => sender)).toEqual(['Oak: Ruth', 'Oak: Sam', 'Oak: Ruth', 'Oak: Sam']);
  });

  it('knows a name with a colon from a notice', () => {
    const text = android('Ben added Oak: Ruth', 'Oak: Ruth: hello', 'Ben: hi');
    expect(pairs(text).slice(1)).toEqual([
      ['Oak: Ruth', 'hello'],
      ['Ben', 'hi'],
    ]);
  });

  it('knows a name with a colon by the mark of iOS', () => {
    const text = ios('Oak: Ruth: \u200eimage omitted', 'Oak: Ruth: hello', 'Ben: hi');
    expect(messagesOf(text).map((message) => message.sender)).toEqual(['Oak: Ruth', 'Oak: Ruth', 'Ben']);
  });

  it('leaves words with a colon to the words when the person also writes without', () => {
    expect(pairs(android('Ben: Reminder: bring shoes', 'Ben: Reminder: and socks', 'Ben: ta'))).toEqual([
      ['Ben', 'Reminder: bring shoes'],
      ['Ben', 'Reminder: and socks'],
      ['Ben', 'ta'],
    ]);
    expect(pairs(android('Ben: Reminder: bring shoes', 'Ben: Reminder: and socks'))).toEqual([
      ['Ben', 'Reminder: bring shoes'],
      ['Ben', 'Reminder: and socks'],
    ]);
    expect(pairs(android('Ben: Tuesday plan: swim'))).toEqual([['Ben', 'Tuesday plan: swim']]);
  });

  it('takes no group for a person', () => {
    const text = ios(
      'Year 5: Oak: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.',
      'Year 5: Oak: \u200eRuth created this group',
      'Ruth: hi',
    );
    const chat = readText(text);
    expect(chat.members.map((member) => member.name)).toEqual(['Ruth']);
    expect(chat.title).toBe('Year 5: Oak');
  });

  it('lists the people an iOS text mentions', () => {
    const [message] = messagesOf(ios('Ruth: over to @\u2068Callum B\u2069 and @\u2068~Petra\u2069'));
    expect(message?.mentions).toEqual(['Callum B', '~ Petra']);
    expect(messagesOf(android('Ruth: ask @447700900123 please'))[0]?.mentions).toEqual(['+447700900123']);
  });
});

describe('names with a colon in notices', () => {
  it('reads a notice about someone whose name holds a colon', () => {
    const text = android('Oak: Ruth: a', 'Oak: Ruth: b', 'Oak: Ruth left', 'Ben: bye');
    const [, , notice] = messagesOf(text);
    expect(notice).toMatchObject({
      kind: 'system',
      sender: null,
      event: { type: 'left', actor: 'Oak: Ruth' },
    });
  });
});
