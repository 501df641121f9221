import { createHash } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { openBytes, SealError, sealBytes } from '../crypto/sealed.ts';
import type { WebContext } from './environment.ts';

const SECONDS = 600;

const noteSchema = z.object({ until: z.number(), values: z.record(z.string(), z.string()) });

/** A name for each page, so that the notes of a page and of one below it do not hide each other. */
function cookieName(pathname: string): string {
  return `handbell_note_${createHash('sha256').update(pathname).digest('hex').slice(0, 8)}`;
}

/** A browser sends a page's cookies to the pages below it too; only the page itself can open its note. */
function cell(pathname: string) {
  return { table: 'cookie', column: 'flash', row: pathname };
}

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
  const [pathname = path] = path.split(/[?#]/);
  const sealed = sealBytes(key, cell(pathname), Buffer.from(JSON.stringify(note))).toString('base64url');
  setCookie(context, cookieName(pathname), sealed, {
    path: pathname,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: SECONDS,
    secure,
  });
}

/** The values that the page before sent on, if there are any. */
export function readFlash(context: WebContext, key: Buffer): Readonly<Record<string, string>> {
  const { path } = context.req;
  const sealed = getCookie(context, cookieName(path));
  if (!sealed) return {};
  try {
    const note = noteSchema.parse(
      JSON.parse(openBytes(key, cell(path), Buffer.from(sealed, 'base64url')).toString()),
    );
    return note.until > Date.now() ? note.values : {};
  } catch (error) {
    if (error instanceof SealError || error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}
