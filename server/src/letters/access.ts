import { may } from '../people/permissions.ts';
import type { Role } from '../people/roles.ts';
import type { MemberId } from '../platform/ids.ts';

/** Who may have a letter in their hands. */
export interface LetterAccess {
  /** People with a conflict in the matter: they never see it, whatever their role. */
  readonly hiddenFrom: readonly MemberId[];
  /** For a matter that goes past the Head or the governors: only these people. Null for everybody who prints letters. */
  readonly openTo: readonly MemberId[] | null;
}

/** Whether somebody may print a letter and record how it was given. */
export function mayPrint(
  { member, roles }: { readonly member: MemberId; readonly roles: readonly Role[] },
  { hiddenFrom, openTo }: LetterAccess,
): boolean {
  if (hiddenFrom.includes(member)) return false;
  return may(roles, 'letter.print') && (openTo === null || openTo.includes(member));
}
