import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { anyField } from '../fields.ts';
import { revisionField } from './change.ts';

export const policyParams = z.object({ id: idSchema<'policy'>() });
export const placeParams = z.object({ id: idSchema<'policy'>(), place: idSchema<'policy-signature'>() });

/** What a form of one button sends. */
export const versionForm = z.object({ version: revisionField });

/** A form with fields of its own making, over the version it was shown for. */
export const versionedForm = versionForm.catchall(anyField);

/** One line that must be there, as it is to stand in a record. */
export const lineField = (message: string) =>
  z.string(message).trim().min(1, message).max(200, 'Use 200 characters or fewer');

/** Somebody's name, in any script, as they write it. */
export const fullName = z
  .string('Enter your full name')
  .trim()
  .min(1, 'Enter your full name')
  .max(200, 'Use 200 characters or fewer');

/** What somebody sends who signs on screen, signed in or by a personal link. */
export const signatureForm = z.object({
  name: fullName,
  confirm: z.literal('yes', 'Tick the box to say that you have read the policy and sign it'),
});
