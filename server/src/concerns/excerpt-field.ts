import { verifyExcerpt } from '@handbell/chat';
import { z } from 'zod';
import { type KeptExcerpt, keptExcerptSchema } from './account.ts';

/** The most an excerpt may weigh, in bytes of UTF-8. */
export const EXCERPT_BYTES = 512 * 1024;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The excerpt as it comes from the reader's device, or nothing. It is believed only as far as it proves itself: the
 * package checks each field, that no number is left and that it is not most of a chat (rule 31).
 */
export const excerptField = z
  .string()
  .optional()
  .transform((text, context): KeptExcerpt | undefined => {
    if (text === undefined || text === '') return undefined;
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (Buffer.byteLength(text) > EXCERPT_BYTES) {
      return refuse('The messages you chose are too long together. Choose fewer, or type the words instead.');
    }
    const check = verifyExcerpt(parse(text));
    if (!check.ok) return refuse(check.message);
    return keptExcerptSchema.parse(check.excerpt);
  });
