import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Brought, bringFile, bringText } from './bring.ts';
import { readContacts } from './contacts.ts';
import { ImportFault } from './fault.ts';

const about = { phones: false, school: { name: 'Oakfield', urn: undefined }, today: '2027-03-09' };
const TEXT =
  'Name;Email;Class\nZoë Ünal;zoe@mail.example.org;Y1/2 Oak\nŁukasz Nowak;l@mail.example.org;Elm\n';
const WINDOWS = 'Name;Email;Class\nZoë Ünal;zoe@mail.example.org;Y1/2 Oak\n';

const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

function names(brought: Brought): readonly string[] {
  return readContacts(brought, brought.meanings, 'england').contacts.map((each) => each.name);
}

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 little-endian with a mark', utf16(TEXT, false, true)],
    ['UTF-16 big-endian with a mark', utf16(TEXT, true, true)],
    ['UTF-16 little-endian without a mark', utf16(TEXT, false, false)],
    ['UTF-16 big-endian without a mark', utf16(TEXT, true, false)],
    ['commas', Buffer.from(TEXT.replaceAll(';', ','))],
    ['tabs', Buffer.from(TEXT.replaceAll(';', '\t'))],
    ['old line ends', Buffer.from(TEXT.replaceAll('\n', '\r'))],
    ['a title above the headings', Buffer.from(`Parents of Oakfield\nPrinted 3/9/2026\n\n${TEXT}`)],
  ])('with %s is read', async (_how, bytes) => {
    expect(names(await bringFile(bytes, about))).toEqual(['Zoë Ünal', 'Łukasz Nowak']);
  });

  it('in Windows-1252 is read, and says so', async () => {
    const brought = await bringFile(Buffer.from(WINDOWS, 'latin1'), about);
    expect(names(brought)).toEqual(['Zoë Ünal']);
    expect(brought.notes.join()).toContain('Windows-1252');
  });

  it('keeps line breaks and separators inside quotation marks', () => {
    const brought = bringText(
      '"Parent\nname",Email,Class\n"O’Brien, Siân",s@mail.example.org,"Oak, upper"\n',
      about,
    );
    expect(names(brought)).toEqual(['Siân O’Brien']);
    expect(brought.rows[0]?.cells).toContain('Oak, upper');
  });

  it('without headings is read by what its cells look like', () => {
    const brought = bringText('Amira Hassan\tamira@mail.example.org\t3B\n', about);
    expect(brought.meanings).toEqual(['name.1', 'email.1', 'class']);
  });
});

describe('what is never taken', () => {
  it('is let go before anything is kept, whether its heading tells it or its cells do', () => {
    const brought = bringText(
      'Parent name,Email,Class,Mobile,UPN,Court order,Other,Note\n' +
        'Amira Hassan,a@mail.example.org,Oak,07700 900123,A123456789012,No contact,07700 900456,reads a lot\n',
      about,
    );
    expect(JSON.stringify(brought)).not.toMatch(/9001|9004|A1234|No contact/);
    expect(brought.notTaken.map((each) => `${each.heading}: ${each.why}`)).toEqual([
      'Mobile: phone',
      'UPN: number',
      'Court order: court',
      'Other: phone',
    ]);
    expect(brought.headers).toEqual(['Parent name', 'Email', 'Class', 'Note']);
  });

  it('but phone numbers are, where the school asks for them', () => {
    const text = 'Parent name,Mobile,Class\nAmira Hassan,07700 900123,Oak\n';
    expect(bringText(text, { ...about, phones: true }).meanings).toEqual(['name.1', 'phone.1', 'class']);
  });
});

describe('an Excel file', () => {
  it('is read, its days too', async () => {
    const joined = new Date(Date.UTC(2026, 8, 3));
    const { toBuffer } = await excel([
      ['Parent', 'Email', 'Class', 'Start date'],
      ['Zoë Ünal', 'zoe@mail.example.org', 'Oak', joined],
    ]);
    const brought = await bringFile(await toBuffer(), about);
    expect(brought.source).toBe('excel');
    const [contact] = readContacts(brought, brought.meanings, 'england').contacts;
    expect(contact?.joined?.toString()).toBe('2026-09-03');
  });
});

