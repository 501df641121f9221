/** A picture cannot be taken; the message is for the person who sent it. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/** The most one picture may weigh, in bytes: what a device makes of a screenshot is far less. */
export const PICTURE_BYTES = 512 * 1024;
/** The most pictures at a time. */
export const PICTURES_MOST = 4;
/** The most a picture may unfold to, in pixels: a long screenshot of a new phone. */
const MOST_PIXELS = 16_000_000;
/** The longest side that is kept, in pixels. */
const LONGEST = 3200;

/** What is said of every file that is no such picture (rule 31). */
export const NO_OTHER_FILE =
  'Only screenshots that this page has cut down on your device can be sent, as PNG, JPEG or WebP. Whole chats and other files are never taken';

const startsWith = (bytes: Uint8Array, signs: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + signs.length)).toString('latin1') === signs;

/** Told by content, never by name. */
export function isPicture(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, '\xff\xd8\xff') ||
    startsWith(bytes, '\x89PNG\r\n\x1a\n') ||
    (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8))
  );
}

/** A PNG that moves says so in a chunk before its picture data; to most readers it looks like a still one. */
const movesAsPng = (bytes: Uint8Array) =>
  startsWith(bytes, '\x89PNG') && Buffer.from(bytes).subarray(0, 4096).includes('acTL');

/**
 * Draws a picture afresh from its dots, so that nothing of its file is kept but what eyes see: no place, no device, no
 * second file behind the first.
 * @param bytes what a device made: PNG, JPEG or WebP with nothing written into it about where it comes from
 * @returns a JPEG
 * @throws PictureError with what to do instead
 */
export async function safePicture(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > PICTURE_BYTES) {
    throw new PictureError('The picture is too large. Cut it down to the part that matters');
  }
  if (!isPicture(bytes)) throw new PictureError(NO_OTHER_FILE);
  if (movesAsPng(bytes))
    throw new PictureError('A picture that moves cannot be sent. Take a screenshot of it');
  const { default: sharp } = await import('sharp');
  try {
    const drawing = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { pages = 1, exif, xmp, iptc } = await drawing.metadata();
    if (pages > 1) throw new PictureError('A picture that moves cannot be sent. Take a screenshot of it');
    if (exif || xmp || iptc) throw new PictureError(NO_OTHER_FILE);
    return await drawing
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw new PictureError(
      'This picture cannot be read. Take the screenshot again, or say in words what it shows',
    );
  }
}
