import type { Role } from '../people/roles.ts';
import type { Id, MemberId } from '../platform/ids.ts';
import { type Involved, routingOf } from './conflicts.ts';
import { type ConcernRoute, keptFrom, READERS } from './passing.ts';
import { type ConcernAct, type ConcernExit, type ConcernState, TRANSITIONS } from './transitions.ts';

export * from './conflicts.ts';
export * from './passing.ts';
export * from './transitions.ts';

export type ConcernId = Id<'concern'>;

/** Why an act is refused. */
export type ConcernObstacle =
  | 'over'
  | 'screen-first'
  | 'screened-already'
  | 'held'
  | 'not-held'
  | 'safeguarding-only'
  | 'declare-first'
  | 'about-us-first'
  | 'is-complaint'
  | 'not-your-exit'
  | 'not-your-appointment'
  | 'not-parents'
  | 'officer-first'
  | 'no-allegation'
  | 'alleged'
  | 'about-moderator'
  | 'led-by-another'
  | 'leads'
  | 'alone'
  | 'case-open';

/** What a guard needs to know of the concern and of the one who acts. The reporter and jobs act without roles. */
export interface ActFacts extends Involved {
  readonly state: ConcernState;
  readonly route: ConcernRoute;
  /** The reporter says that a child is in danger now. */
  readonly urgent: boolean;
  readonly aboutUs: 'no' | 'partly' | 'yes' | null;
  readonly roles: readonly Role[];
  /** The one who acts has said that they have no interest in this concern (rule 8). */
  readonly declaredClear: boolean;
  readonly exit?: ConcernExit | null | undefined;
  /** An allegation about an adult who works with children: whether the council's designated officer was told (rule 13). */
  readonly allegation: 'open' | 'told' | null;
  /** The report that leads the matter this one belongs to, if another does. */
  readonly matterOf: ConcernId | null;
}

export type ActResult =
  | { readonly ok: true; readonly state: ConcernState }
  | { readonly ok: false; readonly obstacle: ConcernObstacle };

/** What is decided for all reports of a matter at once, at the one that leads. */
const DECIDED_AT_LEAD: readonly ConcernAct[] = ['answer-about-us', 'exit', 'open-case', 'lead', 'join'];

/** What nobody does who has not said that they have no interest (rule 8). */
const NEEDS_CLEAR: readonly ConcernAct[] = [...DECIDED_AT_LEAD, 'leave'];

const isHeld = (state: ConcernState): boolean => state === 'held' || state === 'case-held';

/** The ways out that are for those who lead: the Head, the Chair, the safeguarding lead (domain 2.3). */
const LEADER_EXITS: readonly ConcernExit[] = ['staff-route', 'pupil-route'];
/** Those who lead: they take what is not for everybody who sorts concerns. */
export const LEADERS: readonly Role[] = ['head', 'chair', 'safeguarding'];

function obstacleOf(facts: ActFacts, act: ConcernAct): ConcernObstacle | undefined {
  const { state, roles } = facts;
  if (TRANSITIONS[state][act] === null) return noWay(state, act);
  if (isForSafeguarding(facts, act) && !safeguards(facts)) return 'safeguarding-only';
  // Past the Head or the governors, whoever the concern went to stands in their place.
  const leads = facts.route !== 'ordinary' || roles.some((role) => LEADERS.includes(role));
  const apart = matterObstacle(facts, act);
  if (apart) return apart;
  if (act === 'appoint' && !leads) return 'not-your-appointment';
  const alleged = allegationObstacle(facts, act, leads);
  if (alleged) return alleged;
  if (NEEDS_CLEAR.includes(act) && !facts.declaredClear) return 'declare-first';
  if (act !== 'answer-about-us' && act !== 'exit' && act !== 'open-case') return undefined;
  if (act === 'open-case' && facts.aboutUs === 'yes') return 'is-complaint';
  if (act !== 'answer-about-us' && facts.aboutUs === null) return 'about-us-first';
  if (act === 'open-case' && !routingOf(facts).parents) return 'not-parents';
  return act === 'exit' && facts.exit ? exitObstacle(facts, facts.exit, leads) : undefined;
}

/** What a report that is led by another leaves to that one. */
function matterObstacle({ matterOf }: ActFacts, act: ConcernAct): ConcernObstacle | undefined {
  if (matterOf !== null && DECIDED_AT_LEAD.includes(act)) return 'led-by-another';
  return act === 'leave' && matterOf === null ? 'alone' : undefined;
}

/** Why a way out is closed: it is for those who lead, or it would send a matter to the person it is about. */
function exitObstacle(facts: ActFacts, exit: ConcernExit, leads: boolean): ConcernObstacle | undefined {
  if (LEADER_EXITS.includes(exit) && !leads) return 'not-your-exit';
  const moderated = exit === 'moderator-matter' && facts.involved.includes('volunteer-subject');
  return moderated ? 'about-moderator' : undefined;
}

