import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { PolicyImportError } from './errors.ts';
import { blocksOfPages } from './pdf-blocks.ts';
import { blocksOfEnclosed, type EnclosedBlocks, enclosedIn } from './pdf-enclosed.ts';
import { guardStreams } from './pdf-guard.ts';
import { linesOfPage, type PdfLine, type PdfPage } from './pdf-lines.ts';

const MOST_PAGES = 150;
/** A damaged file can leave the reader waiting for a part that never comes. */
const PATIENCE_MS = 30_000;

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new PolicyImportError('corrupted')), PATIENCE_MS);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function whyNot(error: unknown): PolicyImportError {
  if (error instanceof PolicyImportError) return error;
  const locked = error instanceof Error && error.name === 'PasswordException';
  return new PolicyImportError(locked ? 'password' : 'corrupted', { cause: error });
}

interface ReadPdf {
  readonly pages: readonly (readonly PdfLine[])[];
  /** The policy that a PDF of Handbell's has inside it, as it is written there. */
  readonly enclosed?: string;
  /** The numbers of the pages that hold a picture and no words. */
  readonly pictured: readonly number[];
}

async function drawsPicture(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  return [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject].some((one) =>
    fnArray.includes(one),
  );
}

async function readPages(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    if (pdf.numPages > MOST_PAGES) throw new PolicyImportError('too-complex');
    const pages: (readonly PdfLine[])[] = [];
    const pictured: number[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const lines = await linesOfPage(page);
      pages.push(lines);
      if (lines.length === 0 && (await drawsPicture(page))) pictured.push(number);
    }
    const enclosed = await enclosedIn(pdf);
    return { pages, pictured, ...(enclosed === undefined ? {} : { enclosed }) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** A PDF as blocks, and the numbers of its pages that came in as nothing because they are pictures. */
export interface PdfBlocks extends EnclosedBlocks {
  readonly pictured: readonly number[];
}

/**
 * Reads a PDF into blocks, from where its words stand on the page; a PDF that Handbell printed, and that nobody changed
 * since, from the policy inside it.
 * @throws PolicyImportError `password`, `corrupted`, `too-complex`, or `no-text` for a scan
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfBlocks> {
  guardStreams(bytes);
  try {
    const { pages, pictured, enclosed } = await within(readPages(bytes));
    if (pages.every((lines) => lines.length === 0)) throw new PolicyImportError('no-text');
    const own = blocksOfEnclosed(enclosed, pages) ?? { blocks: blocksOfPages(pages), chosen: [] };
    return { ...own, pictured };
  } catch (error) {
    throw whyNot(error);
  }
}
