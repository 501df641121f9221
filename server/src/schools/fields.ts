import { z } from 'zod';
import { NATIONS, PHASES, type SchoolProfile } from './profile.ts';

const line = (message: string) =>
  z.string(message).trim().min(1, message).max(200, 'Use 200 characters or fewer');
const email = (message: string) =>
  z.string(message).trim().min(1, message).pipe(z.email('Enter an email address like office@example.org'));
const phone = z
  .string('Enter a phone number')
  .trim()
  .regex(/^[+()\d\s-]{6,30}$/, 'Enter a phone number like 07700 900123');

/** The school's number in its nation's register. */
export const urnField = z
  .string('Enter the school’s number')
  .trim()
  .regex(/^\d[\d-]{3,9}$/, 'Enter the number as the register gives it, like 100001');

/** The pages of the school's form, in order, each with what it asks. */
export const schoolFields = {
  school: z.object({
    name: line('Enter the school’s name'),
    nation: z.enum(NATIONS, 'Choose a nation'),
    phase: z.enum(PHASES, 'Choose a kind of school'),
    urn: z.union([z.literal(''), urnField]).default(''),
  }),
  contact: z.object({
    address: z
      .string('Enter the school’s address')
      .trim()
      .min(1, 'Enter the school’s address')
      .max(400, 'Use 400 characters or fewer'),
    phone,
    officeEmail: email('Enter the office’s email address'),
    concernEmail: email('Enter the address for concerns'),
    website: z.string().trim().max(200, 'Use 200 characters or fewer').default(''),
    board: line('Enter what the governing body is called'),
  }),
  safeguarding: z.object({
    leadName: line('Enter the safeguarding lead’s name'),
    leadPhone: phone,
    leadEmail: email('Enter the safeguarding lead’s email address'),
  }),
} as const;

/** All of it together. */
export const wholeSchool = z.object({
  ...schoolFields.school.shape,
  ...schoolFields.contact.shape,
  ...schoolFields.safeguarding.shape,
});
export type SchoolForm = z.output<typeof wholeSchool>;

/** The profile that a filled-in form means. */
export function profileFrom(form: SchoolForm): SchoolProfile {
  const { nation, phase, address, phone: schoolPhone, officeEmail, concernEmail, board } = form;
  const safeguardingLead = { name: form.leadName, phone: form.leadPhone, email: form.leadEmail };
  return {
    nation,
    phase,
    urn: form.urn || undefined,
    website: form.website || undefined,
    address,
    phone: schoolPhone,
    officeEmail,
    concernEmail,
    board,
    safeguardingLead,
  };
}

/** The form's values for a profile, to edit it. */
export function formFrom(name: string, profile: SchoolProfile): Readonly<Record<string, string>> {
  const {
    nation,
    phase,
    address,
    phone: schoolPhone,
    officeEmail,
    concernEmail,
    board,
    safeguardingLead: lead,
  } = profile;
  const { urn = '', website = '' } = profile;
  const own = {
    name,
    nation,
    phase,
    urn,
    website,
    address,
    phone: schoolPhone,
    officeEmail,
    concernEmail,
    board,
  };
  return { ...own, leadName: lead.name, leadPhone: lead.phone, leadEmail: lead.email };
}

/** A short, readable address for a school, from its name: "St Example's CE School" becomes "st-examples-ce-school". */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return plain.length >= 2 ? plain : 'school';
}
