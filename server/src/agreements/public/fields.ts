import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import type { FormState } from '../../ui/index.ts';

const MOST = 200;

/** One line in any script; breaks and runs of spaces become one space. */
const line = z
  .string()
  .transform((text) => text.replaceAll(/\s+/gu, ' ').trim())
  .pipe(z.string().max(MOST, `Use ${MOST} characters or fewer`));

/** What every page of the form carries: which version was read, and the token of the form's first showing. */
const carried = {
  policy: idSchema<'policy'>(),
  attempt: z.string().regex(/^[A-Za-z0-9_-]{22}$/u),
};

const about = { childClass: line.default(''), relationship: line.default('') };

export const nameForm = z.object({
  ...carried,
  ...about,
  name: line.pipe(z.string().min(1, 'Enter your name')),
});
export const aboutForm = nameForm.extend({ go: z.literal('back').optional() });
export const signForm = nameForm.extend({
  agree: z.literal('yes', 'Tick the box to say that you agree, or leave this page if you do not'),
});
export const changeForm = nameForm.extend({ go: z.enum(['name', 'about']) });

export type Answers = z.output<typeof nameForm>;

/** The answers of the pages before, as the next page gets them; undefined when they did not come along. */
export function readAnswers(values: Readonly<Record<string, string>>): Answers | undefined {
  return nameForm.safeParse(values).data;
}

/** Answers as they travel. */
export function carry({
  policy,
  attempt,
  name,
  childClass,
  relationship,
}: Answers): Readonly<Record<string, string>> {
  return { policy, attempt, name, childClass, relationship };
}

/** Answers as a form shows them. */
export function asForm(answers: Readonly<Record<string, string>>): FormState {
  return { values: answers, errors: {} };
}

export const receiptForm = z.object({
  code: z
    .string('Enter your receipt code')
    .trim()
    .min(1, 'Enter your receipt code')
    .max(60, 'This is too long for a receipt code'),
});
export const openForm = receiptForm.extend({ go: z.enum(['withdraw', 'receipt.pdf']) });
export const copyForm = receiptForm.extend({
  email: z
    .string('Enter your mail address')
    .trim()
    .pipe(z.email('Enter a mail address like name@example.org'))
    .pipe(z.string().max(254, 'That mail address is too long')),
});
