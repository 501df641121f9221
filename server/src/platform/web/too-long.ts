/** A form that one of its files made too long, without that file. */
export interface WithoutFile {
  readonly body: Buffer<ArrayBuffer>;
  /** The name of the field whose file it is. */
  readonly field: string;
}

/**
 * Takes the file out of a multipart form that it made too long: whoever chose it keeps what else they filled in.
 * @param start the form's first bytes, in which the file begins; @param end its last bytes, in which it ends
 * @returns undefined when it is no such form, or when what stands last in its first bytes is not a file (RFC 7578)
 */
export function withoutLongFile(start: Buffer, end: Buffer, contentType: string): WithoutFile | undefined {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^\s;]+))/iu.exec(contentType);
  const line = boundary?.[1] ?? boundary?.[2];
  if (line === undefined) return undefined;
  const cut = start.lastIndexOf(`--${line}\r\n`);
  const headEnd = start.indexOf('\r\n\r\n', cut);
  if (cut < 0 || headEnd < 0) return undefined;
  const head = start.toString('utf8', cut, headEnd);
  const field = /;\s*name="([^"]+)"/iu.exec(head)?.[1];
  if (field === undefined || !/;\s*filename\*?="?[^"]/iu.test(head)) return undefined;
  const after = end.indexOf(`--${line}\r\n`);
  const tail = after < 0 ? Buffer.from(`--${line}--\r\n`) : end.subarray(after);
  return { body: Buffer.concat([start.subarray(0, cut), tail]), field };
}
