import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { LooseBlock } from '../read/blocks.ts';
import { PolicyImportError } from './errors.ts';
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

/** Why a zip that is no Word document is refused, by the names inside it. */
function refuseZip(names: readonly string[]): PolicyImportError {
  if (names.some((name) => name.startsWith('xl/'))) return new PolicyImportError('spreadsheet');
  if (names.some((name) => name.startsWith('ppt/'))) return new PolicyImportError('slides');
  if (names.includes('mimetype') && names.includes('content.xml'))
    return new PolicyImportError('open-document');
  return new PolicyImportError(names.length === 0 ? 'corrupted' : 'archive');
}

/** The words of a page head or foot, a paragraph a line. They stand in a part of their own, which mammoth leaves out. */
function pageLines(part: Uint8Array): readonly string[] {
  const xml = new TextDecoder().decode(part);
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

/**
 * Reads a Word document into blocks. Only the parts that hold words and their styles are unpacked, so that pictures,
 * macros and padding never are.
 */
export async function readDocx(bytes: Uint8Array): Promise<readonly LooseBlock[]> {
  const names = zipNames(bytes);
  if (!names.includes('word/document.xml')) throw refuseZip(names);
  const parts = unzipParts(bytes, (name) => WORD_PART.test(name));
  parts['word/_rels/document.xml.rels'] ??= strToU8(EMPTY_RELATIONSHIPS);
  try {
    const clean = zipSync(parts, { level: 0 });
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(clean.buffer, clean.byteOffset, clean.byteLength) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        ignoreEmptyParagraphs: true,
        styleMap: STYLES,
      },
    );
    const pages = Object.entries(parts).flatMap(([name, part]) =>
      PAGE_PART.test(name) ? pageLines(part) : [],
    );
    return [...readHtml(value), ...[...new Set(pages)].map((text) => ({ kind: 'page' as const, text }))];
  } catch (error) {
    throw new PolicyImportError('corrupted', { cause: error });
  }
}
