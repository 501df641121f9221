import { z } from 'zod';

/** The nations of the United Kingdom: which law notes, which complaints route, which ombudsman. */
export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export const NATION_NAMES: Readonly<Record<(typeof NATIONS)[number], string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export const PHASES = [
  'nursery',
  'infant',
  'junior',
  'primary',
  'secondary',
  'all-through',
  'special',
] as const;
export const PHASE_NAMES: Readonly<Record<(typeof PHASES)[number], string>> = {
  nursery: 'Nursery',
  infant: 'Infant (up to Year 2)',
  junior: 'Junior (Years 3 to 6)',
  primary: 'Primary',
  secondary: 'Secondary',
  'all-through': 'All-through',
  special: 'Special school',
};

/** What anybody may know of a school: it is on its public pages (S1, S63). */
export const profileSchema = z.object({
  nation: z.enum(NATIONS),
  phase: z.enum(PHASES),
  /** The school's number in its nation's register. */
  urn: z.string().optional(),
  address: z.string(),
  phone: z.string(),
  officeEmail: z.string(),
  /** Where concerns may be mailed (S49); the policy's own contact is shown beside it. */
  concernEmail: z.string(),
  website: z.string().optional(),
  safeguardingLead: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  /** What the school calls its governing body ("the Board of Governors"). */
  board: z.string(),
  /** How to complain, once the school has written it down. */
  complaints: z
    .object({ steps: z.array(z.string()), contact: z.string(), link: z.string().optional() })
    .optional(),
  /** The policy in force, for the foot of every page; unset until one is. */
  policyInForce: z.object({ version: z.number().int(), label: z.string() }).optional(),
});

export type SchoolProfile = z.output<typeof profileSchema>;
