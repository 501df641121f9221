import { describe, expect, it } from 'vitest';
import { CHAT_TEXT, chatArchive } from '../../../test/mails.ts';
import { endingOf, fateOf } from './files.ts';

const file = (name: string, type: string, bytes: string | Buffer) => ({
  name,
  type,
  bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes, 'latin1'),
});

describe('what becomes of a file', () => {
  it.each([
    ['a JPEG, whatever its name', file('a.txt', 'text/plain', '\xff\xd8\xff\xe0'), 'picture'],
    ['a PNG', file('a.png', 'image/png', '\x89PNG\r\n\x1a\n'), 'picture'],
    ['a WebP', file('a.webp', 'image/webp', 'RIFF\0\0\0\0WEBP'), 'picture'],
    ['a program called picture', file('a.png', 'image/png', 'MZ\x90'), 'sealed'],
    ['an SVG with a script', file('a.svg', 'image/svg+xml', '<svg><script/></svg>'), 'sealed'],
    ['a PDF', file('a.pdf', 'application/pdf', '%PDF-1.7'), 'sealed'],
    ['a page', file('a.html', 'text/html', '<p>Hello'), 'sealed'],
    ['an archive', file('a.zip', 'application/zip', 'PK\x03\x04abc'), 'sealed'],
    ['a chat by its content', file('a.zip', 'application/zip', chatArchive()), 'chat'],
    ['a chat by its name', file('WhatsApp Chat with Oak.zip', 'application/zip', 'PK\x03\x04'), 'chat'],
    ['a chat as text', file('notes.txt', 'text/plain', CHAT_TEXT), 'chat'],
    ['a chat as text of another type', file('notes.txt', 'application/octet-stream', CHAT_TEXT), 'chat'],
    [
      'a chat with bracketed times',
      file(
        'a.txt',
        'text/plain',
        '[08/03/2027, 18:00:01] D: a\n[08/03/2027, 18:00:02] E: b\n[08/03/2027, 18:00:03] F: c',
      ),
      'chat',
    ],
    [
      'a letter that names one day',
      file('a.txt', 'text/plain', '08/03/2027, 18:00 it began.\nThen it went on.'),
      'text',
    ],
    ['text with a null byte', file('a.txt', 'text/plain', 'a\0b'), 'sealed'],
  ])('%s', (_name, given, kind) => expect(fateOf(given).kind).toBe(kind));

  it('reads a text in an old coding', () => {
    expect(fateOf(file('a.txt', 'text/plain', 'Zo\xeb'))).toEqual({ kind: 'text', text: 'Zoë' });
  });

  it('believes no more of a name than a plain ending', () => {
    expect(endingOf('Report.DOCX')).toBe('.docx');
    expect(endingOf('a.b c')).toBe('');
    expect(endingOf('../../etc/passwd')).toBe('');
    expect(endingOf('a.<script>')).toBe('');
  });
});