async function excel(rows: readonly (readonly (string | Date)[])[]) {
  return writeXlsxFile(
    rows.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value, type: String },
      ),
    ),
  );
}

describe('a file that is no list', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'no rows of people'],
    ['headings alone', Buffer.from('Name,Email\n'), 'no rows of people'],
    ['an older Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'older kind'],
    ['a PDF', Buffer.from('%PDF-1.7 example'), 'document or a picture'],
    ['another zip', Buffer.from(zipSync({ 'a.txt': Buffer.from('hello') })), 'neither an Excel list'],
    [
      'half a zip',
      Buffer.from(zipSync({ 'a.txt': Buffer.from('hello') })).subarray(0, 40),
      'zip that cannot be opened',
    ],
    [
      'a broken Excel file',
      Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<x') })),
      'Excel file cannot be opened',
    ],
    ['an open quotation mark', Buffer.from('Name,Email\n"Amira,a@mail.example.org\n'), 'quotation mark'],
    ['too many rows', Buffer.from(`Name\n${'Amira\n'.repeat(20_001)}`), 'too long'],
    ['too many columns', Buffer.from(`Name${',x'.repeat(300)}\nAmira\n`), 'too long'],
    ['too many bytes', Buffer.alloc(8 * 1024 * 1024 + 1, 0x20), 'too long'],
  ])('(%s) is told what it is', async (_what, bytes, words) => {
    await expect(bringFile(bytes, about)).rejects.toThrow(ImportFault);
    await expect(bringFile(bytes, about)).rejects.toThrow(words);
  });

  it('(a zip that unpacks to far more than it is) is refused before it is unpacked', async () => {
    const big = Buffer.from(zipSync({ 'users.csv': Buffer.from('x'), 'manifest.csv': Buffer.from('x') }));
    // The size that the zip's own list of its files gives for the first.
    big.writeUInt32LE(70 * 1024 * 1024, big.indexOf('PK\x01\x02') + 24);
    await expect(bringFile(big, about)).rejects.toThrow('unpacks to more than 64 MB');
  });
});

describe('any bytes', () => {
  const read = async (bytes: Uint8Array) => {
    try {
      return await bringFile(bytes, about);
    } catch (error) {
      if (error instanceof ImportFault) return undefined;
      throw error;
    }
  };

  it('give rows or a fault that says what to do', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((rest) => Buffer.concat([Buffer.from('PK\x03\x04'), rest])),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => utf16(text, false, true)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (each) => {
        const brought = await read(each);
        if (brought) expect(brought.headers.length).toBe(brought.meanings.length);
      }),
      { numRuns: 200 },
    );
  });

  it('of a zip with some of them changed give rows or a fault', async () => {
    const { toBuffer } = await excel([
      ['Name', 'Class'],
      ['Amira', 'Oak'],
    ]);
    const whole = await toBuffer();
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const copy = Buffer.from(whole);
        for (const [at, value] of changes) copy[at] = value;
        await read(copy);
      }),
      { numRuns: 150 },
    );
  });

  it('of a list lose no row: each gives a person or a problem with its number', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        'Amira Hassan',
        'a@mail.example.org',
        'Oak',
        'Year 3',
        '3/9/2026',
        'x@',
        '123',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/["\t\n\r]/.test(text)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 15 }),
        (cells) => {
          const head = 'Parent 1 name\tParent 1 email\tParent 2 name\tClass\tYear\tStart date\n';
          const text = cells.map((row) => row.join('\t')).join('\n');
          let brought: Brought;
          try {
            brought = bringText(head + text, about);
          } catch (error) {
            expect(error).toBeInstanceOf(ImportFault);
            return;
          }
          const { contacts, problems } = readContacts(brought, brought.meanings, 'england');
          const told = new Set([
            ...contacts.flatMap((each) => each.rows),
            ...problems.map((each) => each.row),
          ]);
          expect(
            brought.rows.filter((row) => row.cells.some((each) => each !== '') && !told.has(row.number)),
          ).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
