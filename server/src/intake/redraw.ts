/** The most a picture may unfold to, in pixels: a photograph of a phone. */
const MOST_PIXELS = 64_000_000;
/** The longest side that is kept, in pixels. */
const LONGEST = 3200;

/**
 * Draws a picture that came by mail afresh from its dots: no place, no device and no second file behind it is kept.
 * @returns a JPEG; undefined when it cannot be read or would unfold to more than a picture
 */
export async function redraw(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 88 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
