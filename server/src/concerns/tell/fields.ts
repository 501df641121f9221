import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { picturesField } from '../evidence/picture-field.ts';
import { excerptField } from '../excerpt-field.ts';
import { AFFECTED, BEHALF, CONCERN_MODES, OTHER_PLACES, TOLD_OF, YES_NO_UNSURE } from '../kinds.ts';
import { CONCERN_ABOUT } from '../rules.ts';

export const WORDS_MOST = 5000;
const CHARACTERS_MOST = 60_000;

/** How many words a text has; scripts that write no spaces are bounded by their characters instead. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** A text of several lines, in any script. */
export const longText = z
  .string()
  .optional()
  .transform((text) => (text ?? '').trim())
  .pipe(
    z
      .string()
      .max(CHARACTERS_MOST, `Use ${CHARACTERS_MOST} characters or fewer`)
      .refine((text) => countWords(text) <= WORDS_MOST, `Use ${WORDS_MOST} words or fewer`),
  );

/** A text of one line. */
export const shortText = z
  .string()
  .optional()
  .transform((text) => (text ?? '').trim())
  .pipe(z.string().max(200, 'Use 200 characters or fewer'));

/** An email address, or nothing. */
export const optionalEmail = shortText.pipe(
  z.union([z.literal(''), z.email('Enter an email address like name@example.org, or leave it empty')]),
);

/** A phone number, or nothing. */
export const optionalPhone = shortText.pipe(
  z.string().regex(/^([+()\d\s-]{6,30})?$/, 'Enter a phone number like 07700 900123, or leave it empty'),
);

/** Tick boxes come as nothing, one text or a list. */
export const ticks = <Value extends string>(values: readonly Value[]) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((list) => [...new Set(list ?? [])])
    .pipe(z.array(z.enum(values)));

export const concernAboutSchema = z.enum(CONCERN_ABOUT, 'Choose who it is about');

/** Where it was: a registered group by its id, or one of the other places. */
export const placeField = z
  .string('Choose where it was')
  .pipe(z.union([z.enum(OTHER_PLACES), idSchema<'group'>()], 'Choose where it was'));

const part = z
  .string()
  .optional()
  .transform((text) => (text ?? '').trim());

/** A day in three boxes, or none. */
export const whenFields = {
  'when-day': part,
  'when-month': part,
  'when-year': part,
  whenWords: shortText,
};

const YEARS_BACK = 20;

/**
 * The day that three boxes mean: undefined when all are empty, a message when it is no day or lies ahead.
 * @param today the school's day
 */
export function readDay(
  boxes: { readonly 'when-day': string; readonly 'when-month': string; readonly 'when-year': string },
  today: Temporal.PlainDate,
): { readonly day: Temporal.PlainDate | undefined } | { readonly fault: string } {
  const texts = [boxes['when-day'], boxes['when-month'], boxes['when-year']];
  if (texts.every((text) => text === '')) return { day: undefined };
  const fault = { fault: 'Enter a real day, like 27 2 2026, or leave the three boxes empty' };
  if (!texts.every((text) => /^\d{1,4}$/.test(text))) return fault;
  const [day = 0, month = 0, year = 0] = texts.map(Number);
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    if (date.until(today).sign < 0) return { fault: 'The day must be today or earlier' };
    return date.until(today, { largestUnit: 'year' }).years > YEARS_BACK ? fault : { day: date };
  } catch (error) {
    if (error instanceof RangeError) return fault;
    throw error;
  }
}

/** What each page asks, and what is wrong with an answer in words for the one who gave it. */
export const tellFields = {
  danger: z.object({ danger: z.enum(['yes', 'no'], 'Say whether a child is in danger now') }),
  mode: z.object({ mode: z.enum(CONCERN_MODES, 'Choose how you want to tell us') }),
  matter: z.object({ matter: z.enum(TOLD_OF, 'Choose what this is about') }),
  about: z.object({ about: concernAboutSchema }),
  behalf: z.object({ behalf: z.enum(BEHALF, 'Choose who you are telling us for') }),
  place: z.object({ place: placeField, placeName: shortText }),
  when: z.object(whenFields),
  words: z.object({ words: longText, excerpt: excerptField }),
  mail: z.object({ mailText: longText }),
  subject: z.object({ subject: shortText }),
  affected: z.object({ affected: ticks(AFFECTED), affectedWords: longText }),
  child: z.object({ childWriter: z.enum(YES_NO_UNSURE, 'Choose one answer') }),
  hope: z.object({ hope: longText }),
  contact: z.object({ name: shortText, email: optionalEmail, phone: optionalPhone }),
  pictures: z.object({ picture: picturesField }),
} as const;

export type AskingStep = keyof typeof tellFields;

/** All of it together. */
export const wholeTelling = z.object({
  ...tellFields.danger.shape,
  ...tellFields.mode.shape,
  ...tellFields.matter.shape,
  ...tellFields.about.shape,
  ...tellFields.behalf.shape,
  ...tellFields.place.shape,
  ...tellFields.when.shape,
  ...tellFields.words.shape,
  ...tellFields.mail.shape,
  ...tellFields.subject.shape,
  ...tellFields.affected.shape,
  ...tellFields.child.shape,
  ...tellFields.hope.shape,
  ...tellFields.contact.shape,
  ...tellFields.pictures.shape,
});
export type Telling = z.output<typeof wholeTelling>;

/** The names of everything the pages ask. */
export const TELL_NAMES: readonly string[] = Object.keys(wholeTelling.shape);
