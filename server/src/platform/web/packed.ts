import { gzipSync } from 'node:zlib';
import type { WebContext } from './environment.ts';
import { paddedLength } from './lengths.ts';

/** Shorter texts grow by packing. */
const LEAST = 1024;

/** A text that is ready to send, packed and not. */
export interface Packed {
  readonly plain: string;
  /** Unset when the text is too short to gain by it. */
  readonly gzip: Uint8Array<ArrayBuffer> | undefined;
}

/** Packs a text. A page is a few dozen kilobytes: done at once, that takes less than handing it to a stream would. */
export function pack(plain: string): Packed {
  return { plain, gzip: plain.length < LEAST ? undefined : new Uint8Array(gzipSync(plain)) };
}

/** Where the head of a gzip file says what it holds, how long the head is, and the sign for a comment (RFC 1952, 2.3). */
const FLAGS_AT = 3;
const HEAD_BYTES = 10;
const HAS_COMMENT = 0x10;

const PADDING = '<!--*-->';

/** A text whose length tells little of it, packed and not: the packed form is padded by a comment that browsers skip. */
export function packPadded(plain: string): Packed {
  const bare = gzipSync(plain);
  const gzip = new Uint8Array(paddedLength(bare.length + 1)).fill(0x2a);
  const from = gzip.length - (bare.length - HEAD_BYTES);
  gzip.set(bare.subarray(0, HEAD_BYTES));
  gzip[FLAGS_AT] = (bare[FLAGS_AT] ?? 0) | HAS_COMMENT;
  gzip[from - 1] = 0;
  gzip.set(bare.subarray(HEAD_BYTES), from);
  const size = Buffer.byteLength(plain) + PADDING.length;
  return { plain: plain + PADDING.replace('*', '*'.repeat(paddedLength(size) - size + 1)), gzip };
}

/** Whether a browser takes gzip (RFC 9110, 12.5.3). */
export function takesGzip(accepted: string | undefined): boolean {
  return (accepted ?? '').split(',').some((part) => {
    const [name = '', weight = ''] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/u);
    return name === 'gzip' && !/^q=0(?:\.0*)?$/u.test(weight);
  });
}

/** Sends a page's text in the form that the browser takes. */
export function sendPacked(web: WebContext, { plain, gzip }: Packed, status: 200 | 422): Response {
  web.header('content-type', 'text/html; charset=UTF-8');
  if (gzip === undefined) return web.body(plain, status);
  web.header('vary', 'Accept-Encoding', { append: true });
  if (!takesGzip(web.req.header('accept-encoding'))) return web.body(plain, status);
  web.header('content-encoding', 'gzip');
  return web.body(gzip, status);
}
