import { renderPdf } from '../platform/pdf/typst.ts';

/** A scan cannot be taken; the message is for the person who sent it. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
}

/** The largest file that is taken. */
export const SCAN_LIMIT = 15 * 1024 * 1024;
const MOST_PAGES = 20;
/** A page of A4 at 200 dots an inch. */
const PAGE = { width: 1654, height: 2339 } as const;
/** What a picture may unfold to, in pixels: a page at 600 dots an inch. */
const MOST_PIXELS = 40_000_000;

const TEMPLATE = `
#let pages = json(bytes(sys.inputs.pages))
#set document(title: sys.inputs.title, date: none)
#set page(paper: "a4", margin: 1cm)
#for (at, name) in pages.enumerate() {
  if at > 0 { pagebreak() }
  image("/" + name, width: 100%, height: 100%, fit: "contain", alt: sys.inputs.title + ", page " + str(at + 1))
}
`;

const startsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
const isPdf = (bytes: Uint8Array) => startsWith(bytes, 0x25, 0x50, 0x44, 0x46);
const isPicture = (bytes: Uint8Array) =>
  startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47);

interface Raw {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
}

/** Draws a picture afresh: turned upright, no larger than a page, nothing of its file kept but what eyes see. */
async function redraw(picture: Uint8Array | Raw): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  const drawing =
    picture instanceof Uint8Array
      ? sharp(picture, options).rotate()
      : sharp(picture.data, {
          ...options,
          raw: { width: picture.width, height: picture.height, channels: picture.channels },
        });
  const fit = { fit: 'inside', withoutEnlargement: true } as const;
  return drawing
    .resize({ ...PAGE, ...fit })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** The largest picture of each page of a scanned PDF. Nothing else of the file is looked at. */
async function picturesOf(bytes: Uint8Array): Promise<readonly Raw[]> {
  const { extractImages, getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  if (pdf.numPages > MOST_PAGES) throw new ScanError(`A scan can have at most ${MOST_PAGES} pages`);
  const pictures: Raw[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const all = await extractImages(pdf, page);
    const [largest] = all.toSorted((a, b) => b.width * b.height - a.width * a.height);
    if (!largest) {
      throw new ScanError(
        'This PDF is not a scan: a page has no picture. Scan the signed paper, or send a photo of it (JPEG or PNG)',
      );
    }
    pictures.push(largest);
  }
  return pictures;
}

/**
 * Makes a safe PDF/UA-1 of a scanned or photographed paper: only what can be seen of it is kept, drawn afresh.
 * @param bytes a PDF of scanned pages, a JPEG or a PNG, told by its content and not by its name
 * @param title what the scan shows, for its properties and for screen readers
 * @throws ScanError with what to do instead
 */
export async function safeScan(bytes: Uint8Array, title: string): Promise<Uint8Array> {
  if (bytes.length > SCAN_LIMIT) throw new ScanError('The file is too large. It can have up to 15 MB');
  if (!isPdf(bytes) && !isPicture(bytes)) throw new ScanError('Send the scan as PDF, JPEG or PNG');
  const pages: Uint8Array[] = [];
  try {
    for (const picture of isPdf(bytes) ? await picturesOf(bytes) : [bytes]) pages.push(await redraw(picture));
  } catch (error) {
    if (error instanceof ScanError) throw error;
    throw new ScanError(
      'This file cannot be read. Scan the paper again, or send a photo of it (JPEG or PNG)',
    );
  }
  const images = Object.fromEntries(pages.map((page, at) => [`scan-${at}.jpg`, page]));
  return renderPdf(TEMPLATE, { title, pages: JSON.stringify(Object.keys(images)) }, { images });
}
