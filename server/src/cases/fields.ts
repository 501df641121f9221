import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { typedDay } from '../schools/terms.ts';
import type { FieldErrors } from '../ui/index.ts';
import { countWords, SENTENCE_WORDS } from './deeds.ts';

/** The most characters a text of a case may have: about 5,000 words. */
const TEXT_MAX = 40_000;
const TOO_LONG = `Use ${TEXT_MAX.toLocaleString('en-GB')} characters or fewer`;
const LINE_MAX = 300;

/** A text that must say something. */
export const text = (message: string) => z.string(message).trim().min(1, message).max(TEXT_MAX, TOO_LONG);

/** A text that must be at least a sentence (rule 20). */
export const sentence = (message: string) =>
  text(message).refine((value) => countWords(value) >= SENTENCE_WORDS, 'Write at least one whole sentence');

/** A text that may be left out. */
export const optionalText = z.string().trim().max(TEXT_MAX, TOO_LONG).default('');

/** One line of text. */
export const line = (message: string) =>
  z.string(message).trim().min(1, message).max(LINE_MAX, `Use ${LINE_MAX} characters or fewer`);

/** One line that may be left out. */
export const optionalLine = z
  .string()
  .trim()
  .max(LINE_MAX, `Use ${LINE_MAX} characters or fewer`)
  .default('');

/** The version of the case that a form was shown for. */
export const versionField = z.coerce.number('Load the page again').int('Load the page again').positive();

/** Somebody named for a part in a case. */
export const namingForm = z.object({
  member: z.string('Choose somebody').pipe(idSchema<'member'>()),
  version: versionField,
});

/** Tick boxes come as nothing, one text or a list. */
export const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((list) => list ?? []);

/** Any other field: the three boxes of a day. */
export const anyField = z.union([z.string(), z.array(z.string())]).catch('');

/** Which days a field takes. */
export type DayRule = 'past' | 'future';

const EARLIEST = 2000;

/**
 * A day from three boxes.
 * @param today the day it is judged by: `past` takes it and earlier ones, `future` later ones only
 * @returns the day, or what to say of it
 */
export function readDay(
  values: Readonly<Record<string, unknown>>,
  name: string,
  rule: DayRule,
  today: Temporal.PlainDate,
): { readonly day: Temporal.PlainDate } | { readonly errors: FieldErrors } {
  const texts = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  const day = typedDay(Object.fromEntries(texts), name);
  if (!day || day.year < EARLIEST) return { errors: { [name]: 'Enter a day, such as 9 3 2027' } };
  const order = Temporal.PlainDate.compare(day, today);
  if (rule === 'past' && order > 0) return { errors: { [name]: 'The day cannot be in the future' } };
  if (rule === 'future' && order <= 0) return { errors: { [name]: 'Choose a day that is still to come' } };
  return { day };
}

/** The three boxes of a day, filled in. */
export function dayValues(name: string, day: Temporal.PlainDate): Readonly<Record<string, string>> {
  return {
    [`${name}-day`]: `${day.day}`,
    [`${name}-month`]: `${day.month}`,
    [`${name}-year`]: `${day.year}`,
  };
}
