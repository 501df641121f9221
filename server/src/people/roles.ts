/** The roles of a school's staff and governors (domain 2.1). One person often holds several. */
export const ROLES = [
  'office',
  'handler',
  'head',
  'safeguarding',
  'chair',
  'governor',
  'clerk',
  'data',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** What people call each role, and what it is for. */
export const ROLE_TEXT: Readonly<Record<Role, { readonly name: string; readonly about: string }>> = {
  office: {
    name: 'School office',
    about: 'Runs the policy, agreements, groups and letters from day to day.',
  },
  handler: { name: 'Case handler', about: 'A senior member of staff who looks into concerns.' },
  head: { name: 'Head Teacher', about: 'Decides what happens after a case has been looked into.' },
  safeguarding: {
    name: 'Safeguarding lead',
    about: 'Is told at once of anything that may put a child at risk.',
  },
  chair: { name: 'Chair of Governors', about: 'Decides when the Head Teacher cannot, and hears reviews.' },
  governor: {
    name: 'Governor',
    about: 'Adopts and signs the policy; sees numbers, and a case only when asked to one.',
  },
  clerk: { name: 'Clerk to Governors', about: 'Records adoption by the Board.' },
  data: { name: 'Data protection lead', about: 'Answers requests for data and checks what is kept.' },
  admin: {
    name: 'Handbell administrator',
    about: 'Sets up the school, people and mail. Sees no concerns or cases.',
  },
};
