import type { Role } from '../people/roles.ts';
import type { YesNoUnsure } from './kinds.ts';
import { type ConcernAbout, type ConcernRoute, type Party, rolesOf, routePast } from './passing.ts';

/** Who is in a concern, as far as it changes who may deal with it (domain 2.5): the gravest first. */
export const SITUATIONS = [
  'head-and-chair',
  'governor-subject',
  'head-subject',
  'lead-subject',
  'staff-subject',
  'child-sender',
  'head-target',
  'chair-target',
  'volunteer-subject',
  'reporter-staff',
  'own-child-in-class',
  'ordinary',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What only those who sort a concern can say; the rest follows from whom it is about and who wrote. */
export const MARKED_SITUATIONS = [
  'head-target',
  'chair-target',
  'staff-subject',
  'volunteer-subject',
  'reporter-staff',
] as const satisfies readonly Situation[];
export type MarkedSituation = (typeof MARKED_SITUATIONS)[number];

/** Who does a part: looks into it, decides, hears a review. */
export type Seat =
  | 'case-handler'
  | 'another-handler'
  | 'safeguarding'
  | 'head'
  | 'chair'
  | 'vice-chair'
  | 'alternate'
  | 'second-alternate'
  | 'board'
  | 'independent';

/** What has to be looked at besides. */
export type Check = 'lado' | 'two-capacities' | 'whistleblowing' | 'association' | 'behaviour' | 'alternate';

/** One row of the table. */
export interface Routing {
  readonly handler: Seat;
  readonly decider: Seat;
  readonly review: Seat;
  /** Whom it goes past, so that they never learn of it (rule 10). */
  readonly passes: readonly Party[];
  /** Whose holders have no part in it, because the words are aimed at them (rule 8). */
  readonly keptOut: readonly Role[];
  readonly checks: readonly Check[];
  /** Whether the way for parents may go on; if not, no case is opened (rule 42). */
  readonly parents: boolean;
}

const usual: Routing = {
  handler: 'case-handler',
  decider: 'head',
  review: 'chair',
  passes: [],
  keptOut: [],
  checks: [],
  parents: true,
};

/** The table of domain 2.5. Where it lets a Head who is the target decide with a waiver, rule 8 is kept: they do not. */
export const CONFLICTS: Readonly<Record<Situation, Routing>> = {
  ordinary: usual,
  'head-target': { ...usual, decider: 'chair', review: 'vice-chair', keptOut: ['head'] },
  'chair-target': { ...usual, review: 'vice-chair', keptOut: ['chair'] },
  'head-subject': {
    ...usual,
    handler: 'chair',
    decider: 'chair',
    review: 'vice-chair',
    passes: ['head'],
    checks: ['lado'],
  },
  'head-and-chair': {
    ...usual,
    handler: 'alternate',
    decider: 'alternate',
    review: 'second-alternate',
    passes: ['head', 'governors'],
    checks: ['alternate'],
  },
  'governor-subject': {
    ...usual,
    handler: 'alternate',
    decider: 'board',
    review: 'independent',
    passes: ['governors'],
    checks: ['alternate'],
  },
  'lead-subject': { ...usual, handler: 'head', passes: ['lead'], checks: ['lado'] },
  'staff-subject': { ...usual, handler: 'head', checks: ['two-capacities', 'lado'], parents: false },
  'child-sender': { ...usual, handler: 'safeguarding', checks: ['behaviour'], parents: false },
  'volunteer-subject': { ...usual, checks: ['association'] },
  'reporter-staff': { ...usual, checks: ['whistleblowing'] },
  'own-child-in-class': { ...usual, handler: 'another-handler' },
};

/** What is known of the people in a concern. */
export interface Involved {
  readonly about: ConcernAbout;
  readonly childWriter: YesNoUnsure;
  readonly involved: readonly Situation[];
}

const OF_ABOUT: Readonly<Partial<Record<ConcernAbout, Situation>>> = {
  teacher: 'staff-subject',
  staff: 'staff-subject',
  head: 'head-subject',
  governors: 'governor-subject',
  'head-and-governors': 'head-and-chair',
  lead: 'lead-subject',
  pupil: 'child-sender',
};

/** Every situation that holds, the gravest first. Words aimed at both Head and Chair leave neither in it (rule 9). */
export function situationsOf({ about, childWriter, involved }: Involved): readonly Situation[] {
  const both = involved.includes('head-target') && involved.includes('chair-target');
  const found = new Set<Situation>(involved);
  const told = OF_ABOUT[about];
  if (told) found.add(told);
  if (childWriter === 'yes') found.add('child-sender');
  if (both) found.add('head-and-chair');
  return found.size === 0 ? ['ordinary'] : SITUATIONS.filter((each) => found.has(each));
}

/** Who takes a part instead, when those who would are out of it. */
const INSTEAD: Readonly<Partial<Record<Seat, readonly [ifOut: Role, instead: Seat]>>> = {
  safeguarding: ['safeguarding', 'head'],
  head: ['head', 'chair'],
  chair: ['chair', 'alternate'],
  'vice-chair': ['governor', 'independent'],
};

function seated(seat: Seat, out: readonly Role[]): Seat {
  const rule = INSTEAD[seat];
  return rule && out.includes(rule[0]) ? seated(rule[1], out) : seat;
}

/**
 * Who looks into a concern, decides and hears a review, by every situation that holds at once: the gravest names the
 * people, all of them keep people out, and nobody kept out is named.
 */
export function routingOf(facts: Involved): Routing {
  const rows = situationsOf(facts).map((each) => CONFLICTS[each]);
  const [gravest = usual] = rows;
  const all = <T>(of: (row: Routing) => readonly T[]): readonly T[] => [...new Set(rows.flatMap(of))];
  const passes = all((row) => row.passes);
  const keptOut = all((row) => row.keptOut);
  const out = [...keptOut, ...rolesOf(passes)];
  const decider = seated(gravest.decider, out);
  const review = seated(gravest.review, out);
  return {
    handler: seated(gravest.handler, out),
    decider,
    // Whoever decides hears no review of it (rule 11).
    review: review === decider ? 'second-alternate' : review,
    passes,
    keptOut,
    checks: all((row) => row.checks),
    parents: rows.every((row) => row.parents),
  };
}

/** The route of a concern, by every situation that holds. */
export function routeOf(facts: Involved): ConcernRoute {
  return routePast(routingOf(facts).passes);
}
