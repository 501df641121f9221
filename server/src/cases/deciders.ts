import type { Role } from '../people/roles.ts';
import type { MemberId } from '../platform/ids.ts';
import type { CaseFacts } from './facts.ts';
import { conflictOf, type Person } from './visibility.ts';

/** Who decides, in this order; the first of them without a conflict does (S60, domain 2.5). */
const ORDER: readonly Role[] = ['head', 'chair'];

/** Roles that an alternate may hold when Head and Chair are both in conflict (rule 9). */
const ALTERNATES: readonly Role[] = ['head', 'chair', 'governor'];

/** Whether somebody can be named to decide a case: in an office that may, in no conflict, and not its investigator. */
export function canDecide(person: Person, facts: CaseFacts): boolean {
  return (
    person.roles.some((role) => ALTERNATES.includes(role)) &&
    conflictOf(person, facts) === undefined &&
    !facts.investigators.includes(person.member)
  );
}

/**
 * Who decides a case when nobody was named: the Head, else the Chair. Nobody when both are in conflict or there is
 * none; then an alternate must be named before the decision (rule 9).
 * @param except somebody who has just declared an interest
 */
export function chooseDecider(
  people: readonly Person[],
  facts: CaseFacts,
  except?: MemberId,
): MemberId | undefined {
  const free = people.filter(({ member }) => member !== except);
  for (const role of ORDER) {
    const found = free.find((person) => person.roles.includes(role) && canDecide(person, facts));
    if (found) return found.member;
  }
  return undefined;
}
