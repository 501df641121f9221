import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, fileOf, hostileMails, mailOf, partOf, SECRET, several } from '../../../test/mails.ts';
import { automaticKind, looksLikeSpam } from './automatic.ts';
import { readMessage } from './read.ts';
import { WORDS_LONGEST } from './words.ts';

const corpus = hostileMails();
const DOMAIN = 'oakfield.example.org';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/;

const sample = (name: string) => corpus.find((each) => each.name === name)?.raw ?? Buffer.alloc(0);

describe('the corpus of hostile mails', () => {
  it.each(corpus)('gives an answer to $name', async ({ raw, becomes }) => {
    const read = await readMessage(raw);
    expect(read.words.words.length).toBeLessThanOrEqual(WORDS_LONGEST + 1);
    expect(read.words.words).not.toMatch(UNSEEN);
    expect(read.files.length).toBeLessThanOrEqual(30);
    const kind = automaticKind(read.headers, read.sender.address, DOMAIN);
    expect(kind === undefined ? 'concern' : 'skip').toBe(becomes);
  });

  it('gives an answer to each of them damaged at random', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...corpus.filter(({ raw }) => raw.length < 20_000)),
        fc.nat(),
        async ({ raw }, seed) => {
          const read = await readMessage(damaged(raw, seed));
          return (
            !UNSEEN.test(read.words.words) && !UNSEEN.test(read.sender.address) && read.files.length <= 30
          );
        },
      ),
      { numRuns: 250, seed: 65 },
    );
    console.log(`hostile mails read: ${corpus.length} written, 250 damaged`);
  });
});

describe('reading a mail', () => {
  it('finds the words of a plain one, of a page, and of one whose coding nobody knows', async () => {
    for (const name of [
      'plain words',
      'a page only',
      'a charset nobody knows',
      'UTF-16 words',
      'bare line feeds',
    ]) {
      expect((await readMessage(sample(name))).words.words, name).toContain(SECRET);
    }
    expect((await readMessage(sample('a page only'))).words.words).not.toContain('alert');
  });

  it('takes the words of one with both kinds once', async () => {
    const body = several([partOf('text/plain', 'Once.'), partOf('text/html', '<p>Once.</p>')]);
    const read = await readMessage(
      mailOf({ subject: 'S', type: 'multipart/alternative; boundary=b1', body }),
    );
    expect(read.words.words).toBe('S\n\nOnce.');
  });

  it('keeps a long text whole beside the words', async () => {
    const { words } = await readMessage(mailOf({ body: 'word '.repeat(10_000) }));
    expect(words.words.length).toBe(WORDS_LONGEST + 1);
    expect(words.whole?.length).toBeGreaterThan(49_000);
  });

  it('leaves the sender’s own address and name out of the words', async () => {
    const body = 'Hello\n\nAda Reporter\nADA@home.example.org';
    const read = await readMessage(mailOf({ body }));
    expect(read.words.words).not.toMatch(/ada/i);
    expect(read.sender).toEqual({ name: 'Ada Reporter', address: 'ada@home.example.org' });
  });

  it('names nobody as sender when the field names two, or hides one behind another', async () => {
    expect((await readMessage(sample('two senders'))).sender.address).toBe('');
    expect((await readMessage(sample('a sender who hides another'))).sender.address).toBe('bad@example.org');
  });

  it('gives a mail whose header would be injected no further header', async () => {
    const read = await readMessage(sample('a subject with a coded line end'));
    expect(read.words.words.split('\n')[0]).toContain('Bcc');
    expect(read.headers.some(({ name }) => name === 'bcc')).toBe(false);
  });

  it('reads the start of one that is larger than what is fetched, and leaves out the file that is cut', async () => {
    const parts = [
      partOf('text/plain', 'Look at these.'),
      fileOf('a.bin', 'application/x-a', Buffer.alloc(3000, 1)),
      fileOf('b.bin', 'application/x-b', Buffer.alloc(30_000, 2)),
    ];
    const raw = mailOf({ type: 'multipart/mixed; boundary=b1', body: several(parts) });
    const read = await readMessage(raw.subarray(0, 12_000), raw.length);
    expect(read).toMatchObject({ cut: true, filesLeftOut: 1 });
    expect(read.files.map(({ bytes }) => bytes.length)).toEqual([3000]);
    expect(read.words.words).toContain('Look at these.');
  });

  it('says that one without any form is not sound', async () => {
    for (const name of ['nothing', 'random bytes', 'only null bytes', 'no sender']) {
      expect((await readMessage(sample(name))).sound, name).toBe(false);
    }
    expect((await readMessage(sample('plain words'))).sound).toBe(true);
  });

  it('gives the same hash to the same mail by another way, and another to other words', async () => {
    const base = { messageId: 'same@example.org' };
    const first = await readMessage(mailOf(base));
    const again = await readMessage(mailOf({ ...base, headers: ['Received: by another.example.org'] }));
    const other = await readMessage(mailOf({ ...base, body: 'Other words.' }));
    expect(again.contentHash).toBe(first.contentHash);
    expect(other.contentHash).not.toBe(first.contentHash);
  });

  it('marks spam and does not drop it', async () => {
    expect(looksLikeSpam((await readMessage(sample('spam'))).headers)).toBe(true);
    expect(looksLikeSpam((await readMessage(sample('plain words'))).headers)).toBe(false);
  });

  it('knows which mails it answers, the nearest first', async () => {
    const headers = ['In-Reply-To: <near@example.org>', 'References: <far@example.org> <near@example.org>'];
    expect((await readMessage(mailOf({ headers }))).answers).toEqual(['near@example.org', 'far@example.org']);
  });
});
