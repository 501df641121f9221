import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { namedForm, noJoinLink } from '../fields.ts';

/** For how long a notice may stay up, in days. */
export const NOTICE_DAYS = [
  ['7', 'A week'],
  ['14', 'Two weeks'],
  ['28', 'Four weeks'],
] as const;
const days = NOTICE_DAYS.map(([value]) => value);

export const noticeForm = z.object({
  title: z.string('Enter a title').trim().min(1, 'Enter a title').max(100, 'Use 100 characters or fewer'),
  body: noJoinLink(
    z
      .string('Write the message')
      .trim()
      .min(1, 'Write the message')
      .max(1500, 'Use 1,500 characters or fewer: a message on a phone is short'),
  ),
  days: z.enum(days, 'Choose for how long it is shown').transform(Number),
});

export const noticeParams = z.object({ notice: idSchema<'pta-notice'>() });

export const nominationForm = namedForm.extend({ group: idSchema<'group'>('Choose a group') });

export const officerForm = namedForm;
export const officerParams = z.object({ officer: idSchema<'volunteer'>() });
