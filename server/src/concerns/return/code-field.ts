import { z } from 'zod';

/** A code as somebody enters it. */
export const codeField = z
  .string('Enter your code')
  .trim()
  .min(1, 'Enter your code')
  .max(100, 'Enter your code');

/** One answer to every code that opens nothing: malformed, mistyped or of another school. */
export const NOT_FOUND = 'No concern has this code. Check each word, or each letter and number.';
