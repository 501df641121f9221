import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { ChatReadError, type Message, readExport, readExportFrom, readExportStream } from '../src/index.ts';
import { makeBomb, makeZip } from './make-zip.ts';

const CHAT = '17/11/2023, 15:30 - Ruth: IMG-1.jpg (file attached)\n17/11/2023, 15:31 - Ben: hi\n';

function failure(bytes: Uint8Array): ChatReadError {
  try {
    readExport(bytes);
  } catch (error) {
    if (error instanceof ChatReadError) return error;
    throw error;
  }
  throw new Error('read without an error');
}

async function streamed(bytes: Uint8Array): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of readExportStream(new Blob([Buffer.from(bytes)]))) messages.push(...batch);
  return messages;
}

/** The forms that wait for their bytes; each gives how many messages it read. */
const waiting: readonly (readonly [form: string, read: (file: Blob) => Promise<number>])[] = [
  ['whole', async (file) => (await readExportFrom(file)).messages.length],
  [
    'streamed',
    async (file) => {
      let count = 0;
      for await (const batch of readExportStream(file)) count += batch.length;
      return count;
    },
  ],
];

/** Bytes of a zip's end that are read to find its directory. */
const END = 66_000;

/** A file that counts what is read of it, and may go away. */
class Watched extends Blob {
  read = 0;
  #most = Number.POSITIVE_INFINITY;
  #failure: unknown;

  constructor(bytes: Uint8Array) {
    super([Buffer.from(bytes)]);
  }

  /** Lets no more than `most` bytes be read before it fails. */
  goesAfter(most: number, failure: unknown): void {
    this.#most = most;
    this.#failure = failure;
  }

