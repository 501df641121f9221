import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters, skipCharacters } from '../src/header/utf8.ts';
import { readExport } from '../src/index.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Bytes that are hardly ever valid UTF-8, and letters of every length among them. */
const broken = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(
          0x41,
          0x80,
          0xbf,
          0xc1,
          0xc3,
          0xe0,
          0xe2,
          0xed,
          0xf0,
          0xf4,
          0xf5,
          0xff,
          0x9f,
          0xa0,
          0x90,
        )
        .map((byte) => [byte]),
      fc
        .constantFrom('a', 'é', '’', '한', '👨‍👩‍👧', '\u200e', '\ufeff', '\ufffd')
        .map((text) => [...encoder.encode(text)]),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => Uint8Array.from(pieces.flat()));

describe('letters among bytes', () => {
  it('are counted as the decoder makes them, also where bytes are damaged', () => {
    fc.assert(
      fc.property(broken, (bytes) => {
        const text = decoder.decode(bytes);
        expect(countCharacters(bytes, 0, bytes.length)).toBe(text.length);
        expect(skipCharacters(bytes, 0, text.length)).toBe(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('do not shift the messages after damaged ones', () => {
    fc.assert(
      fc.property(broken, broken, (name, words) => {
        const chat = Buffer.concat([
          Buffer.from('17/11/2023, 15:30 - N'),
          name,
          Buffer.from('N: a'),
          words,
          Buffer.from('z\n17/11/2023, 15:31 - Ben: see: you\n'),
        ]);
        const [first, second] = readExport(chat).messages;
        expect(first?.text).toBe(`a${decoder.decode(words)}z`);
        expect(second).toMatchObject({ sender: 'Ben', text: 'see: you', at: '2023-11-17T15:31:00' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('words that are decoded many at a time', () => {
  it('are those of each message, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(broken, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.boolean(),
        (words, step, crlf) => {
          const count = 300;
          const end = Buffer.from(crlf ? '\r\n' : '\n');
          const lines = Array.from({ length: count }, (_, at) => [
            Buffer.from(`17/11/2023, 15:30 - Zoë ’${at % 3}: a`),
            words[at % words.length] ?? Uint8Array.of(),
            Buffer.from(at % 5 === 0 ? 'z\nmore' : 'z'),
            end,
          ]);
          const { messages } = readExport(Buffer.concat(lines.flat()));
          for (let turn = 0; turn < count; turn += 1) {
            const at = (turn * (2 * (step % 500) + 7)) % count;
            const tail = at % 5 === 0 ? 'z\nmore' : 'z';
            expect(messages.at(at)?.text).toBe(`a${decoder.decode(words[at % words.length])}${tail}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows mentions, in whatever order messages are asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 300, maxLength: 600 }), fc.nat(), (mentions, step) => {
        const lines = mentions.map(
          (has, at) =>
            `17/11/2023, 15:30 - Ann: a${at} ${has ? '@447700900123' : at % 3 === 0 ? 'a@b' : 'nobody'}\n`,
        );
        const { messages } = readExport(Buffer.from(lines.join('')));
        for (let turn = 0; turn < mentions.length; turn += 1) {
          const at = (turn * (2 * (step % 500) + 7)) % mentions.length;
          expect(messages.at(at)?.mentions).toEqual(mentions[at] ? ['+447700900123'] : []);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the bytes of an export', () => {
  const text = '17/11/2023, 15:30 - Ann: hi\n17/11/2023, 15:31 - Ben: ho\n';

  it('may not be given away: that is an error, not other words', () => {
    const bytes = encoder.encode(text);
    const chat = readExport(bytes);
    structuredClone(bytes, { transfer: [bytes.buffer] });
    expect(chat.messages).toHaveLength(2);
    expect(() => chat.messages.at(0)).toThrow(/given away/);
  });

  it('that are damaged are told of by their line', () => {
    const warningsOf = (letters: string) =>
      readExport(Buffer.from(text + letters, 'latin1')).warnings.filter(
        ({ code }) => code === 'broken-letters',
      );
    expect(warningsOf('17/11/2023, 15:32 - Ann: ok\n')).toEqual([]);
    expect(warningsOf('17/11/2023, 15:32 - Ann: \xe9t\xe9\n')).toMatchObject([{ line: 3 }]);
    expect(warningsOf('17/11/2023, 15:32 - Ann: \xf0\x9f\x8c\xbb\nb \xef\xbf\xbd\n')).toMatchObject([
      { line: 4 },
    ]);
  });
});
