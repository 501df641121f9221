import { Inflate, Unzlib } from 'fflate';
import { PolicyImportError } from './errors.ts';

/** No stream of a policy, its fonts and pictures included, unpacks to more. */
const MOST_A_STREAM = 96 * 1024 * 1024;
const MOST_TOGETHER = 256 * 1024 * 1024;
const STEP = 65_536;
const STREAM = /\bstream\r?\n/gu;

/** How many bytes packed data unpacks to, stopping past the limit; what cannot be unpacked counts as far as it goes. */
function unpackedSize(data: Uint8Array, limit: number): number {
  let size = 0;
  const count = (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > limit) throw new PolicyImportError('too-complex');
  };
  const wrapped = data[0] !== undefined && (data[0] & 0x0f) === 8;
  const inflate = wrapped ? new Unzlib(count) : new Inflate(count);
  try {
    for (let at = 0; at < data.length; at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch (error) {
    if (error instanceof PolicyImportError) throw error;
  }
  return size;
}

/**
 * Refuses a PDF whose packed streams would fill the memory before any of them is opened: the reader has no limit of
 * its own. A stream packed twice is refused too, as only a trap is.
 */
export function guardStreams(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  let left = MOST_TOGETHER;
  for (const match of text.matchAll(STREAM)) {
    const start = match.index + match[0].length;
    const dictionary = text.slice(text.lastIndexOf('obj', match.index), match.index);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/gu)?.length ?? 0;
    if (filters === 0) continue;
    if (filters > 1 && /\/Filter\s*\[/u.test(dictionary)) throw new PolicyImportError('too-complex');
    const end = text.indexOf('endstream', start);
    left -= unpackedSize(bytes.subarray(start, end < 0 ? bytes.length : end), Math.min(left, MOST_A_STREAM));
  }
}
