import { z } from 'zod';
import { PASSWORD_MIN } from '../platform/sign-in/password.ts';
import { ROLES } from './roles.ts';

/** A person's name, in any script, as they write it. */
export const nameField = z
  .string('Enter a name')
  .trim()
  .min(1, 'Enter a name')
  .max(200, 'Use 200 characters or fewer');

export const emailField = z
  .string('Enter an email address')
  .trim()
  .pipe(z.email('Enter an email address like office@example.org'))
  .pipe(z.string().max(254, 'That email address is too long'));

export const newPasswordField = z
  .string('Choose a password')
  .min(PASSWORD_MIN, `Use ${PASSWORD_MIN} characters or more: three words you will remember are good`)
  .max(256, 'Use 256 characters or fewer');

/** What is said to a code of an authenticator app that does not fit. */
export const CODE_NOT_RIGHT =
  'That code is not right, or its time has passed. Enter the code your app shows now';

/** Tick boxes come as nothing, one text or a list. */
export const rolesField = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], 'Tick at least one role')
  .pipe(z.array(z.enum(ROLES)).min(1, 'Tick at least one role'));

/** An address of ours to go to after signing in; anything else is the desk. */
export const nextField = z
  .string()
  .regex(/^\/(desk|account|set-up)[A-Za-z0-9/_?=&%.-]*$/)
  .catch('/desk');
