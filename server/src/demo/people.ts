import type { Role } from '../people/roles.ts';
import type { SchoolProfile } from '../schools/profile.ts';

/** The demo's school has this address and no other: `/s/bellfield`. */
export const DEMO_SLUG = 'bellfield';
export const DEMO_NAME = 'Bellfield Example Primary School';

/** Everybody who works at the invented school, by what the stories call them. */
export const CAST = {
  head: { name: 'Grace Adeyemi', email: 'head@bellfield.example.org', roles: ['head'] },
  deputy: { name: 'Tomasz Zieliński', email: 'deputy@bellfield.example.org', roles: ['handler'] },
  lead: { name: 'Nasreen Malik', email: 'safeguarding@bellfield.example.org', roles: ['safeguarding'] },
  office: { name: 'Bronwen Pritchard', email: 'office@bellfield.example.org', roles: ['office'] },
  chair: { name: 'Anthony Delacroix', email: 'chair@bellfield.example.org', roles: ['chair', 'governor'] },
  governor: { name: 'Mei-Ling Chen', email: 'governor@bellfield.example.org', roles: ['governor'] },
  clerk: { name: 'Hamish Buchanan', email: 'clerk@bellfield.example.org', roles: ['clerk'] },
  admin: { name: 'Ravi Subramaniam', email: 'admin@bellfield.example.org', roles: ['admin', 'data'] },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly email: string; readonly roles: readonly Role[] }>
>;

export type CastKey = keyof typeof CAST;
export const CAST_KEYS = ['admin', 'head', 'deputy', 'lead', 'office', 'chair', 'governor', 'clerk'] as const;

/** What the school's public pages say of it. The numbers are of the range kept free for made-up stories. */
export const DEMO_PROFILE: SchoolProfile = {
  nation: 'england',
  phase: 'primary',
  address: 'Bell Lane\nExampleton\nEX1 1EX',
  phone: '07700 900200',
  officeEmail: 'office@bellfield.example.org',
  concernEmail: 'concerns@bellfield.example.org',
  website: 'https://bellfield.example.org',
  safeguardingLead: {
    name: CAST.lead.name,
    phone: '07700 900201',
    email: CAST.lead.email,
  },
  board: 'the Board of Governors',
};
