import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { typedDay } from '../../schools/terms.ts';
import type { FieldErrors } from '../../ui/index.ts';
import { anyField, revisionField } from './change.ts';

export const policyParams = z.object({ id: idSchema<'policy'>() });
export const placeParams = z.object({ id: idSchema<'policy'>(), place: idSchema<'policy-signature'>() });

/** What a form of one button sends. */
export const versionForm = z.object({ version: revisionField });

/** A form with fields of its own making, over the version it was shown for. */
export const versionedForm = versionForm.catchall(anyField);

/** Somebody's name, in any script, as they write it. */
export const fullName = z
  .string('Enter your full name')
  .trim()
  .min(1, 'Enter your full name')
  .max(200, 'Use 200 characters or fewer');

type Values = Readonly<Record<string, unknown>>;

/**
 * A day from three boxes that cannot lie in the future.
 * @returns the day, or what to say of it
 */
export function pastDay(
  values: Values,
  name: string,
  today: Temporal.PlainDate,
): { readonly day: Temporal.PlainDate } | { readonly errors: FieldErrors } {
  const day = typedDay(texts(values), name);
  if (!day || day.year < 1900) return { errors: { [name]: 'Enter a day, such as 18 11 2025' } };
  if (Temporal.PlainDate.compare(day, today) > 0) {
    return { errors: { [name]: 'The day cannot be in the future' } };
  }
  return { day };
}

function texts(values: Values): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** The three boxes of a day, filled in. */
export function dayValues(name: string, day: Temporal.PlainDate): Readonly<Record<string, string>> {
  return {
    [`${name}-day`]: `${day.day}`,
    [`${name}-month`]: `${day.month}`,
    [`${name}-year`]: `${day.year}`,
  };
}
