import { findMember, listMembers } from '../people/store.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { act } from './act.ts';
import { clearUndone } from './decide.ts';
import { canDecide, chooseDecider } from './deciders.ts';
import type { CaseFacts } from './facts.ts';
import type { CaseId } from './ids.ts';
import { conflictOf, type Person, seesCase } from './visibility.ts';

/** Somebody of the school who could take a part, with their name. */
export interface Candidate extends Person {
  readonly name: string;
}

/** Everybody who works for the school at present. */
export async function activeStaff(work: Work): Promise<readonly Candidate[]> {
  return (await listMembers(work))
    .filter(({ state }) => state === 'active')
    .map(({ id, roles, name }) => ({ member: id, roles, name }));
}

/** Whether somebody who had a part works for the school no longer. */
export async function hasLeft(work: Work, member: MemberId | undefined): Promise<boolean> {
  return member !== undefined && (await findMember(work, member))?.state !== 'active';
}

/** Everybody who sees a case: who can be given a task of it. */
export async function caseColleagues(work: Work, facts: CaseFacts): Promise<readonly Candidate[]> {
  return (await activeStaff(work)).filter((person) => seesCase(person, facts));
}

/** Who could be named to decide a case. */
export async function deciderCandidates(work: Work, facts: CaseFacts): Promise<readonly Candidate[]> {
  return (await activeStaff(work)).filter((person) => canDecide(person, facts));
}

/** Who could be asked to look into a case: anybody in no conflict who works with such matters, but its decider. */
export async function investigatorCandidates(work: Work, facts: CaseFacts): Promise<readonly Candidate[]> {
  const roles = ['handler', 'head', 'chair', 'safeguarding', 'governor', 'clerk'];
  return (await activeStaff(work)).filter(
    (person) =>
      person.roles.some((role) => roles.includes(role)) &&
      person.member !== facts.decider &&
      !conflictOf(person, facts),
  );
}

/** Names who decides (rule 9). A decision that another took and that is not issued is set aside. */
export async function nameDecider(
  work: Work,
  person: Person,
  id: CaseId,
  member: MemberId,
  version: number,
): Promise<void> {
  const make = async ({ facts }: { readonly facts: CaseFacts }) => {
    const candidates = await deciderCandidates(work, facts);
    const suitable = candidates.some((each) => each.member === member);
    return { act: 'name-decider', member, suitable, vacant: await hasLeft(work, facts.decider) } as const;
  };
  const { file, facts } = await act(work, person, id, make, { version });
  await clearUndone(work, file.facts, facts, id);
}

/** Asks somebody to look into the case. */
export async function appoint(work: Work, person: Person, id: CaseId, member: MemberId): Promise<void> {
  await act(work, person, id, async ({ facts }) => {
    const candidates = await investigatorCandidates(work, facts);
    return { act: 'appoint', member, suitable: candidates.some((each) => each.member === member) };
  });
}

/**
 * Takes somebody out of a case at their own word (rule 8). When they were to decide it, the next in line does; a decision
 * of theirs that is not issued is set aside.
 */
export async function declareInterest(work: Work, person: Person, id: CaseId, note: string): Promise<void> {
  const people = await activeStaff(work);
  const { file, facts } = await act(
    work,
    person,
    id,
    (opened) => ({
      act: 'declare-interest',
      successor: chooseDecider(people, opened.facts, person.member) ?? null,
    }),
    { note },
  );
  await clearUndone(work, file.facts, facts, id);
}
