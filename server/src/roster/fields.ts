import { z } from 'zod';
import type { SchoolClass } from '../groups/classes-store.ts';
import type { ClassId } from '../groups/rules.ts';
import { idSchema } from '../platform/ids.ts';
import type { Adult, PlaceEntry } from './adult.ts';

export const adultParams = z.object({ adult: idSchema<'adult'>() });
export type AdultParams = z.output<typeof adultParams>;

/** Tick boxes come as nothing, one text or a list. */
export const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((list) => list ?? []);

const version = z.coerce.number().int().positive();
export const versionForm = z.object({ version });

const placeSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}:[A-Z0-9]{0,3}$/)
  .transform((text, context): PlaceEntry => {
    const [id, year = ''] = text.split(':');
    const classId = idSchema<'class'>().safeParse(id);
    if (classId.success) return { classId: classId.data, year };
    context.addIssue({ code: 'custom', message: 'Tick the classes again' });
    return z.NEVER;
  });

/** A place as a tick box sends it. */
export function placeValue({ classId, year }: PlaceEntry): string {
  return `${classId}:${year}`;
}

const entry = {
  name: z.string('Enter a name').trim().min(1, 'Enter a name').max(200, 'Use 200 characters or fewer'),
  email: z
    .union([
      z.literal(''),
      z.email('Enter an email address like name@example.org, or leave it empty').max(254),
    ])
    .default(''),
  phone: z
    .string()
    .trim()
    .regex(/^[+()\d\s-]{0,30}$/, 'Enter a phone number like 07700 900123, or leave it empty')
    .default(''),
  places: ticked.pipe(z.array(placeSchema, 'Tick the classes again')),
};

export const newAdultForm = z.object({ ...entry, with: idSchema<'adult'>().optional() });
export const changeAdultForm = z.object({ ...entry, version });

/** The places that can be ticked: each class, and each year of a class that has several; an adult's own as well. */
export function placeChoices(
  classes: readonly SchoolClass[],
  own: Adult['places'] = [],
): readonly PlaceEntry[] {
  const byClass = classes.flatMap(({ id, years }) => [
    { classId: id, year: '' },
    ...(years.length > 1 ? years : []).map((year) => ({ classId: id, year })),
  ]);
  const known = new Set<ClassId>(classes.map((each) => each.id));
  const values = new Set(byClass.map(placeValue));
  return [...byClass, ...own.filter((place) => known.has(place.classId) && !values.has(placeValue(place)))];
}
