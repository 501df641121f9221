import { z } from 'zod';
import { isPicture, NO_OTHER_FILE, PICTURE_BYTES, PICTURES_MOST } from './picture.ts';

const TOO_LARGE = 'A picture is too large. Cut it down to the part that matters';
const TEXT_MOST = Math.ceil((PICTURE_BYTES * 4) / 3);

const one = z
  .string()
  .max(TEXT_MOST, TOO_LARGE)
  .regex(/^[\w-]*$/, NO_OTHER_FILE)
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine(isPicture, NO_OTHER_FILE);

/**
 * Pictures as a device hands them over, as base64url: none, one or several. What they really are is found out when they
 * are drawn afresh (`safePicture`).
 */
export const picturesField = z
  .union([z.string().transform((text) => [text]), z.array(z.string())], NO_OTHER_FILE)
  .optional()
  .transform((texts) => (texts ?? []).filter((text) => text !== ''))
  .pipe(z.array(one).max(PICTURES_MOST, `Add ${PICTURES_MOST} pictures at most`));

/** Bytes that the pictures of a form take at most, as a form encodes them. */
export const PICTURES_FORM_BYTES = TEXT_MOST * PICTURES_MOST;
