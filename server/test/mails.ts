import { zipSync } from 'fflate';

/** A mail of the corpus, with what must become of it. */
export interface SampleMail {
  readonly name: string;
  readonly raw: Buffer;
  /** "skip" for mail of machines, which is left where it lies. */
  readonly becomes: 'concern' | 'skip';
}

/** Words that stand in every sample that has words at all, so that a test can look for them where they must not be. */
export const SECRET = 'Quillbury';

const WORDS = `They called Miss ${SECRET} useless in the Oak class group.`;

export interface MailParts {
  readonly from?: string;
  readonly subject?: string;
  readonly messageId?: string | undefined;
  /** Further header lines, as they stand in the mail. */
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly body?: string | Buffer;
}

let counted = 0;

/** Writes a mail with line ends as RFC 5322 has them. */
export function mailOf(parts: MailParts = {}): Buffer {
  counted += 1;
  const id = 'messageId' in parts ? parts.messageId : `m${counted}@home.example.org`;
  const lines = [
    `From: ${parts.from ?? 'Ada Reporter <ada@home.example.org>'}`,
    'To: concerns@oakfield.example.org',
    `Subject: ${parts.subject ?? 'About the class group'}`,
    'Date: Tue, 9 Mar 2027 09:30:00 +0000',
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(parts.headers ?? []),
    'MIME-Version: 1.0',
    `Content-Type: ${parts.type ?? 'text/plain; charset=utf-8'}`,
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8');
  const body = parts.body ?? WORDS;
  return Buffer.concat([head, typeof body === 'string' ? Buffer.from(body.replaceAll('\n', '\r\n')) : body]);
}

/** A part of a mail with several. */
export function partOf(type: string, body: string | Buffer, more: readonly string[] = []): string {
  const coded =
    typeof body === 'string' ? body : (body.toString('base64').match(/.{1,76}/g) ?? []).join('\n');
  const coding = typeof body === 'string' ? [] : ['Content-Transfer-Encoding: base64'];
  return [`Content-Type: ${type}`, ...coding, ...more, '', coded].join('\n');
}

/** The body of a mail with several parts. */
export function several(parts: readonly string[], boundary = 'b1'): string {
  return `${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`;
}

export const fileOf = (name: string, type: string, bytes: Buffer) =>
  partOf(`${type}; name="${name}"`, bytes, [`Content-Disposition: attachment; filename="${name}"`]);

const mixed = (parts: readonly string[], more: MailParts = {}): Buffer =>
  mailOf({ ...more, type: 'multipart/mixed; boundary=b1', body: several(parts) });

const plain = partOf('text/plain; charset=utf-8', WORDS);

function nested(depth: number): string {
  let part = plain;
  for (let level = 0; level < depth; level += 1) {
    part = partOf(`multipart/mixed; boundary=n${level}`, several([part], `n${level}`));
  }
  return part;
}

function mailInMail(depth: number): string {
  let raw = mailOf().toString();
  for (let level = 0; level < depth; level += 1) {
    raw = mailOf({ type: 'message/rfc822', body: raw }).toString();
  }
  return raw;
}

/** A chat such as a phone exports. */
export const CHAT_TEXT = Array.from(
  { length: 20 },
  (_, line) => `08/03/2027, 18:${String(line).padStart(2, '0')} - Dana Example: Message ${line}`,
).join('\n');

/** An archive that unfolds to far more than it weighs. */
const bomb = () => Buffer.from(zipSync({ 'zeros.bin': new Uint8Array(4 * 1024 * 1024) }, { level: 9 }));
export const chatArchive = (): Buffer => Buffer.from(zipSync({ '_chat.txt': Buffer.from(CHAT_TEXT) }));

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Mails that are odd, broken or wicked, written by hand. */
function written(): readonly (readonly [name: string, raw: Buffer])[] {
  return [
    ['plain words', mailOf()],
    ['no words', mailOf({ body: '' })],
    ['no subject', mailOf({ subject: '' })],
    ['no sender', Buffer.from(`Subject: x\r\n\r\n${WORDS}`)],
    ['two senders', mailOf({ from: 'a@example.org, b@example.org' })],
    ['a sender without an address', mailOf({ from: 'Ada' })],
    ['a group as sender', mailOf({ from: 'Parents: a@example.org, b@example.org;' })],
    ['a sender who hides another', mailOf({ from: '"head@oakfield.example.org" <bad@example.org>' })],
    ['no message id', mailOf({ messageId: undefined })],
    ['a message id without an end', mailOf({ messageId: undefined, headers: ['Message-ID: <abc'] })],
    ['a header that is injected', mailOf({ subject: 'x\r\nBcc: all@example.org\r\nX-Evil: yes' })],
    ['a subject with a coded line end', mailOf({ subject: '=?utf-8?Q?a=0D=0ABcc:_b@example.org?=' })],
    ['8-bit headers', mailOf({ subject: 'Größe – Zoë 😀', from: 'Zoë Ünal <zoe@example.org>' })],
    [
      '8-bit headers that are no UTF-8',
      Buffer.concat([Buffer.from('Subject: \xe9\xff\xfe\r\n', 'latin1'), mailOf()]),
    ],
    ['a huge header', mailOf({ headers: [`X-Long: ${'a'.repeat(500_000)}`] })],
    ['a header larger than any', mailOf({ headers: [`X-Long: ${'a'.repeat(3_000_000)}`] })],
    ['ten thousand headers', mailOf({ headers: Array.from({ length: 10_000 }, (_, at) => `X-H${at}: v`) })],
    ['null bytes in the words', mailOf({ body: `${WORDS}\0\0after` })],
    ['null bytes in a header', mailOf({ headers: ['X-N: a\0b'], subject: 'a\0b' })],
    ['only null bytes', Buffer.alloc(2000)],
    ['nothing', Buffer.alloc(0)],
    ['one line end', Buffer.from('\r\n')],
    ['random bytes', Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919 + 13) % 256))],
    ['bare line feeds', Buffer.from(mailOf().toString().replaceAll('\r\n', '\n'))],
    ['bare carriage returns', Buffer.from(mailOf().toString().replaceAll('\r\n', '\r'))],
    ['one line of a megabyte', mailOf({ body: `${WORDS} ${'x'.repeat(1_000_000)}` })],
    ['a name that runs from right to left', mixed([plain, fileOf('photo\u202egpj.exe', 'image/jpeg', PNG)])],
    ['a sender who runs from right to left', mailOf({ from: '"\u202egro.elpmaxe@daeh" <x@example.org>' })],
    ['a boundary that never comes', mailOf({ type: 'multipart/mixed; boundary=zz', body: WORDS })],
    [
      'a boundary that never ends',
      mailOf({ type: 'multipart/mixed; boundary=b1', body: `--b1\n${plain}\n` }),
    ],
    ['no boundary named', mailOf({ type: 'multipart/mixed', body: several([plain]) })],
    ['an empty boundary', mailOf({ type: 'multipart/mixed; boundary=""', body: several([plain], '') })],
    [
      'a boundary within itself',
      mailOf({
        type: 'multipart/mixed; boundary=b1',
        body: several([partOf('multipart/mixed; boundary=b1', several([plain]))]),
      }),
    ],
    ['twenty levels', mailOf({ type: 'multipart/mixed; boundary=b1', body: several([nested(20)]) })],
    ['three hundred levels', mailOf({ type: 'multipart/mixed; boundary=b1', body: several([nested(300)]) })],
    ['a thousand parts', mixed(Array.from({ length: 1000 }, () => plain))],
    [
      'a hundred files',
      mixed([
        plain,
        ...Array.from({ length: 100 }, (_, at) =>
          fileOf(`f${at}.bin`, 'application/octet-stream', Buffer.from(`f${at}`)),
        ),
      ]),
    ],
    ['a mail in a mail', Buffer.from(mailInMail(1))],
    ['mails in mails, thirty deep', Buffer.from(mailInMail(30))],
    [
      'an attached mail',
      mixed([plain, partOf('message/rfc822', mailOf().toString(), ['Content-Disposition: attachment'])]),
    ],
    [
      'a TNEF file',
      mixed([plain, fileOf('winmail.dat', 'application/ms-tnef', Buffer.from('789f3e22', 'hex'))]),
    ],
    [
      'a calendar part',
      mixed([plain, partOf('text/calendar; method=REQUEST', 'BEGIN:VCALENDAR\nEND:VCALENDAR')]),
    ],
    ['an archive that unfolds without end', mixed([plain, fileOf('a.zip', 'application/zip', bomb())])],
    [
      'a whole chat as an archive',
      mixed([plain, fileOf('WhatsApp Chat with Oak.zip', 'application/zip', chatArchive())]),
    ],
    ['a whole chat as text', mixed([plain, fileOf('chat.txt', 'text/plain', Buffer.from(CHAT_TEXT))])],
    ['a picture', mixed([plain, fileOf('IMG_1.png', 'image/png', PNG)])],
    [
      'a picture that is none',
      mixed([plain, fileOf('IMG_1.png', 'image/png', Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1'))]),
    ],
    [
      'a program that says it is a picture',
      mixed([plain, fileOf('a.png', 'image/png', Buffer.from('MZ\x90\0'))]),
    ],
    [
      'a page only',
      mailOf({ type: 'text/html; charset=utf-8', body: `<p>${WORDS}</p><script>alert(1)</script>` }),
    ],
    [
      'a page of fifty thousand open tags',
      mailOf({ type: 'text/html', body: `${WORDS}${'<div>'.repeat(50_000)}` }),
    ],
    [
      'a page of a megabyte',
      mailOf({ type: 'text/html', body: `<p>${WORDS}</p>${'<b>x</b>'.repeat(150_000)}` }),
    ],
    [
      'a page with a tracking picture',
      mailOf({ type: 'text/html', body: `<p>${WORDS}</p><img src="https://t.example.org/1.gif">` }),
    ],
    ['a charset nobody knows', mailOf({ type: 'text/plain; charset=x-klingon' })],
    [
      'a charset that would be dangerous',
      mailOf({ type: 'text/plain; charset=utf-7', body: `${WORDS} +ADw-script+AD4-` }),
    ],
    ['UTF-16 words', mailOf({ type: 'text/plain; charset=utf-16le', body: Buffer.from(WORDS, 'utf16le') })],
    [
      'words cut within a letter',
      mailOf({ body: Buffer.concat([Buffer.from(WORDS), Buffer.from([0xe2, 0x82])]) }),
    ],
    ['a coding nobody knows', mailOf({ headers: ['Content-Transfer-Encoding: x-secret'] })],
    ['broken base64', mailOf({ headers: ['Content-Transfer-Encoding: base64'], body: '@@@@====%%%%' })],
    [
      'broken quoted-printable',
      mailOf({ headers: ['Content-Transfer-Encoding: quoted-printable'], body: `${WORDS}=ZZ=\n=` }),
    ],
    ['coded words without end', mailOf({ subject: '=?utf-8?B?AAAA' })],
    ['coded words by the thousand', mailOf({ subject: '=?utf-8?Q?a?= '.repeat(2000) })],
    [
      'a file name in pieces',
      mixed([
        plain,
        partOf('application/pdf; name*0="a"; name*1="../../etc/passwd"', Buffer.from('%PDF'), [
          'Content-Disposition: attachment',
        ]),
      ]),
    ],
    [
      'a file name that climbs',
      mixed([plain, fileOf('../../../etc/passwd', 'application/pdf', Buffer.from('%PDF'))]),
    ],
    ['a file without a name', mixed([plain, partOf('application/octet-stream', Buffer.from('x'))])],
    [
      'a signed mail',
      mailOf({
        type: 'multipart/signed; boundary=b1; protocol="application/pgp-signature"',
        body: several([plain, partOf('application/pgp-signature', 'x')]),
      }),
    ],
    [
      'a sealed mail',
      mailOf({
        type: 'multipart/encrypted; boundary=b1',
        body: several([
          partOf('application/pgp-encrypted', 'Version: 1'),
          partOf('application/octet-stream', 'x'),
        ]),
      }),
    ],
    [
      'a part that lies elsewhere',
      mailOf({ type: 'message/external-body; access-type=local-file; name="/etc/passwd"', body: 'x' }),
    ],
    [
      'a date that is none',
      Buffer.from(mailOf().toString().replace('Tue, 9 Mar 2027 09:30:00 +0000', 'yesterday')),
    ],
    ['a type that is none', mailOf({ type: ';;;===' })],
    ['references without end', mailOf({ headers: [`References: ${'<a@example.org> '.repeat(20_000)}`] })],
    [
      'a finding by a stranger',
      mailOf({
        headers: ['Authentication-Results: evil.example.org; dmarc=pass header.from=home.example.org'],
      }),
    ],
    [
      'comments within comments',
      mailOf({ headers: [`Authentication-Results: mx.example.org ${'('.repeat(3000)}`] }),
    ],
    ['spam', mailOf({ headers: ['X-Spam-Flag: YES'] })],
    [
      'a list of the school itself',
      mailOf({ headers: ['List-Id: <concerns.oakfield.example.org>', 'Precedence: list'] }),
    ],
    ['a note that is expressly not automatic', mailOf({ headers: ['Auto-Submitted: no'] })],
  ];
}

/** Mails of machines. */
function machines(): readonly (readonly [name: string, raw: Buffer])[] {
  return [
    [
      'a bounce',
      mailOf({
        from: 'MAILER-DAEMON@mx.example.org',
        type: 'multipart/report; report-type=delivery-status; boundary=b1',
        body: several([plain, partOf('message/delivery-status', 'Action: failed')]),
      }),
    ],
    ['a bounce without its form', mailOf({ from: 'Mail Delivery <mailer-daemon@mx.example.org>' })],
    ['a mail without a return path', mailOf({ headers: ['Return-Path: <>'] })],
    [
      'a receipt of reading',
      mailOf({
        type: 'multipart/report; report-type=disposition-notification; boundary=b1',
        body: several([plain]),
      }),
    ],
    ['an answer while away', mailOf({ headers: ['Auto-Submitted: auto-replied'] })],
    ['a mail of Handbell itself', mailOf({ headers: ['Auto-Submitted: auto-generated'] })],
    ['an answer in the old way', mailOf({ headers: ['X-Autoreply: yes'] })],
    ['an answer by precedence', mailOf({ headers: ['Precedence: auto_reply'] })],
    ['a newsletter', mailOf({ headers: ['List-Id: News <news.shop.example.org>'] })],
    ['a bulk mail', mailOf({ headers: ['Precedence: bulk'] })],
  ];
}

/** A generator of numbers that gives the same ones for the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixedUp = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedUp = (mixedUp + Math.imul(mixedUp ^ (mixedUp >>> 7), 61 | mixedUp)) ^ mixedUp;
    return ((mixedUp ^ (mixedUp >>> 14)) >>> 0) % below;
  };
}

/** Damages a mail as bad lines and bad people do: bytes changed, pieces cut out, moved or doubled. */
export function damaged(raw: Buffer, seed: number): Buffer {
  const next = numbers(seed);
  let bytes = Buffer.from(raw);
  for (let step = 0; step < 6 && bytes.length > 4; step += 1) {
    const at = next(bytes.length);
    const end = Math.min(bytes.length, at + 1 + next(200));
    const piece = bytes.subarray(at, end);
    const way = next(4);
    if (way === 0) bytes[at] = next(256);
    else if (way === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (way === 2) bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    else bytes = Buffer.concat([bytes.subarray(end), bytes.subarray(0, end)]);
  }
  return bytes;
}

/** The corpus: everything written by hand, and what must become of it. */
export function hostileMails(): readonly SampleMail[] {
  return [
    ...written().map(([name, raw]) => ({ name, raw, becomes: 'concern' as const })),
    ...machines().map(([name, raw]) => ({ name, raw, becomes: 'skip' as const })),
  ];
}
