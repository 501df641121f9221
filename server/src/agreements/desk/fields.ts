import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { anyField } from '../../policies/fields.ts';
import { TALK_OUTCOMES } from '../answers/rules.ts';
import { line, nameField } from '../public/fields.ts';

export const recordForm = z
  .object({
    code: nameField('Enter the code that is printed on the slip'),
    name: nameField('Enter the name on the slip'),
    childClass: line.default(''),
    says: z.enum(['signed', 'talk'], 'Choose what the slip says').default('signed'),
    contact: line.default(''),
    another: z.literal('yes').optional(),
    scan: idSchema<'file'>().optional(),
  })
  .catchall(anyField);

export const scanForm = z.object({ file: z.instanceof(File, { message: 'Choose the scan of a slip' }) });
export const findForm = z.object({ name: nameField('Enter a name, or a part of it') });
export const takeForm = z.object({ owner: idSchema<'member'>('Choose who talks to them') });
export const endForm = z.object({
  outcome: z.enum(TALK_OUTCOMES, 'Choose how it ended'),
  note: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().max(2000, 'Use 2,000 characters or fewer'))
    .default(''),
});

export const versionParams = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/u)
    .transform(Number),
});
