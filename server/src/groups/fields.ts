import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { GROUP_KINDS } from './rules.ts';

const line = (message: string) =>
  z.string(message).trim().min(1, message).max(200, 'Use 200 characters or fewer');

/** An invite link lets anybody in who has it: it must never be kept (domain 6.4). */
const noLink = (value: string) => !/chat\.whatsapp\.com|wa\.me\//i.test(value);
const NO_LINK = 'Leave the link out: anybody who has it could join the group';

/** Tick boxes come as nothing, one text or a list. */
const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((list) => list ?? [])
  .pipe(z.array(idSchema<'class'>()));

const entry = {
  kind: z.enum(GROUP_KINDS, 'Choose what kind of group it is'),
  name: line('Enter the group’s name').refine(noLink, NO_LINK),
  classes: ticked,
};

export const newGroupForm = z.object(entry);

const version = z.coerce.number().int().positive();
export const changeGroupForm = z.object({ ...entry, version });
export const versionForm = z.object({ version });

export const moderatorForm = z.object({
  name: line('Enter the moderator’s name'),
  contact: z.string().trim().max(200, 'Use 200 characters or fewer').refine(noLink, NO_LINK),
});

const CLASSES_MAX = 100;

export const classesForm = z.object({
  classes: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((name) => name.trim().replaceAll(/\s+/g, ' '))
        .filter((name) => name !== ''),
    )
    .pipe(
      z
        .array(z.string().max(80, 'A class’s name can have 80 characters at most'))
        .max(CLASSES_MAX, `Enter ${CLASSES_MAX} classes at most`)
        .refine(
          (names) => new Set(names.map((name) => name.toLowerCase())).size === names.length,
          'Two classes have the same name. Give each its own line and its own name.',
        ),
    ),
});
