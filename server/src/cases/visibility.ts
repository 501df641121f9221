import { mayOpenConcern, READERS } from '../concerns/rules.ts';
import type { Role } from '../people/roles.ts';
import { idSchema, type MemberId } from '../platform/ids.ts';
import type { DeedOf } from './deeds.ts';
import type { CaseFacts, DecisionFacts, ReferralFacts, ReviewFacts } from './facts.ts';

/** Somebody who asks for a case or for an act on it. */
export interface Person {
  readonly member: MemberId;
  readonly roles: readonly Role[];
}

/** What of a case decides who sees it: a part of its facts. */
export interface SightFacts
  extends Pick<
    CaseFacts,
    'interested' | 'appointed' | 'investigators' | 'deciders' | 'decider' | 'handler' | 'banReviewer'
  > {
  readonly opening: Pick<DeedOf<'open'>, 'targets' | 'excluded' | 'route' | 'safeguarding'> | undefined;
  readonly decision: Pick<DecisionFacts, 'by' | 'secondSignature'> | undefined;
  readonly review: Pick<ReviewFacts, 'reviewer'> | undefined;
  readonly referral: ReferralFacts | undefined;
  readonly closed: Pick<NonNullable<CaseFacts['closed']>, 'retention'> | undefined;
}

/** Handbell itself, for what a job does by the clock: it is no person, and holds no role. */
export const HANDBELL: Person = {
  member: idSchema<'member'>().parse('00000000-0000-0000-0000-000000000000'),
  roles: [],
};

/** The parent a case is about, for what they do on their own page or on paper: nobody signs in as them. */
export const PARENT: Person = {
  member: idSchema<'member'>().parse('ffffffff-ffff-ffff-ffff-ffffffffffff'),
  roles: [],
};

/** Whether it is the parent themselves who acts. */
export const isParent = ({ member }: Person): boolean => member === PARENT.member;

/** The member of staff that somebody is; none for the parent and for Handbell. */
export function memberOf(person: Person): MemberId | null {
  return isParent(person) || person.member === HANDBELL.member ? null : person.member;
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

/** Whether a case ended quietly and is closed: its record is restricted until it is opened again (rule 22, S53). */
export const isRestricted = ({ closed }: SightFacts): boolean => closed?.retention === 'no-further-action';

/** Roles that read concerns from day to day: what was restricted is not open to them for their role alone. */
const EVERYDAY: readonly Role[] = ['handler', 'safeguarding'];

/**
 * Whether a case is shut to somebody because it ended quietly. It stays open to who looked into it, who decides it and
 * who reviews a ban that outlasts it; and to the Head, or whoever stands there where it goes past the Head, so that
 * somebody can answer for it and open it again when the others have left.
 */
function isShutTo({ member, roles }: Person, facts: SightFacts): boolean {
  if (!isRestricted(facts)) return false;
  if ([facts.handler, facts.decider, facts.banReviewer].includes(member)) return false;
  const answering = READERS[facts.opening?.route ?? 'ordinary'].filter((role) => !EVERYDAY.includes(role));
  return !roles.some((role) => answering.includes(role));
}

/** Whether somebody may look into the case: by the roles that read its concern, or because they were asked to. */
export function mayWork({ member, roles }: Person, facts: SightFacts): boolean {
  if (conflictOf({ member, roles }, facts) || isShutTo({ member, roles }, facts)) return false;
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

const REVIEWERS: readonly Role[] = ['chair', 'governor'];

/**
 * Whether somebody may review an outcome: in an office that may, in no conflict, and without any part in the case before
 * (rules 8, 11): not its investigator, not its decider, not who signed beside them or agreed to a referral.
 */
export function mayReview(person: Person, facts: SightFacts): boolean {
  const { member } = person;
  const part = [...facts.investigators, ...facts.deciders, ...facts.appointed];
  const { referral } = facts;
  return (
    person.roles.some((role) => REVIEWERS.includes(role)) &&
    !conflictOf(person, facts) &&
    ![...part, facts.decider, facts.handler, referral?.askedBy, referral?.approvedBy].includes(member)
  );
}

const APPROVERS: readonly Role[] = ['head', 'chair', 'governor', 'handler', 'safeguarding'];

/**
 * Whether somebody may agree to a referral as the second person: not who asked, in no conflict; and one of the two is
 * the decider, whose the final word is (S60, rule 15).
 */
export function mayApprove(person: Person, facts: SightFacts): boolean {
  const { referral, decider } = facts;
  return (
    referral !== undefined &&
    !referral.danger &&
    referral.askedBy !== person.member &&
    person.roles.some((role) => APPROVERS.includes(role)) &&
    !conflictOf(person, facts) &&
    (referral.askedBy === decider || person.member === decider)
  );
}

/** Whether a referral waits for its second person. */
export function wantsApproval({ referral }: SightFacts): boolean {
  return referral !== undefined && !referral.danger && referral.approvedBy === undefined;
}

/** Whether somebody may take in a request for a review and name who hears it. */
export function mayConvene(person: Person, facts: SightFacts): boolean {
  const convenes = person.roles.some((role) => role === 'chair' || role === 'clerk');
  return mayWork(person, facts) || (convenes && seesCase(person, facts));
}

/** Whether somebody keeps the record of ended cases: the data protection lead, or Handbell by the clock. */
export function mayKeep(person: Person, facts: SightFacts): boolean {
  if (person.member === HANDBELL.member) return true;
  return person.roles.includes('data') && !conflictOf(person, facts);
}

/**
 * Whether somebody sees a case at all (domain 2.11, default deny). Ordinary governors never do, so that a later panel
 * is untouched; the Chair does only as the one who decides, signs, agrees to a referral or reviews. What ended quietly is
 * shut to most of them (rule 22).
 */
export function seesCase(person: Person, facts: SightFacts): boolean {
  // What happens by the clock, and what a parent does in their own case, is written down; nobody signs in as either.
  if (memberOf(person) === null) return true;
  if (conflictOf(person, facts) || isShutTo(person, facts)) return false;
  if (mayWork(person, facts) || facts.decider === person.member) return true;
  if (facts.decision?.secondSignature === person.member) return true;
  if (facts.review?.reviewer === person.member || facts.banReviewer === person.member) return true;
  if (wantsApproval(facts) && isAskedToApprove(person) && mayApprove(person, facts)) return true;
  const asked = person.roles.includes('chair') || person.roles.includes('head');
  return asked && wantsSecondSignature(facts) && maySignSecond(person, facts);
}

/** Of those who may agree to a referral, the ones who see a case for that alone. */
function isAskedToApprove({ roles }: Person): boolean {
  return roles.includes('chair') || roles.includes('head') || roles.includes('safeguarding');
}
