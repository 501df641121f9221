import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { typedDay } from '../schools/terms.ts';
import type { FieldErrors } from '../ui/index.ts';

/** Any other field, a text or a list of texts: what a page with a changing number of fields sends. */
export const anyField = z.union([z.string(), z.array(z.string())]).catch('');

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
  const day = typedDay(textFields(values), name);
  if (!day || day.year < 1900) return { errors: { [name]: 'Enter a day, such as 18 11 2025' } };
  if (Temporal.PlainDate.compare(day, today) > 0) {
    return { errors: { [name]: 'The day cannot be in the future' } };
  }
  return { day };
}

/** The fields of a form that are one text each. */
export function textFields(values: Values): Readonly<Record<string, string>> {
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
