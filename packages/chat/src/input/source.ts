import { decode } from './decode.ts';
import { isZip } from './identify.ts';
import { Joined } from './joined.ts';
import { type ChatTest, type Opened, openText, refuseTooLarge } from './opened.ts';
import { inBlob, inBytes, type RandomAccess } from './random-access.ts';
import { piecesOf, unpacked } from './unpack-stream.ts';
import { pickFromZip } from './zip-blob.ts';

/** What an export can be read from. */
export type ExportSource = Uint8Array | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Bytes that tell a zip. */
const SIGNATURE = 4;

/**
 * Takes the chat's text out of a source, with the platform's own inflater. Of a zip that is a file, nothing is read but
 * its directory, the beginnings of its texts, and the chat.
 * @param source bytes, a blob or a stream
 * @param isChat asked for the beginning of a zip’s texts
 * @throws ChatReadError when there is no text in it, or it cannot be unpacked
 */
export async function openSource(source: ExportSource, isChat: ChatTest): Promise<Opened> {
  if (source instanceof Blob) {
    const file = inBlob(source);
    if (isZip(await file.read(0, SIGNATURE))) return openZip(file, isChat);
    refuseTooLarge(file.size);
    // Piece by piece: asked for at once, engines hold it twice.
    return openText(await joined(piecesOf(source.stream()), file.size));
  }
  const bytes = source instanceof Uint8Array ? source : await gathered(source);
  return isZip(bytes) ? openZip(inBytes(bytes), isChat) : openText(bytes);
}

async function openZip(file: RandomAccess, isChat: ChatTest): Promise<Opened> {
  const { entry, files } = await pickFromZip(file, isChat);
  const whole = await joined(unpacked(file, entry), entry.size);
  return { ...decode(whole), fileInZip: entry.name, files };
}

async function joined(pieces: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const whole = new Joined(size);
  for await (const piece of pieces) whole.add(piece);
  return whole.bytes;
}

async function gathered(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of 'getReader' in source ? piecesOf(source) : source) pieces.push(piece);
  const whole = new Joined(pieces.reduce((size, piece) => size + piece.length, 0));
  for (const piece of pieces) whole.add(piece);
  return whole.bytes;
}
