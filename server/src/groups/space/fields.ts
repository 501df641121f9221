import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { namedForm } from '../fields.ts';
import { isCheckItem } from '../playbook/checklist.ts';

export const placeParams = z.object({ place: idSchema<'moderator'>() });
export type PlaceParams = z.output<typeof placeParams>;

export const answerForm = z.object({
  answer: z.enum(['accept', 'decline'], 'Choose whether you will look after the group'),
});

export const carryOnForm = z.object({
  answer: z.enum(['confirm', 'stop'], 'Choose whether you carry on'),
});

export const checksForm = z.object({
  done: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((list) => (list ?? []).filter(isCheckItem)),
});

export const proposalForm = namedForm;
