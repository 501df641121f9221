import { z } from 'zod';
import { type FormState, TextArea } from '../../ui/index.ts';
import type { ContactTerms } from './rules.ts';

const term = z.string().trim().max(8000, 'Use 8,000 characters or fewer').default('');

/** The terms of a plan as a form sends them; what is open stays open. */
export const termsForm = z.object({
  facts: term,
  childContacts: term,
  route: term,
  frequency: term,
  reasons: term,
});

const QUESTIONS: Readonly<Record<keyof ContactTerms, { readonly label: string; readonly hint: string }>> = {
  facts: {
    label: 'How much contact was there, and what did it do?',
    hint: 'Numbers and days. Judge the contact, never the person.',
  },
  childContacts: {
    label: 'How many of these were about the child’s needs?',
    hint: 'Illness, safety, medicine, special needs. They are counted apart and stay outside the plan.',
  },
  route: {
    label: 'Whom do they write to or phone?',
    hint: 'One person and one address. Who stands in when they are away?',
  },
  frequency: {
    label: 'How often, and by when do you answer?',
    hint: 'Such as: one answer a week, each Thursday.',
  },
  reasons: {
    label: 'Why this, and why is a smaller step not enough?',
    hint: 'Was there a conversation first? What about a disability or a language?',
  },
};

/** The questions of a communication plan. */
export function ContactTermsFields({ terms, form }: { terms: ContactTerms; form: FormState }) {
  const shown: FormState = { values: { ...terms, ...form.values }, errors: form.errors };
  return (
    <>
      {Object.entries(QUESTIONS).map(([name, { label, hint }]) => (
        <TextArea form={shown} name={name} label={label} hint={hint} rows={4} />
      ))}
    </>
  );
}
