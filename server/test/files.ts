import { zipSync } from 'fflate';
import sharp from 'sharp';
import { CHAT_TEXT, chatArchive } from './mails.ts';

/** A file of the corpus. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30">';

/** Files without a picture in them that try to be one, to run, to fetch, or to unfold. */
function written(): readonly (readonly [name: string, bytes: Buffer])[] {
  return [
    ['nothing', Buffer.alloc(0)],
    ['null bytes', Buffer.alloc(4096)],
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + 13) % 256))],
    ['a chat', Buffer.from(CHAT_TEXT)],
    ['an archive of a chat', chatArchive()],
    [
      'an archive that unfolds',
      Buffer.from(zipSync({ zeros: new Uint8Array(8 * 1024 * 1024) }, { level: 9 })),
    ],
    ['an archive in an archive', Buffer.from(zipSync({ 'a.zip': zipSync({ 'b.zip': chatArchive() }) }))],
    ['an archive that climbs', Buffer.from(zipSync({ '../../../etc/passwd': latin('x') }))],
    ['a Word file with a macro', Buffer.from(zipSync({ 'word/vbaProject.bin': latin('Sub AutoOpen()') }))],
    [
      'a PDF with a script',
      latin('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
    ],
    ['a PDF behind a JPEG’s first bytes', latin('\xff\xd8\xff\xe0%PDF-1.7\n1 0 obj<<>>endobj')],
    ['PostScript', latin('%!PS-Adobe-3.0\n(/etc/passwd) (r) file')],
    ['an EPS in a wrapper', latin('\xc5\xd0\xd3\xc6%!PS')],
    ['a drawing with a script', latin(`${SVG}<script>alert(1)</script></svg>`)],
    [
      'a drawing that fetches a file',
      latin(`${SVG}<image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>`),
    ],
    [
      'a drawing that fetches a page',
      latin(`${SVG}<image xlink:href="http://127.0.0.1:9/" width="9" height="9"/></svg>`),
    ],
    [
      'a drawing with a page in it',
      latin(`${SVG}<foreignObject><iframe src="//example.org"/></foreignObject></svg>`),
    ],
    [
      'entities that unfold',
      latin(
        `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${SVG}<text>&b;</text></svg>`,
      ),
    ],
    [
      'an entity that reads a file',
      latin(`<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG}<text>&x;</text></svg>`),
    ],
    ['a page', latin('<!doctype html><script>alert(1)</script>')],
    ['a page behind a byte order mark', latin('\xef\xbb\xbf<html><body onload=alert(1)>')],
    [
      'a command for a picture tool',
      latin('push graphic-context\nfill \'url(https://example.org/";id")\'\npop graphic-context'),
    ],
    ['a program of Windows', latin('MZ\x90\0\x03\0\0\0')],
    ['a program of Linux', latin('\x7fELF\x02\x01\x01\0')],
    ['a script of a shell', latin('#!/bin/sh\nrm -rf /\n')],
    [
      'the test virus of EICAR',
      latin('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
    ],
    ['a shortcut', latin('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F')],
    ['a calendar', latin('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')],
    ['a contact card', latin('BEGIN:VCARD\r\nTEL:07700900123\r\nEND:VCARD\r\n')],
    ['a GIF', latin('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;')],
    ['a BMP', latin('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0')],
    ['a TIFF', latin('II*\0\x08\0\0\0\0\0')],
    ['a photo of an iPhone by its first bytes', latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['a film', latin('\0\0\0\x18ftypmp42\0\0\0\0')],
    ['a voice message', latin('OggS\0\x02\0\0\0\0\0\0\0\0')],
    ['a JPEG of three bytes', latin('\xff\xd8\xff')],
    ['a JPEG that never ends', Buffer.concat([latin('\xff\xd8'), Buffer.alloc(4096, 0xff)])],
    ['a PNG of its first bytes', latin('\x89PNG\r\n\x1a\n')],
    [
      'a PNG that says it is huge',
      latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0\0\0\0\0'),
    ],
    ['a WebP of its first bytes', latin('RIFF\xff\xff\xff\xffWEBPVP8 ')],
    ['text that turns round', Buffer.from('exe.\u202egnp.')],
    ['text in UTF-16', Buffer.from('\ufeffHello', 'utf16le')],
    ['text with signs of a terminal', latin('\x1b]0;title\x07\x1b[2J')],
    ['a formula', latin('=HYPERLINK("https://example.org","x")')],
  ];
}

/** Real pictures with something in them or behind them that must not be kept. */
async function pictures(): Promise<readonly (readonly [name: string, bytes: Buffer])[]> {
  const drawn = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#37c' } });
  const [png, jpeg, webp] = await Promise.all([
    drawn().png().toBuffer(),
    drawn().jpeg().toBuffer(),
    drawn().webp().toBuffer(),
  ]);
  const placed = await drawn()
    .withExif({ IFD0: { Make: 'Examplephone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
  const wide = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const frames = await sharp(Buffer.alloc(40 * 60 * 3), {
    raw: { width: 40, height: 60, channels: 3, pageHeight: 30 },
  })
    .webp()
    .toBuffer();
  return [
    ['a PNG', png],
    ['a JPEG', jpeg],
    ['a WebP', webp],
    ['a JPEG that says where it was taken', placed],
    ['a PNG that unfolds', wide],
    ['a WebP that moves', frames],
    ['an archive behind a PNG', Buffer.concat([png, chatArchive()])],
    ['a page behind a JPEG', Buffer.concat([jpeg, latin('<script>alert(1)</script>')])],
    ['a second JPEG behind a JPEG', Buffer.concat([jpeg, placed])],
  ];
}

/** The corpus of hostile files. */
export async function hostileFiles(): Promise<readonly SampleFile[]> {
  return [...written(), ...(await pictures())].map(([name, bytes]) => ({ name, bytes }));
}
