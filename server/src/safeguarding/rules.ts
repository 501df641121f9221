import { type ConcernSight, mayOpenConcern } from '../concerns/rules.ts';
import type { Role } from '../people/roles.ts';
import type { MemberId } from '../platform/ids.ts';

interface Person {
  readonly member: MemberId;
  readonly roles: readonly Role[];
}

/** Whether somebody is a safeguarding lead or deputy whom a concern does not go past and who has no interest in it. */
export function isLeadFor(person: Person, sight: ConcernSight): boolean {
  return (
    person.roles.includes('safeguarding') &&
    mayOpenConcern(person, { ...sight, safeguarding: true }) === 'read'
  );
}

/**
 * Whether somebody may open the safeguarding side of a concern: the lead and deputies, and nobody else. Only where none
 * of them may, because it is about them or they have an interest, somebody stands in: the Head, or whoever a concern
 * that goes past people went to (domain 2.5).
 * @param people everybody at the school, the person among them
 */
export function maySafeguard(person: Person, sight: ConcernSight, people: readonly Person[]): boolean {
  if (isLeadFor(person, sight)) return true;
  if (people.some((each) => isLeadFor(each, sight))) return false;
  const stands = sight.route !== 'ordinary' || person.roles.includes('head');
  return stands && mayOpenConcern(person, sight) === 'read';
}
