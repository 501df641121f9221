import { may } from './permissions.ts';
import type { Role } from './roles.ts';
import type { Member } from './store.ts';

/**
 * Whether somebody's roles may become `roles` (none at all: they leave). A school must keep one active person who can
 * invite others, or it locks itself out.
 * @param others everybody else of the school
 */
export function mayRemoveRoles(
  member: Pick<Member, 'state'>,
  roles: readonly Role[],
  others: readonly Pick<Member, 'state' | 'roles'>[],
): boolean {
  if (member.state === 'active' && may(roles, 'people.edit')) return true;
  return others.some((other) => other.state === 'active' && may(other.roles, 'people.edit'));
}
