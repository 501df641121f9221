import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChatReadError, readExport, readExportFrom } from '../src/index.ts';
import { LARGEST_CHAT } from '../src/input/zip-chat.ts';

const CHAT = '17/11/2023, 15:30 - Ruth: Crème\n17/11/2023, 15:31 - Ben: hi\n';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}

function whatItIs(bytes: Uint8Array): string | null {
  try {
    readExport(bytes);
  } catch (error) {
    if (error instanceof ChatReadError) return error.whatItIs;
    throw error;
  }
  throw new Error('read without an error');
}

describe('files', () => {
  it.each([
    ['UTF-16, little end first', utf16(CHAT, 'le', true), 'utf-16le'],
    ['UTF-16, big end first', utf16(CHAT, 'be', true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(CHAT, 'le', false), 'utf-16le'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${CHAT}`), 'utf-8'],
  ])('reads %s', (_what, bytes, encoding) => {
    const chat = readExport(bytes);
    expect(chat.messages.map((message) => message.text)).toEqual(['Crème', 'hi']);
    expect(chat.format.encoding).toBe(encoding);
  });

  it('reads a file cut in the middle of a letter, and says so', () => {
    const bytes = new TextEncoder().encode(
      '17/11/2023, 15:30 - Ruth: one\n17/11/2023, 15:31 - Ben: caf\u00e9',
    );
    const chat = readExport(bytes.slice(0, -1));
    expect(chat.messages.map((message) => message.text)).toEqual(['one', 'caf\ufffd']);
    expect(chat.warnings).toContainEqual(expect.objectContaining({ code: 'broken-letters', line: 2 }));
  });

  it.each([
    ['a PDF document', '%PDF-1.7\n%abc'],
    ['a picture (PNG)', '\x89PNG\r\n'],
    ['a rich text document (RTF)', '{\\rtf1 17/11/2023, 15:30 - Ruth: x}'],
    ['a file that is not text', 'ab\0\x01\x02\x03cd'],
    [
      'a text without WhatsApp messages',
      'Dear parents,\n\nFriday 17/11/2023 is a non-uniform day. 9:10 - assembly\n',
    ],
    ['a text without WhatsApp messages', 'date,time,name\n17/11/2023,15:30,Ruth\n'],
    ['a text without WhatsApp messages', '<!doctype html><p>[17/11/2023] hello</p>'],
    ['a text without WhatsApp messages', '2016-04-29 10:30:00 log\n2016-04-29 10:30:01 log\n'],
    ['an empty file', ''],
  ])('says of a file that it is %s', (what, text) => {
    expect(whatItIs(new Uint8Array(Buffer.from(text, 'latin1')))).toBe(what);
  });

  it('says of one that is far bigger than any chat what to do, and does not read it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handbell-big-'));
    try {
      const path = join(folder, 'backup.bin');
      const file = await open(path, 'w');
      // Empty space takes no room on the disk.
      await file.truncate(LARGEST_CHAT + 1);
      await file.close();
      const refused = readExportFrom(await openAsBlob(path));
      await expect(refused).rejects.toMatchObject({ code: 'too-big', whatItIs: 'a very big file' });
      await expect(refused).rejects.toThrow(/far bigger than any chat.*choose "Export chat", and give us/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('tells how far it has come', () => {
    const seen: number[] = [];
    const text = '17/11/2023, 15:30 - Ruth: some words to fill the file with\n'.repeat(60_000);
    readExport(new TextEncoder().encode(text), { onProgress: (fraction) => seen.push(fraction) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(1);
  });
});
