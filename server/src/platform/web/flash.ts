import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { openBytes, SealError, sealBytes } from '../crypto/sealed.ts';
import type { WebContext } from './environment.ts';

const NAME = 'handbell_note';
const SECONDS = 600;
const CELL = { table: 'cookie', column: 'flash', row: NAME };

const noteSchema = z.object({ until: z.number(), values: z.record(z.string(), z.string()) });

/**
 * Sends a few values on to the next page only, sealed in a cookie that only that page's address gets back and that
 * ends after ten minutes. For a receipt's code or a "saved" notice, which must not stand in an address.
 */
export function sendFlash(
  context: WebContext,
  key: Buffer,
  path: string,
  values: Readonly<Record<string, string>>,
  secure: boolean,
): void {
  const note = { until: Date.now() + SECONDS * 1000, values };
  const sealed = sealBytes(key, CELL, Buffer.from(JSON.stringify(note))).toString('base64url');
  const [pathname = path] = path.split(/[?#]/);
  setCookie(context, NAME, sealed, {
    path: pathname,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: SECONDS,
    secure,
  });
}

/** The values that the page before sent on, if there are any. */
export function readFlash(context: WebContext, key: Buffer): Readonly<Record<string, string>> {
  const sealed = getCookie(context, NAME);
  if (!sealed) return {};
  try {
    const note = noteSchema.parse(
      JSON.parse(openBytes(key, CELL, Buffer.from(sealed, 'base64url')).toString()),
    );
    return note.until > Date.now() ? note.values : {};
  } catch (error) {
    if (error instanceof SealError || error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}
