import { strToU8, zipSync, zlibSync } from 'fflate';

/** A file's bytes from text, each letter one byte. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A file's bytes as UTF-16, little or big end first, with or without the mark. */
export function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : '')].concat(text.split(''));
  return Uint8Array.from(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
}

/** Joins pieces of a file. */
export function join(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** An old Office file as far as its kind can be told: the container's mark and a stream's name in UTF-16. */
export function compound(stream: string): Uint8Array {
  return join(
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(600),
    utf16(stream, false, false),
  );
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONSHIPS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The body of a Word document around paragraphs, given as XML. */
export function wordXml(paragraphs: string): string {
  return `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
}

/** A Word paragraph. */
export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A Word file around a main part, with other parts beside it. */
export function wordFile(
  main: string | Uint8Array,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': typeof main === 'string' ? strToU8(main) : main,
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
}

/** A PDF whose one page draws what `content` says; `packed` gives the filters and the packed bytes instead. */
export function pdfFile(
  content: string,
  packed?: { readonly filter: string; readonly data: Uint8Array },
): Uint8Array {
  const stream = packed?.data ?? latin(content);
  const filter = packed ? ` /Filter ${packed.filter}` : '';
  return join(
    latin(
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>\nendobj\n4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    ),
    latin(`5 0 obj\n<< /Length ${stream.length}${filter} >>\nstream\n`),
    stream,
    latin('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n'),
  );
}

/** What draws lines of text on a PDF's page, from the top down. */
export function pdfText(lines: readonly string[]): string {
  const drawn = lines.map((line) => `(${line.replace(/[\\()]/gu, '\\$&')}) Tj 0 -28 Td`).join('\n');
  return `BT /F1 12 Tf 72 760 Td\n${drawn}\nET`;
}

/** A packed stream of zeros. */
export function zeros(megabytes: number): Uint8Array {
  return zlibSync(new Uint8Array(megabytes * 1024 * 1024), { level: 6 });
}
