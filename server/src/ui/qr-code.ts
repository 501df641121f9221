import { toString as drawQr } from 'qrcode';

/** A square code to scan, as the address of a picture that needs no other file. */
export async function qrPicture(text: string): Promise<string> {
  const svg = await drawQr(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
