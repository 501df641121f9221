import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { LooseBlock } from '../read/blocks.ts';
import { withWordNumbers } from './docx-numbers.ts';
import { type ImportErrorCode, PolicyImportError } from './errors.ts';
import { readHtml } from './html.ts';
import { unzipParts, zipNames } from './unzip.ts';

const WORD_PART = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?:[^/]+\.xml|_rels\/[^/]+\.rels))$/u;
const PAGE_PART = /^word\/(?:header|footer)\d*\.xml$/u;
/** A document's title stands above its headings. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`),
  ...[1, 2, 3, 4].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
];
const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** What an OpenDocument file is by the type that it gives itself. */
function openDocumentCode(mimetype: string): ImportErrorCode {
  if (mimetype.includes('spreadsheet')) return 'spreadsheet';
  return mimetype.includes('presentation') ? 'slides' : 'open-document';
}

/** Why a zip that is no Word document is refused, by the names inside it. */
function refuseZip(bytes: Uint8Array, names: readonly string[]): PolicyImportError {
  if (names.some((name) => name.startsWith('xl/'))) return new PolicyImportError('spreadsheet');
  if (names.some((name) => name.startsWith('ppt/'))) return new PolicyImportError('slides');
  if (names.includes('mimetype') && names.includes('content.xml')) {
    const { mimetype } = unzipParts(bytes, (name) => name === 'mimetype');
    return new PolicyImportError(openDocumentCode(decode(mimetype ?? new Uint8Array())));
  }
  if (names.some((name) => /^Index(?:\/.*\.iwa|\.zip)$/u.test(name)))
    return new PolicyImportError('apple-pages');
  return new PolicyImportError(names.length === 0 ? 'corrupted' : 'archive');
}

const decode = (part: Uint8Array): string => new TextDecoder().decode(part);

/** The words of a page head or foot, a paragraph a line. They stand in a part of their own, which mammoth leaves out. */
function pageLines(part: Uint8Array): readonly string[] {
  return linesOfXml(decode(part));
}

function linesOfXml(xml: string): readonly string[] {
  return xml
    .split(/<\/w:p>/u)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/gu)]
        .map((run) => run[1] ?? ' ')
        .join(''),
    )
    .map((line) =>
      line
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** More words than this in text boxes are no policy's. */
const MOST_BOXED = 100_000;

/** The words in text boxes that the converter leaves out: newer drawings have no older form beside them. */
function boxedLines(part: Uint8Array | undefined, read: readonly LooseBlock[]): readonly string[] {
  const xml = part === undefined ? '' : decode(part);
  if (!xml.includes('<w:txbxContent')) return [];
  const boxes = xml
    .split(/<w:txbxContent[^>]*>/u)
    .slice(1)
    .map((box) => box.split('</w:txbxContent>')[0] ?? '');
  const lines = [...new Set(boxes.flatMap(linesOfXml))];
  if (lines.reduce((size, line) => size + line.length, 0) > MOST_BOXED)
    throw new PolicyImportError('too-complex');
  const known = new Set(read.map(({ marker, text }) => `${marker ?? ''}${text}`.replace(/\s/gu, '')));
  return lines.filter((line) => !known.has(line.replace(/\s/gu, '')));
}

/**
 * What the converter takes: bytes under the name that it has for them, in Node and in a browser.
 */
function converterInput(bytes: Uint8Array): { buffer: Buffer } | { arrayBuffer: ArrayBuffer } {
  if (typeof Buffer !== 'undefined') return { buffer: Buffer.from(bytes) };
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return { arrayBuffer: copy };
}

/**
 * Reads a Word document into blocks. Only the parts that hold words and their styles are unpacked, so that pictures,
 * macros and padding never are.
 */
export async function readDocx(bytes: Uint8Array): Promise<readonly LooseBlock[]> {
  const names = zipNames(bytes);
  if (!names.includes('word/document.xml')) throw refuseZip(bytes, names);
  const parts = unzipParts(bytes, (name) => WORD_PART.test(name));
  parts['word/_rels/document.xml.rels'] ??= strToU8(EMPTY_RELATIONSHIPS);
  try {
    const [main, numbering] = [parts['word/document.xml'], parts['word/numbering.xml']];
    const styles = decode(parts['word/styles.xml'] ?? new Uint8Array());
    const numbered =
      main && numbering
        ? { 'word/document.xml': strToU8(withWordNumbers(decode(main), decode(numbering), styles)) }
        : {};
    const clean = zipSync({ ...parts, ...numbered }, { level: 0 });
    const { value } = await mammoth.convertToHtml(converterInput(clean), {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      ignoreEmptyParagraphs: true,
      styleMap: STYLES,
    });
    const pages = Object.entries(parts).flatMap(([name, part]) =>
      PAGE_PART.test(name) ? pageLines(part) : [],
    );
    const read = readHtml(value);
    const boxed = boxedLines(parts['word/document.xml'], read);
    return [
      ...read,
      ...boxed.map((text) => ({ kind: 'paragraph' as const, text })),
      ...[...new Set(pages)].map((text) => ({ kind: 'page' as const, text })),
    ];
  } catch (error) {
    throw new PolicyImportError('corrupted', { cause: error });
  }
}
