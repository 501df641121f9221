import type { Role } from '../people/roles.ts';

/** Whom a concern goes past (domain 2.5, rules 8-10). */
export const CONCERN_ROUTES = [
  'ordinary',
  'past-head',
  'past-governors',
  'past-both',
  'past-lead',
  'past-head-and-lead',
  'past-governors-and-lead',
  'past-all',
] as const;
export type ConcernRoute = (typeof CONCERN_ROUTES)[number];

/** Those a concern can go past, because it may be about them. */
export type Party = 'head' | 'governors' | 'lead';

const PASSED: Readonly<Record<ConcernRoute, readonly Party[]>> = {
  ordinary: [],
  'past-head': ['head'],
  'past-governors': ['governors'],
  'past-both': ['head', 'governors'],
  'past-lead': ['lead'],
  'past-head-and-lead': ['head', 'lead'],
  'past-governors-and-lead': ['governors', 'lead'],
  'past-all': ['head', 'governors', 'lead'],
};

const HELD_BY: Readonly<Record<Party, readonly Role[]>> = {
  head: ['head'],
  governors: ['chair', 'governor'],
  // A deputy works beside the lead every day: a concern about one goes past both.
  lead: ['safeguarding'],
};

/** Who reads a concern of each route by their role. */
export const READERS: Readonly<Record<ConcernRoute, readonly Role[]>> = {
  ordinary: ['handler', 'head', 'safeguarding'],
  'past-head': ['chair'],
  'past-governors': ['clerk'],
  'past-both': ['clerk'],
  'past-lead': ['head'],
  'past-head-and-lead': ['chair'],
  'past-governors-and-lead': ['clerk'],
  'past-all': ['clerk'],
};

/** The roles that some parties hold. */
export function rolesOf(parties: readonly Party[]): readonly Role[] {
  return parties.flatMap((party) => HELD_BY[party]);
}

/** The roles that a route keeps a concern from. */
export function keptFrom(route: ConcernRoute): readonly Role[] {
  return rolesOf(PASSED[route]);
}

/** The route that goes past some parties and nobody else. */
export function routePast(parties: readonly Party[]): ConcernRoute {
  const wanted = new Set(parties);
  const found = CONCERN_ROUTES.find(
    (route) => PASSED[route].length === wanted.size && PASSED[route].every((party) => wanted.has(party)),
  );
  return found ?? 'past-all';
}

/** The route that goes past everybody either of two routes goes past. */
export function strictest(one: ConcernRoute, other: ConcernRoute): ConcernRoute {
  return routePast([...PASSED[one], ...PASSED[other]]);
}

/** Whom a concern is about, as its writer says. */
export const CONCERN_ABOUT = [
  'parent',
  'teacher',
  'staff',
  'head',
  'governors',
  'head-and-governors',
  'lead',
  'pupil',
  'unsure',
] as const;
export type ConcernAbout = (typeof CONCERN_ABOUT)[number];

/** The route of a concern about somebody. */
export function routeFor(about: ConcernAbout): ConcernRoute {
  if (about === 'head') return 'past-head';
  if (about === 'governors') return 'past-governors';
  if (about === 'lead') return 'past-lead';
  return about === 'head-and-governors' ? 'past-both' : 'ordinary';
}
