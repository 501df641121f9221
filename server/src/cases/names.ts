import { listMembers } from '../people/store.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { HANDBELL, PARENT } from './visibility.ts';

/** Names of the people who work for the school, for pages of a case. */
export async function namesOf(work: Work): Promise<(member: MemberId | undefined) => string> {
  const names = new Map((await listMembers(work)).map(({ id, name }) => [id, name]));
  return (member) => {
    if (member === HANDBELL.member) return 'Handbell';
    if (member === PARENT.member) return 'The parent';
    return member ? (names.get(member) ?? 'Somebody who has left') : 'Nobody yet';
  };
}

/** Gives a member’s name. */
export type NameOf = Awaited<ReturnType<typeof namesOf>>;
