import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { NOTICE_TOPICS } from './notices/topics.ts';
import { GROUP_KINDS, GROUP_REACHES } from './rules.ts';

const line = (message: string) =>
  z.string(message).trim().min(1, message).max(200, 'Use 200 characters or fewer');

/** An invite link lets anybody in who has it: it must never be kept (domain 6.4). */
const NO_LINK = 'Leave the link out: anybody who has it could join the group';
export const noJoinLink = (text: z.ZodString) =>
  text.refine((value) => !/chat\.whatsapp\.com|wa\.me\//i.test(value), NO_LINK);

/** Tick boxes come as nothing, one text or a list. */
const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((list) => list ?? [])
  .pipe(z.array(idSchema<'class'>()));

const entry = {
  kind: z.enum(GROUP_KINDS, 'Choose what kind of group it is'),
  name: noJoinLink(line('Enter the group’s name')),
  reach: z.enum(GROUP_REACHES).default('chat'),
  classes: ticked,
};

export const newGroupForm = z.object(entry);

const version = z.coerce.number().int().positive();
export const changeGroupForm = z.object({ ...entry, version });
export const versionForm = z.object({ version });

/** How long somebody says they will do it: to the end of the school year, or until they stop. */
export const TERMS_OF_OFFICE = ['year', 'open'] as const;

export const moderatorForm = z.object({
  name: z.string('Enter the moderator’s name').trim().max(200, 'Use 200 characters or fewer'),
  contact: noJoinLink(z.string().trim().max(200, 'Use 200 characters or fewer')),
  /** Set when they look after another group already. */
  person: idSchema<'volunteer'>().or(z.literal('')).optional(),
  term: z.enum(TERMS_OF_OFFICE).default('open'),
  mail: z.literal('yes').optional(),
});

/** Who is asked to be somebody's helper or successor, as a volunteer writes it. */
export const namedForm = z.object({ name: line('Enter their name'), contact: moderatorForm.shape.contact });

export const noticeForm = z.object({ topic: z.enum(NOTICE_TOPICS, 'Choose what the note is about') });

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
