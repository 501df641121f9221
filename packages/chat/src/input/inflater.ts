import { Inflate } from 'fflate';

/** Unpacks as `DecompressionStream('deflate-raw')` does, where there is none (Safari before 16.4). */
export function makeInflater(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array> {
  const inflate = new Inflate();
  return new TransformStream({
    start(controller) {
      inflate.ondata = (piece) => controller.enqueue(piece);
    },
    transform(piece) {
      inflate.push(piece);
    },
    flush() {
      inflate.push(new Uint8Array(), true);
    },
  });
}