/**
 * What an allegation about an adult who works with children stops: until the designated officer was told nothing is
 * released, and no case is ever opened from it (rule 13).
 */
function allegationObstacle(
  { allegation }: ActFacts,
  act: ConcernAct,
  leads: boolean,
): ConcernObstacle | undefined {
  if (act === 'allege' && allegation !== null) return 'alleged';
  if (act === 'tell-officer' && allegation !== 'open') return 'no-allegation';
  if (act === 'tell-officer' && !leads) return 'safeguarding-only';
  if (act === 'release' && allegation === 'open') return 'officer-first';
  return act === 'open-case' && allegation !== null ? 'not-parents' : undefined;
}

/** What only the safeguarding lead does: end a hold, speak during one, and find no danger where danger was reported. */
function isForSafeguarding({ state, urgent }: ActFacts, act: ConcernAct): boolean {
  if (act === 'release' || act === 'allege') return true;
  if (act === 'screen-clear') return urgent;
  return isHeld(state) && (act === 'acknowledge' || act === 'ask');
}

/** Past the Head or the governors the safeguarding lead may be one of them: whoever it went to stands in (domain 2.11). */
function safeguards({ roles, route }: ActFacts): boolean {
  return roles.includes('safeguarding') || route !== 'ordinary';
}

function noWay(state: ConcernState, act: ConcernAct): ConcernObstacle {
  if (state === 'exited' || state === 'concluded') return 'over';
  if (act === 'release') return 'not-held';
  if (state === 'received') return 'screen-first';
  if (act === 'screen-clear' || act === 'screen-hold') return 'screened-already';
  return isHeld(state) ? 'held' : 'case-open';
}

/**
 * Whether an act may be done, and where it leads: every report is screened first (rule 12), a held one goes nowhere
 * until the safeguarding lead releases it, whoever acts has declared no interest (rule 8), and "is this a complaint
 * about us?" is asked before anything is done about a parent (rule 17).
 */
export function tryAct(facts: ActFacts, act: ConcernAct): ActResult {
  const obstacle = obstacleOf(facts, act);
  if (obstacle) return { ok: false, obstacle };
  const state = TRANSITIONS[facts.state][act];
  return state === null ? { ok: false, obstacle: noWay(facts.state, act) } : { ok: true, state };
}

/** What of a concern decides who sees it. */
export interface ConcernSight {
  readonly route: ConcernRoute;
  /** The child is said to be in danger, or the safeguarding hold is on. */
  readonly safeguarding: boolean;
  readonly excluded: readonly MemberId[];
  readonly appointed: readonly MemberId[];
}

/** What a member of staff sees of a concern: nothing at all, that it is there, or its words. */
export type Sight = 'nothing' | 'listed' | 'read';

/**
 * What a member may see of a concern. Whoever is the target or has an interest sees nothing (rule 8); a concern about
 * the Head is nowhere visible to the Head, whatever other roles they hold (rule 10); an alternate sees what they were
 * appointed to (rule 9).
 */
export function mayOpenConcern(
  staff: { readonly member: MemberId; readonly roles: readonly Role[] },
  concern: ConcernSight,
): Sight {
  const holds = (roles: readonly Role[]) => staff.roles.some((role) => roles.includes(role));
  if (concern.excluded.includes(staff.member)) return 'nothing';
  const appointed = concern.appointed.includes(staff.member);
  // A governor named as alternate was chosen for this concern by somebody it is not about; the Head never is.
  const kept = keptFrom(concern.route).filter((role) => !(appointed && role === 'governor'));
  if (holds(kept)) return 'nothing';
  if (appointed || holds(READERS[concern.route])) return 'read';
  if (concern.safeguarding && staff.roles.includes('safeguarding')) return 'read';
  return concern.route === 'ordinary' && staff.roles.includes('office') ? 'listed' : 'nothing';
}

/** Roles that may be named for an ordinary concern: governors and the clerk stay out, so that a panel stays untainted. */
const ALTERNATES: readonly Role[] = ['handler', 'head', 'safeguarding', 'chair'];

/**
 * Whether a member may be named to take a concern (rule 9): nobody it goes past, nobody who is out of it, and no
 * governor where staff can do it.
 */
export function mayBeAppointed(
  person: { readonly member: MemberId; readonly roles: readonly Role[] },
  concern: ConcernSight,
): boolean {
  if (concern.route === 'ordinary' && !person.roles.some((role) => ALTERNATES.includes(role))) return false;
  return mayOpenConcern(person, { ...concern, appointed: [...concern.appointed, person.member] }) === 'read';
}
