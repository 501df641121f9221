import { decode } from './decode.ts';
import { isZip } from './identify.ts';
import { Joined } from './joined.ts';
import { type ChatTest, type Opened, openText } from './opened.ts';
import { bytesOf, piecesOf, unpacked } from './unpack-stream.ts';
import { pickFromZip } from './zip-blob.ts';

/** What an export can be read from. */
export type ExportSource = Uint8Array | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Bytes that tell a zip. */
const SIGNATURE = 4;

/**
 * Takes the chat's text out of a source, with the platform's own inflater. Of a zip that is a file, nothing is read but
 * its directory and the chat.
 * @param source bytes, a blob or a stream
 * @param isChat asked when a zip holds more than one text
 * @throws ChatReadError when there is no text in it, or it cannot be unpacked
 */
export async function openSource(source: ExportSource, isChat: ChatTest): Promise<Opened> {
  if (source instanceof Blob)
    return isZip(await bytesOf(source, 0, SIGNATURE))
      ? openZip(source, isChat)
      : openText(await bytesOf(source, 0, source.size));
  const bytes = source instanceof Uint8Array ? source : await gathered(source);
  return isZip(bytes) ? openZip(new Blob([bytes.slice()]), isChat) : openText(bytes);
}

async function openZip(blob: Blob, isChat: ChatTest): Promise<Opened> {
  const { entry, files } = await pickFromZip(blob, isChat);
  const whole = new Joined(entry.size);
  for await (const piece of unpacked(blob, entry)) whole.add(piece);
  return { ...decode(whole.bytes), fileInZip: entry.name, files };
}

async function gathered(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of 'getReader' in source ? piecesOf(source) : source) pieces.push(piece);
  const joined = new Joined(pieces.reduce((size, piece) => size + piece.length, 0));
  for (const piece of pieces) joined.add(piece);
  return joined.bytes;
}
