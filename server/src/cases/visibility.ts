import { mayOpenConcern } from '../concerns/rules.ts';
import type { Role } from '../people/roles.ts';
import type { MemberId } from '../platform/ids.ts';
import type { DeedOf } from './deeds.ts';
import type { CaseFacts, DecisionFacts } from './facts.ts';

/** Somebody who asks for a case or for an act on it. */
export interface Person {
  readonly member: MemberId;
  readonly roles: readonly Role[];
}

/** What of a case decides who sees it: a part of its facts. */
export interface SightFacts
  extends Pick<CaseFacts, 'interested' | 'appointed' | 'investigators' | 'decider' | 'handler'> {
  readonly opening: Pick<DeedOf<'open'>, 'targets' | 'excluded' | 'route' | 'safeguarding'> | undefined;
  readonly decision: Pick<DecisionFacts, 'by' | 'secondSignature'> | undefined;
}

/** Why somebody has no part in a case, if so. */
export type Conflict = 'target' | 'interested' | 'excluded' | 'kept-from';

/** Whether a matter goes past somebody's role whatever else they are: being asked to it would not open it (rule 10). */
function isKeptFrom(person: Person, facts: SightFacts): boolean {
  const route = facts.opening?.route ?? 'ordinary';
  const sight = { route, safeguarding: false, excluded: [], appointed: [person.member] };
  return mayOpenConcern(person, sight) === 'nothing';
}

/** Whether somebody is the target of the words, has an interest, or was kept away by the concern (rules 8, 10). */
export function conflictOf(person: Person, facts: SightFacts): Conflict | undefined {
  const { opening, interested } = facts;
  if (opening?.targets.includes(person.member)) return 'target';
  if (interested.includes(person.member)) return 'interested';
  if (opening?.excluded.includes(person.member)) return 'excluded';
  return isKeptFrom(person, facts) ? 'kept-from' : undefined;
}

/** Whether somebody may look into the case: by the roles that read its concern, or because they were asked to. */
export function mayWork({ member, roles }: Person, facts: SightFacts): boolean {
  if (conflictOf({ member, roles }, facts)) return false;
  const { opening, appointed } = facts;
  const safeguarding = opening?.safeguarding ?? false;
  // The safeguarding lead takes part only where the safeguarding screen said so (domain 2.11).
  const counted = roles.filter((role) => role !== 'safeguarding' || safeguarding);
  const sight = { route: opening?.route ?? 'ordinary', safeguarding, excluded: [], appointed };
  return mayOpenConcern({ member, roles: counted }, sight) === 'read';
}

const SIGNERS: readonly Role[] = ['head', 'chair', 'governor', 'handler'];

/** Whether somebody may sign beside an investigator who decides: neither of those two, and in no conflict (rule 11). */
export function maySignSecond(person: Person, facts: SightFacts): boolean {
  return (
    !conflictOf(person, facts) &&
    person.roles.some((role) => SIGNERS.includes(role)) &&
    person.member !== facts.decision?.by &&
    !facts.investigators.includes(person.member)
  );
}

/** Whether a decision waits for a second signature. */
export function wantsSecondSignature({ decision, investigators }: SightFacts): boolean {
  return decision !== undefined && investigators.includes(decision.by) && !decision.secondSignature;
}

/**
 * Whether somebody sees a case at all (domain 2.11, default deny). Ordinary governors never do, so that a later panel
 * is untouched; the Chair does only as the one who decides or signs.
 */
export function seesCase(person: Person, facts: SightFacts): boolean {
  if (conflictOf(person, facts)) return false;
  if (mayWork(person, facts) || facts.decider === person.member) return true;
  if (facts.decision?.secondSignature === person.member) return true;
  const asked = person.roles.includes('chair') || person.roles.includes('head');
  return asked && wantsSecondSignature(facts) && maySignSecond(person, facts);
}
