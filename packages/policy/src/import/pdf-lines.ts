import type { getDocumentProxy } from 'unpdf';

/** A PDF that was opened. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
/** One of its pages. */
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** A part of a line that stands apart from the others, as the cells of a row do. */
export interface PdfCell {
  readonly text: string;
  readonly x: number;
}

/** One line of print on a page: where it stands (y downwards from the top, in points) and how it is set. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Where the page's foot is. */
  readonly pageHeight: number;
  /** The line cut at its wide gaps; one cell for most lines. */
  readonly cells: readonly PdfCell[];
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

/** The real names of the fonts a page uses: the only sign of bold print that a PDF gives. */
async function boldFonts(page: PdfPage, names: Iterable<string>): Promise<ReadonlySet<string>> {
  const bold = new Set<string>();
  try {
    await page.getOperatorList();
    for (const name of new Set(names)) {
      const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
      const isBold =
        typeof font === 'object' &&
        font !== null &&
        'name' in font &&
        typeof font.name === 'string' &&
        /bold|black|heavy|semi/iu.test(font.name);
      if (isBold) bold.add(name);
    }
  } catch {
    // A page whose drawing is damaged still has its words; without fonts no word of it counts as bold.
    return bold;
  }
  return bold;
}

function cellsOf(text: string, starts: readonly number[]): readonly PdfCell[] {
  const parts = text.split('\t').filter((part) => part.trim() !== '');
  return parts.map((part, at) => ({ text: part.trim(), x: starts[at] ?? starts[0] ?? 0 }));
}

function joinPieces(pieces: readonly Piece[], pageHeight: number): PdfLine | undefined {
  const sorted = pieces.toSorted((a, b) => a.x - b.x);
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  const starts: number[] = [];
  let cell = false;
  for (const piece of sorted) {
    const blank = piece.text.trim() === '';
    // Some programs fill a gap with one wide space.
    const gap = blank ? piece.right - right : piece.x - right;
    if (text !== '' && gap > piece.size * 2.5) {
      if (!text.endsWith('\t')) text += '\t';
      cell = true;
    } else if (text !== '' && gap > piece.size * 0.15 && !/\s$/u.test(text) && !/^\s/u.test(piece.text))
      text += ' ';
    if (cell && !blank) {
      starts.push(piece.x);
      cell = false;
    }
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  const first = sorted.find((piece) => piece.text.trim() !== '');
  if (first === undefined) return undefined;
  const worded = sorted.filter((piece) => piece.text.trim() !== '');
  const largest = worded.reduce((a, b) => (b.size > a.size ? b : a), first);
  const bold = worded.every((piece) => piece.bold || /^[\p{P}\p{S}\d.]+$/u.test(piece.text));
  return {
    text: text.trim(),
    x: first.x,
    right,
    y: largest.y,
    size: largest.size,
    bold: bold && worded.some((p) => p.bold),
    pageHeight,
    cells: cellsOf(text.trim(), [first.x, ...starts]),
  };
}

/** Gathers a page's words into lines of print, from the top down. */
export async function linesOfPage(page: PdfPage): Promise<readonly PdfLine[]> {
  const content = await page.getTextContent();
  const { height } = page.getViewport({ scale: 1 });
  const items = content.items.filter((item) => 'str' in item).filter(({ str }) => str !== '');
  const bold = await boldFonts(
    page,
    items.map(({ fontName }) => fontName),
  );
  const pieces = items.map((item): Piece => {
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    const size = Math.hypot(c, d) || item.height || 10;
    return { text: item.str, x, right: x + item.width, y: height - y, size, bold: bold.has(item.fontName) };
  });
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const base = row?.find((one) => one.text.trim() !== '') ?? row?.[0];
    if (row && base && Math.abs(piece.y - base.y) < Math.max(2, Math.min(base.size, piece.size) * 0.5))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => joinPieces(row, height) ?? []);
}
