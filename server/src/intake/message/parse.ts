import type { AttachmentStream, MailParser, MessageText } from 'mailparser';
import type { MailFile } from './files.ts';
import { firstOf, type Header, headerOf } from './headers.ts';
import { plainText } from './plain-text.ts';
import type { Sender } from './words.ts';

/** What the parser finds in a mail. */
export interface Collected {
  readonly sound: boolean;
  readonly headers: readonly Header[];
  readonly from: Sender;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly MailFile[];
  readonly filesLeftOut: number;
}

/** The most files of one mail that are kept, and the most bytes of each. */
const FILES_MOST = 30;
const FILE_LARGEST = 12 * 1024 * 1024;
/** A mail with more header lines than this is no mail that a person sent. */
const HEADERS_MOST = 500;
const HTML_LONGEST = 400_000;

/** The mail library takes memory, so it is loaded with the first mail. */
const parserModule = () => import('mailparser');

/** The sender that a From field names: nobody when it names several, since then nobody can say who wrote it. */
function senderOf(from: unknown): Sender {
  const list = addressesIn(from);
  const [only] = list;
  if (only === undefined || list.length > 1) return { name: '', address: '' };
  const address = only.address.trim().toLowerCase();
  const fits = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}$/u.test(address);
  return {
    name: plainText(only.name).replaceAll('\n', ' ').slice(0, 200),
    address: fits ? address : '',
  };
}

function addressesIn(from: unknown): readonly { readonly name: string; readonly address: string }[] {
  if (typeof from !== 'object' || from === null || !('value' in from) || !Array.isArray(from.value))
    return [];
  return from.value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const name = 'name' in each && typeof each.name === 'string' ? each.name : '';
    const address = 'address' in each && typeof each.address === 'string' ? each.address : '';
    return name === '' && address === '' ? [] : [{ name, address }];
  });
}

/** Reads a file to its end; gives nothing when it is too large. */
function drain(attachment: AttachmentStream): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    attachment.content.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= FILE_LARGEST) chunks.push(chunk);
    });
    const end = () => resolve(size <= FILE_LARGEST ? Buffer.concat(chunks) : undefined);
    attachment.content.on('end', end);
    attachment.content.on('error', () => resolve(undefined));
  });
}

/** Gathers what a parser tells, until it ends or fails. */
class Gathering {
  headers: readonly Header[] = [];
  from: unknown;
  subject = '';
  text = '';
  readonly files: MailFile[] = [];
  filesLeftOut = 0;

  listen(parser: MailParser): void {
    parser.on('headerLines', (lines) => {
      this.headers = lines.slice(0, HEADERS_MOST).map(({ key, line }) => headerOf(key, line));
    });
    parser.on('headers', (headers) => {
      this.from = headers.get('from');
      const subject = headers.get('subject');
      this.subject = typeof subject === 'string' ? subject : '';
    });
    parser.on('data', (part: AttachmentStream | MessageText) => {
      if (part.type === 'text') this.text = part.text ?? '';
      else void this.takeFile(part);
    });
  }

  private async takeFile(part: AttachmentStream): Promise<void> {
    const bytes = await drain(part);
    if (bytes === undefined || this.files.length >= FILES_MOST) this.filesLeftOut += 1;
    else if (bytes.length > 0) {
      this.files.push({ name: plainText(part.filename ?? ''), type: part.contentType.toLowerCase(), bytes });
    }
    part.release?.();
  }
}

function run(parser: MailParser, raw: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    parser.on('error', () => resolve(false));
    parser.on('end', () => resolve(true));
    try {
      parser.end(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
    } catch {
      resolve(false);
    }
  });
}

/**
 * Takes a mail apart with the parser. It never fails: what a fault hides is missing, and `sound` is false.
 * @param cut whether the bytes end before the mail does; the file they end in is left out
 */
export async function collect(raw: Uint8Array, cut: boolean): Promise<Collected> {
  const { MailParser: Parser } = await parserModule();
  const parser = new Parser({
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: HTML_LONGEST,
    checksumAlgo: 'sha256',
  });
  const gathering = new Gathering();
  gathering.listen(parser);
  const sound = await run(parser, raw);
  const { headers, from, subject, text, files, filesLeftOut } = gathering;
  const whole = cut && files.length > 0 ? files.slice(0, -1) : files;
  return {
    sound: sound && headers.length > 0 && firstOf(headers, 'from') !== '',
    headers,
    from: senderOf(from),
    subject,
    text,
    files: whole,
    filesLeftOut: filesLeftOut + files.length - whole.length,
  };
}