  override slice(...range: Parameters<Blob['slice']>): Blob {
    const part = super.slice(...range);
    this.read += part.size;
    if (this.read <= this.#most) return part;
    return Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(this.#failure) });
  }
}

function outcome(bytes: Uint8Array): string {
  try {
    readExport(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof ChatReadError) return error.code;
    throw error;
  }
}

describe('zips', () => {
  it.each([
    ['packed', {}],
    ['stored', { store: true }],
    ['with sizes after the data', { descriptor: true }],
  ])('reads a chat that is %s', (_what, how) => {
    const chat = readExport(makeZip([{ name: '_chat.txt', data: CHAT, ...how }]));
    expect(chat.messages.length).toBe(2);
    expect(chat.format.fileInZip).toBe('_chat.txt');
  });

  it('matches files to those in the zip and reports the missing', () => {
    const chat = readExport(
      makeZip([
        { name: '_chat.txt', data: CHAT },
        { name: 'IMG-1.jpg', data: 'abcd' },
      ]),
    );
    expect(chat.media).toEqual([{ index: 0, type: 'image', file: 'IMG-1.jpg', inZip: true, size: 4 }]);
    const lone = readExport(makeZip([{ name: '_chat.txt', data: CHAT }]));
    expect(lone.media[0]?.inZip).toBe(false);
    expect(lone.warnings.map((warning) => warning.code)).toContain('missing-media');
  });

  it('believes any words in brackets after the name of a file that is in the zip', () => {
    const text = '17/11/2023, 15:30 - Ruth: notes.pdf (wedi atodi)\n17/11/2023, 15:31 - Ben: hi (all)\n';
    const chat = readExport(
      makeZip([
        { name: 'chat.txt', data: text },
        { name: 'notes.pdf', data: 'x' },
      ]),
    );
    expect(chat.messages.map((message) => message.attachment)).toEqual(['notes.pdf', null]);
  });

  it('takes neither __MACOSX nor other texts for the chat', () => {
    const bytes = makeZip([
      { name: '__MACOSX/._chat.txt', data: '17/11/2023, 15:30 - Wrong: no\n' },
      { name: 'WhatsApp Chat/readme.txt', data: 'Hello' },
      { name: 'WhatsApp Chat/minutes of whatsapp meeting.txt', data: 'Nothing was said on 17/11/2023.\n' },
      { name: 'WhatsApp Chat/Chat z Ola.txt', data: CHAT },
    ]);
    expect(readExport(bytes).format.fileInZip).toBe('WhatsApp Chat/Chat z Ola.txt');
  });

  it('reads a file name in Cyrillic', () => {
    const bytes = makeZip([{ name: 'Чат WhatsApp с контактом Ола.txt', data: CHAT }]);
    expect(readExport(bytes).messages.length).toBe(2);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['cut short', () => makeZip([{ name: '_chat.txt', data: CHAT.repeat(500) }]).slice(0, -60), 'zip-broken'],
    ['broken in the middle', () => broken(), 'zip-broken'],
    ['locked', () => makeZip([{ name: '_chat.txt', data: CHAT, encrypted: true }]), 'zip-encrypted'],
    ['a bomb', () => makeBomb('_chat.txt', 600), 'zip-too-big'],
    ['a bomb that lies about its size', () => makeBomb('_chat.txt', 100, 1), 'zip-too-big'],
    ['without a text', () => makeZip([{ name: 'a.jpg', data: 'x' }]), 'zip-without-chat'],
    [
      'a zip in a zip',
      () => makeZip([{ name: 'WhatsApp Chat.zip', data: makeZip([{ name: '_chat.txt', data: CHAT }]) }]),
      'zip-without-chat',
    ],
    ['a Word document', () => makeZip([{ name: 'word/document.xml', data: '<a/>' }]), 'not-text'],
    ['a spreadsheet', () => makeZip([{ name: 'xl/workbook.xml', data: '<a/>' }]), 'not-text'],
    ['a text that is no chat', () => makeZip([{ name: 'notes.txt', data: 'Hello' }]), 'not-an-export'],
  ])('answers a zip that is %s with a clear error, in every form', async (_what, make, code) => {
    const error = failure(make());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\.$/);
    await expect(streamed(make())).rejects.toMatchObject({ code, message: error.message });
    await expect(readExportFrom(make())).rejects.toMatchObject({ code, message: error.message });
  });

  it('unpacks no more than the beginning of a text to tell whether it is the chat', async () => {
    // Noise packs badly, so that its end lies far behind what is looked at; there it is broken.
    const noise = Array.from({ length: 60_000 }, (_, at) => `${Math.imul(at, 0x9e3779b1)} word`).join('\n');
    const bytes = makeZip([
      { name: '_chat.txt', data: 'Hello' },
      { name: 'b.txt', data: noise },
    ]);
    const inside = bytes.length - 1000;
    bytes.fill(0xff, inside, inside + 400);
    // Were it unpacked to its end, it would be found to be broken.
    expect(failure(bytes).code).toBe('not-an-export');
    await expect(streamed(bytes)).rejects.toMatchObject({ code: 'not-an-export' });
  });

  it('reads a zip over 4 GB, whose sizes and places take more than 32 bits', async () => {
    const parts = [
      { name: 'IMG-1.jpg', data: 'abcd' },
      { name: '_chat.txt', data: CHAT },
    ];
    const bytes = makeZip(parts, { large: true });
    const chat = readExport(bytes);
    expect(chat.messages.slice()).toEqual(readExport(makeZip(parts)).messages.slice());
    expect(chat.media[0]).toMatchObject({ inZip: true, size: 4 });
    expect(await streamed(bytes)).toEqual(chat.messages.slice());
    // Any of its records damaged is an error like any other.
    for (let at = bytes.length - 98; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at] = 0xff;
      expect(['read', 'zip-broken', 'zip-too-big'], `byte ${at}`).toContain(outcome(damaged));
    }
  });

  it('finds out letters that changed on the way by their check sum', () => {
    const bytes = makeZip([{ name: '_chat.txt', data: CHAT, store: true }]);
    const at = Buffer.from(bytes).indexOf('hi');
    bytes[at] = 'H'.charCodeAt(0);
    expect(failure(bytes).code).toBe('zip-broken');
  });

  it('passes over what follows the end of a packed chat, as zip programs do', async () => {
    const bytes = makeZip([{ name: '_chat.txt', data: CHAT }], { trailing: 9 });
    const file = new Blob([Buffer.from(bytes)]);
    const wanted = readExport(bytes).messages.slice();
    expect(wanted.length).toBe(2);
    expect((await readExportFrom(file)).messages.slice()).toEqual(wanted);
    expect(await streamed(bytes)).toEqual(wanted);
  });

  it('takes the larger of two files of one name, and the chat before either', () => {
    const twice = makeZip([
      { name: '_chat.txt', data: 'hello' },
      { name: '_chat.txt', data: CHAT },
      { name: '_chat.txt', data: 'hello '.repeat(100) },
    ]);
    expect(readExport(twice).messages.length).toBe(2);
  });

  it('never unpacks media, however large', () => {
    const parts = [
      { name: '_chat.txt', data: CHAT },
      { name: 'VID-1.mp4', data: Buffer.alloc(64 << 20) },
    ];
    expect(readExport(makeZip(parts)).messages.length).toBe(2);
  });

  it('reads blobs and streams as it reads bytes', async () => {
    const bytes = makeZip([
      { name: 'letter.txt', data: 'Dear all' },
      { name: '_chat.txt', data: CHAT },
      { name: 'IMG-1.jpg', data: 'abcd' },
    ]);
    const wanted = JSON.stringify(readExport(bytes));
    const blob = new Blob([Buffer.from(bytes)]);
    for (const source of [bytes, blob, blob.stream()])
      expect(JSON.stringify(await readExportFrom(source))).toBe(wanted);
  });

  it('reads nothing of a file but the directory and the chat', async () => {
    const bytes = makeZip([
      { name: 'VID-1.mp4', data: randomBytes(4 << 20) },
      { name: '_chat.txt', data: CHAT },
    ]);
    const file = new Watched(bytes);
    const chat = await readExportFrom(file);
    expect(chat.messages.length).toBe(2);
    expect(file.read).toBeLessThan(1 << 17);
  });

  it.each(waiting)(
    'gives a trap to be unpacked by some kilobytes, so that it is soon seen: %s',
    async (_form, read) => {
      const file = new Watched(makeBomb('_chat.txt', 400, 1));
      await expect(read(file)).rejects.toMatchObject({ code: 'zip-too-big' });
      // What is on its way in the platform's stream has been read as well.
      expect(file.read - END).toBeLessThan(0.75 * file.size);
    },
  );

  it.each(waiting)(
    'tells a file that goes away while it is read from a broken one: %s',
    async (_form, read) => {
      const noise = Array.from(
        { length: 20_000 },
        (_, at) => `17/11/2023, 15:31 - Ben: ${Math.imul(at, 0x9e3779b1)}`,
      );
      const file = new Watched(makeZip([{ name: '_chat.txt', data: noise.join('\n') }]));
      const gone = new DOMException('The file could not be read.', 'NotReadableError');
      file.goesAfter(END + 40_000, gone);
      await expect(read(file)).rejects.toBe(gone);
    },
  );

  it.each(waiting)('is read where the platform has no inflater for zips: %s', async (_form, read) => {
    vi.stubGlobal(
      'DecompressionStream',
      class {
        constructor() {
          throw new TypeError('no such format');
        }
      },
    );
    try {
      const bytes = makeZip([{ name: '_chat.txt', data: CHAT.repeat(5000) }]);
      expect(await read(new Blob([Buffer.from(bytes)]))).toBe(10_000);
      await expect(read(new Blob([Buffer.from(broken())]))).rejects.toMatchObject({ code: 'zip-broken' });
      await expect(read(new Watched(makeBomb('_chat.txt', 100, 1)))).rejects.toMatchObject({
        code: 'zip-too-big',
      });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('leaves a stream unlocked that it has read', async () => {
    const stream = new Blob([CHAT]).stream();
    await readExportFrom(stream);
    expect(stream.locked).toBe(false);
  });
});

function broken(): Uint8Array {
  const bytes = makeZip([{ name: '_chat.txt', data: CHAT.repeat(50) }]);
  return bytes.fill(0xff, 50, 90);
}
