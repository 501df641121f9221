import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChatReadError, type Message, readExport } from '../../src/index.ts';
import { allLanguages } from '../../src/languages/all.ts';
import { makeZip } from '../make-zip.ts';
import { complaintAbout, differenceFrom, differenceOfForms, differenceOfZips } from './checks.ts';
import { FAMILIES } from './families.ts';
import { damagedBytes, damagedExport, noise } from './hostile.ts';
import { writeExport } from './meaning.ts';
import { Random } from './random.ts';
import { anyZip } from './zips.ts';

const readable = allLanguages.filter((table) => table.code !== 'mul');
const pairs = FAMILIES.flatMap((family) =>
  readable.map((language) => [family.name, language.code, family, language] as const),
);
const anySeed = fc.integer();
const encoder = new TextEncoder();

/** Does reading end with messages or with a typed error? */
function endsWell(bytes: Uint8Array): boolean {
  try {
    readExport(bytes);
    return true;
  } catch (error) {
    return error instanceof ChatReadError;
  }
}

function messagesIn(bytes: Uint8Array): readonly Message[] | null {
  try {
    return readExport(bytes).messages.slice();
  } catch (error) {
    if (error instanceof ChatReadError) return null;
    throw error;
  }
}

function pick<T>(list: readonly T[], seed: number): T {
  return new Random(seed).pick(list);
}

describe('a fuzz of meaning', () => {
  it.each(pairs)('%s in %s comes back as it was meant', (_name, _code, family, language) => {
    for (let seed = 0; seed < 4; seed += 1) {
      const { text, known } = writeExport(new Random(seed), family, language);
      expect(differenceFrom(text, known, family.locale), `seed ${seed}:\n${text}`).toBeNull();
    }
  });
});

describe('a fuzz of damaged files', () => {
  it('throws nothing but its own error and invents nothing', () => {
    fc.assert(
      fc.property(
        anySeed,
        (seed) =>
          complaintAbout(encoder.encode(damagedExport(new Random(seed), FAMILIES, readable))) === null,
      ),
      { numRuns: 1500 },
    );
  });

  it('reads the same in the streaming form', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const random = new Random(seed);
        const file = damagedBytes(random, damagedExport(random, FAMILIES, readable));
        expect(await differenceOfForms(file)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('takes an entry that begins behind the end of its zip for broken in all three forms', async () => {
    const zip = makeZip([{ name: '_chat.txt', data: '', store: true }]);
    const nameLength = 26;
    zip.set([0xff, 0xff], nameLength);
    expect(() => readExport(zip)).toThrow(expect.objectContaining({ code: 'zip-broken' }));
    expect(await differenceOfZips(zip)).toBeNull();
  });

  it('reads zips alike in all three forms, whatever is in them and whatever happened to them', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const random = new Random(seed);
        const chat = () => writeExport(random, random.pick(FAMILIES), random.pick(readable)).text;
        expect(await differenceOfZips(anyZip(random, { chat, noise: () => noise(random) }))).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('makes no message of noise', () => {
    fc.assert(
      fc.property(anySeed, (seed) => complaintAbout(encoder.encode(noise(new Random(seed)))) === null),
      { numRuns: 2000 },
    );
  });

  it('reads damaged letters as the signs that stand for them, wherever they are', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }), (seed, changes) => {
        const { text } = writeExport(new Random(seed), pick(FAMILIES, seed), pick(readable, seed));
        const bytes = new TextEncoder().encode(text);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        // A byte order mark that the changes made would be left out twice.
        const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        expect(messagesIn(bytes)).toEqual(messagesIn(again));
      }),
      { numRuns: 400 },
    );
  });

  it('ends well on any bytes, and on zips with any byte changed', () => {
    const zip = makeZip([{ name: '_chat.txt', data: '17/11/2023, 15:30 - Ruth: hi\n' }]);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), endsWell));
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, byte) => {
        const damaged = zip.slice();
        damaged[at] = byte;
        return endsWell(damaged);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Texts on which a careless reader takes time that grows faster than the text. */
const WORST: readonly (readonly [string, (times: number) => string])[] = [
  ['one long line', (times) => `17/11/2023, 15:30 - Ruth: ${'la '.repeat(times)}`],
  ['brackets', (times) => '['.repeat(times)],
  ['bracket lines', (times) => '[1\n'.repeat(times)],
  ['digits', (times) => '9'.repeat(times)],
  ['almost headers', (times) => '17/11/2023, 15:30 \n'.repeat(times / 8)],
  ['wide almost headers', (times) => '١٧/١١/٢٠٢٣، ١٥:٣٠\n'.repeat(times / 16)],
  [
    'senders',
    (times) =>
      Array.from({ length: times / 16 }, (_, at) => `17/11/2023, 15:30 - a${at}: b${at}: c\n`).join(''),
  ],
  [
    'quoted senders',
    (times) => Array.from({ length: times / 16 }, (_, at) => `17/11/2023, 15:30 - "a${at}: b\n`).join(''),
  ],
  ['notices', (times) => '17/11/2023, 15:30 - a added b added c added d and e and f\n'.repeat(times / 32)],
  ['unknown notices', (times) => '17/11/2023, 15:30 - zzz zzz zzz\n'.repeat(times / 16)],
  ['marks', (times) => `17/11/2023, 15:30 - Ruth: ${'\u200e'.repeat(times)}`],
  ['angles', (times) => `17/11/2023, 15:30 - Ruth: ${'<'.repeat(times)}>`],
  ['mentions', (times) => `17/11/2023, 15:30 - Ruth: ${'@'.repeat(times)}`],
];

describe('hostile files', () => {
  it.each(WORST)('takes time in proportion: %s', (_what, make) => {
    const small = encoder.encode(make(40_000));
    const large = encoder.encode(make(320_000));
    const spent = (bytes: Uint8Array) => {
      const before = process.cpuUsage();
      for (let round = 0; round < 3; round += 1) endsWell(bytes);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    spent(small);
    // Eight times the text may take eight times as long; a square would take 64 times. The floor drowns noise.
    const floor = 20_000;
    expect((spent(large) + floor) / (spent(small) + floor)).toBeLessThan(32);
  });
});
