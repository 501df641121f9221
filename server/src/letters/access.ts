import type { Role } from '../people/roles.ts';
import type { MemberId } from '../platform/ids.ts';

/** Who may have a letter in their hands. */
export interface LetterAccess {
  /** People with a conflict in the matter: they never see it, whatever their role. */
  readonly hiddenFrom: readonly MemberId[];
  /** People who have a part in the matter. */
  readonly openTo: readonly MemberId[];
  /** The matter goes past the Head or the governors: the office does not print its letters. */
  readonly restricted: boolean;
}

/** Who prints the letters of ordinary matters. */
const PRINTERS: readonly Role[] = ['office', 'handler', 'head'];

/** Whether somebody may print a letter and record how it was given. */
export function mayPrint(
  { member, roles }: { readonly member: MemberId; readonly roles: readonly Role[] },
  { hiddenFrom, openTo, restricted }: LetterAccess,
): boolean {
  if (hiddenFrom.includes(member)) return false;
  return openTo.includes(member) || (!restricted && roles.some((role) => PRINTERS.includes(role)));
}
