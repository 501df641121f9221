import { ROLE_TEXT, type Role } from '../people/roles.ts';
import { findMember } from '../people/store.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { Matter } from './matter.ts';

const AS: readonly Role[] = ['head', 'chair', 'safeguarding', 'governor', 'office'];

function signerAs(name: string, roles: readonly Role[]): Matter['signer'] {
  const role = AS.find((each) => roles.includes(each));
  const team = role === undefined || (role === 'office' && roles.includes('handler'));
  return { name, role: team ? 'Senior Leadership Team' : ROLE_TEXT[role].name };
}

/** Who a member is under a letter: their name, and the role they act in. */
export async function signerById(work: Work, member: MemberId): Promise<Matter['signer'] | undefined> {
  const found = await findMember(work, member);
  return found && signerAs(found.name, found.roles);
}

/** The same of somebody who is signed in. */
export async function signerOf(
  work: Work,
  { member, roles }: { readonly member: MemberId; readonly roles: readonly Role[] },
): Promise<Matter['signer']> {
  return signerAs((await findMember(work, member))?.name ?? '', roles);
}
