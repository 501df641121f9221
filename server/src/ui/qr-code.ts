/** A square code to scan, as SVG. */
export async function qrSvg(text: string): Promise<string> {
  const { toString: drawQr } = await import('qrcode');
  return drawQr(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}

/** A square code to scan, as the address of a picture that needs no other file. */
export async function qrPicture(text: string): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await qrSvg(text)).toString('base64')}`;
}
