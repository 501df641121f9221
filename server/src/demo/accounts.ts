import { symmetricDecrypt } from 'better-auth/crypto';
import { z } from 'zod';
import type { Services } from '../platform/services.ts';
import {
  asRequestHeaders,
  beginSecondStep,
  register,
  signOut,
  verifySecondStep,
} from '../platform/sign-in/accounts.ts';
import type { Auth } from '../platform/sign-in/auth.ts';
import { CAST, type CastKey } from './people.ts';

/** Letters that cannot be taken for each other. */
const SIGNS = 'abcdefghkmnpqrstuvwxyz23456789';
const GROUPS = [0, 4, 8] as const;

/**
 * The password of every demo account. It follows from this installation's master key, so it is different everywhere and
 * need not be kept anywhere.
 */
export function demoPassword({ master }: Pick<Services, 'master'>): string {
  const bytes = master.derive('demo password');
  const group = (from: number) =>
    [...bytes.subarray(from, from + 4)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  return ['bellfield', ...GROUPS.map(group)].join('-');
}

const storedSchema = z.object({ secret: z.string() });

/** The six digits that an account's authenticator app would show now; undefined when it has no second step. */
async function codeOf(auth: Auth, userId: string): Promise<string | undefined> {
  const { adapter, secretConfig } = await auth.$context;
  const row: unknown = await adapter.findOne({
    model: 'twoFactor',
    where: [{ field: 'userId', value: userId }],
  });
  const stored = storedSchema.safeParse(row);
  if (!stored.success) return undefined;
  const secret = await symmetricDecrypt({ key: secretConfig, data: stored.data.secret });
  return (await auth.api.generateTOTP({ body: { secret } })).code;
}

/** An account of the demo, as its table is printed. */
export interface DemoAccount {
  readonly key: CastKey;
  readonly userId: string;
  /** What to type into an authenticator app. */
  readonly authenticatorKey: string;
}

/**
 * Makes one of the demo's accounts with its password and second step, as its owner would on the pages. The caller has
 * asked {@link addressTaken} first.
 */
export async function openAccount(services: Services, key: CastKey): Promise<DemoAccount> {
  const { auth } = services;
  const { name, email } = CAST[key];
  const password = demoPassword(services);
  const made = await register(auth, { name, email, password });
  if (!made.ok) throw new Error('Somebody took an address of the demo meanwhile.');
  const headers = asRequestHeaders(made.cookies);
  const begun = await beginSecondStep(auth, headers, password);
  const code = begun.ok ? await codeOf(await auth(), made.userId) : undefined;
  if (!begun.ok || code === undefined)
    throw new Error('The second step of a demo account could not be begun.');
  const done = await verifySecondStep(auth, headers, code);
  if (!done.ok) throw new Error('The second step of a demo account could not be set up.');
  await signOut(auth, asRequestHeaders(done.cookies));
  return { key, userId: made.userId, authenticatorKey: new URL(begun.uri).searchParams.get('secret') ?? '' };
}

async function findUser({ auth }: Services, email: string): Promise<string | undefined> {
  const { internalAdapter } = await (await auth()).$context;
  return (await internalAdapter.findUserByEmail(email))?.user.id;
}

/** The first of the demo's addresses that somebody has an account with already. */
export async function addressTaken(services: Services): Promise<string | undefined> {
  for (const { email } of Object.values(CAST)) {
    if (await findUser(services, email)) return email;
  }
  return undefined;
}

/** The six digits for one of the demo's accounts now; undefined for any other address. */
export async function demoCode(services: Services, email: string): Promise<string | undefined> {
  const known = Object.values(CAST).some((person) => person.email === email);
  const userId = known ? await findUser(services, email) : undefined;
  return userId === undefined ? undefined : codeOf(await services.auth(), userId);
}
