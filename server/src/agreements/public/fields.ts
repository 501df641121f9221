import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import type { FormState } from '../../ui/index.ts';
import { wayIn } from '../links/way-in.ts';

const MOST = 200;

/** One line in any script; breaks and runs of spaces become one space. */
export const line = z
  .string()
  .transform((text) => text.replaceAll(/\s+/gu, ' ').trim())
  .pipe(z.string().max(MOST, `Use ${MOST} characters or fewer`));

/** A line that cannot be left empty. */
export const nameField = (missing: string) => line.pipe(z.string().min(1, missing));

/**
 * What every page of the form carries: which version was read, the token of the form's first showing, and the link
 * somebody came by.
 */
const carried = {
  policy: idSchema<'policy'>(),
  attempt: z.string().regex(/^[A-Za-z0-9_-]{22}$/u),
  way: wayIn,
};

const about = { childClass: line.default(''), relationship: line.default('') };

export const nameForm = z.object({ ...carried, ...about, name: nameField('Enter your name') });
export const aboutForm = nameForm.extend({ go: z.literal('back').optional() });
export const signForm = nameForm.extend({
  agree: z.literal('yes', 'Tick the box to say that you agree, or leave this page if you do not'),
});
export const changeForm = nameForm.extend({ go: z.enum(['name', 'about']) });

/** What a link brings to the first page: by which way, and what is known of whoever follows it. */
export const startNote = z.object({
  way: wayIn,
  name: line.default(''),
  childClass: line.default(''),
});

export type Answers = z.output<typeof nameForm>;

/** The answers of the pages before, as the next page gets them; undefined when they did not come along. */
export function readAnswers(values: Readonly<Record<string, string>>): Answers | undefined {
  return nameForm.safeParse(values).data;
}

/** Answers as they travel. */
export function carry({
  policy,
  attempt,
  way,
  name,
  childClass,
  relationship,
}: Answers): Readonly<Record<string, string>> {
  return { policy, attempt, way, name, childClass, relationship };
}

/** Answers as a form shows them. */
export function asForm(answers: Readonly<Record<string, string>>): FormState {
  return { values: answers, errors: {} };
}

const codeField = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(60, 'This is too long for a code');

export const receiptForm = z.object({ code: codeField('Enter your receipt code') });
export const certificateForm = z.object({ code: codeField('Enter the code on the certificate') });
export const openForm = receiptForm.extend({ go: z.enum(['withdraw', 'receipt.pdf', 'certificate.pdf']) });
export const copyForm = receiptForm.extend({
  email: z
    .string('Enter your email address')
    .trim()
    .pipe(z.email('Enter an email address like name@example.org'))
    .pipe(z.string().max(254, 'That email address is too long')),
});
