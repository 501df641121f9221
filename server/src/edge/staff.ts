import type { Role } from '../people/roles.ts';
import { membershipsOf } from '../people/store.ts';
import type { MemberId, SchoolId } from '../platform/ids.ts';
import type { Services } from '../platform/services.ts';

/** Somebody signed in, as a member of one school. */
export interface Staff {
  readonly userId: string;
  readonly member: MemberId;
  readonly school: SchoolId;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** An account that is signed in, before it is known what it may do. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly secondStep: boolean;
}

/** The account whose session the request carries, if any. */
export async function findAccount(services: Services, headers: Headers): Promise<Account | undefined> {
  if (!headers.has('cookie')) return undefined;
  const { api } = await services.auth();
  const session = await api.getSession({ headers });
  if (!session) return undefined;
  const { id, name, email, twoFactorEnabled } = session.user;
  return { userId: id, name, email, secondStep: twoFactorEnabled === true };
}

/** The member an account acts as: in the school last chosen, else in the first they joined. */
export async function findStaff(
  services: Services,
  account: Account,
  chosen: string | undefined,
): Promise<Staff | undefined> {
  const memberships = await membershipsOf(services.database, account.userId);
  const own = memberships.find((membership) => membership.school === chosen) ?? memberships[0];
  if (!own) return undefined;
  return { userId: account.userId, member: own.id, school: own.school, name: account.name, roles: own.roles };
}
