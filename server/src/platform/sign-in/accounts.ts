import { z } from 'zod';
import type { OpenAuth } from './open-auth.ts';

/** Set-Cookie headers that a step of signing in asks the browser to keep. */
export type Cookies = readonly string[];

/** What happened to a step: it worked, or the one word for why not. */
export type Attempt<Success, Why extends string> =
  | ({ readonly ok: true } & Success)
  | { readonly ok: false; readonly why: Why };

/** What a person needs to add Handbell to their authenticator app. */
export interface SecondStepSecret {
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

const redirectSchema = z.object({ twoFactorRedirect: z.literal(true) });

async function codeOf(error: unknown): Promise<string> {
  const { APIError } = await import('better-auth/api');
  if (error instanceof APIError) return String(error.body?.code ?? 'UNKNOWN');
  throw error;
}

/** The Cookie header a browser would send after keeping these. */
export function asRequestHeaders(cookies: Cookies): Headers {
  return new Headers({ cookie: cookies.map((each) => each.split(';')[0] ?? '').join('; ') });
}

/** Makes an account with a password and signs it in. */
export async function register(
  auth: OpenAuth,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Attempt<{ userId: string; cookies: Cookies }, 'known'>> {
  try {
    const { headers, response } = await (await auth()).api.signUpEmail({ body: person, returnHeaders: true });
    return { ok: true, userId: response.user.id, cookies: headers.getSetCookie() };
  } catch (error) {
    if ((await codeOf(error)).startsWith('USER_ALREADY_EXISTS')) return { ok: false, why: 'known' };
    throw error;
  }
}

/** The first step of signing in. With a second step set up, the cookies only allow that step. */
export async function signIn(
  auth: OpenAuth,
  email: string,
  password: string,
): Promise<Attempt<{ second: boolean; cookies: Cookies }, 'wrong'>> {
  try {
    const { headers, response } = await (await auth()).api.signInEmail({
      body: { email, password },
      returnHeaders: true,
    });
    return { ok: true, second: redirectSchema.safeParse(response).success, cookies: headers.getSetCookie() };
  } catch (error) {
    await codeOf(error);
    return { ok: false, why: 'wrong' };
  }
}

/**
 * The second step: a code from the app, or one of the backup codes.
 * @param headers the request's headers, with the cookie of the first step or of a session
 */
export async function verifySecondStep(
  auth: OpenAuth,
  headers: Headers,
  code: string,
): Promise<Attempt<{ cookies: Cookies }, 'wrong' | 'expired'>> {
  const compact = code.replaceAll(/\s/g, '');
  const { api } = await auth();
  const call = /^\d{6}$/.test(compact) ? api.verifyTOTP : api.verifyBackupCode;
  try {
    const { headers: answer } = await call({ body: { code: compact }, headers, returnHeaders: true });
    return { ok: true, cookies: answer.getSetCookie() };
  } catch (error) {
    return { ok: false, why: (await codeOf(error)) === 'INVALID_TWO_FACTOR_COOKIE' ? 'expired' : 'wrong' };
  }
}

/** Begins setting up the second step: a fresh secret, not in force until a code of it was verified. */
export async function beginSecondStep(
  auth: OpenAuth,
  headers: Headers,
  password: string,
): Promise<Attempt<SecondStepSecret, 'wrong' | 'already'>> {
  try {
    const result = await (await auth()).api.enableTwoFactor({ body: { password }, headers });
    if (result.method !== 'totp') throw new Error('The second step is not by code.');
    return { ok: true, uri: result.totpURI, backupCodes: result.backupCodes };
  } catch (error) {
    return { ok: false, why: (await codeOf(error)) === 'TOTP_ALREADY_ENABLED' ? 'already' : 'wrong' };
  }
}

/** Signs out: the session ends on the server, the cookie in the browser. */
export async function signOut(auth: OpenAuth, headers: Headers): Promise<Cookies> {
  const { headers: answer } = await (await auth()).api.signOut({ headers, returnHeaders: true });
  return answer.getSetCookie();
}

/** A place where somebody is signed in. */
export interface OpenSession {
  readonly token: string;
  readonly since: Date;
  readonly current: boolean;
}

export async function listSessions(auth: OpenAuth, headers: Headers): Promise<readonly OpenSession[]> {
  const { api } = await auth();
  const [current, all] = await Promise.all([api.getSession({ headers }), api.listSessions({ headers })]);
  return all.map(({ token, createdAt }) => ({
    token,
    since: createdAt,
    current: token === current?.session.token,
  }));
}

/** Ends all of a person's other sessions. */
export async function endOtherSessions(auth: OpenAuth, headers: Headers): Promise<void> {
  await (await auth()).api.revokeOtherSessions({ headers });
}

/** Changes the password; every other session ends. */
export async function changePassword(
  auth: OpenAuth,
  headers: Headers,
  currentPassword: string,
  newPassword: string,
): Promise<Attempt<{ cookies: Cookies }, 'wrong'>> {
  try {
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    const { headers: answer } = await (await auth()).api.changePassword({
      body,
      headers,
      returnHeaders: true,
    });
    return { ok: true, cookies: answer.getSetCookie() };
  } catch (error) {
    await codeOf(error);
    return { ok: false, why: 'wrong' };
  }
}

/** Sets a new password by the secret of a reset link. */
export async function resetPassword(
  auth: OpenAuth,
  token: string,
  newPassword: string,
): Promise<Attempt<object, 'used'>> {
  try {
    await (await auth()).api.resetPassword({ body: { newPassword, token } });
    return { ok: true };
  } catch (error) {
    await codeOf(error);
    return { ok: false, why: 'used' };
  }
}

/** Asks for a reset link: it goes to the address when there is an account, and nobody is told whether there is. */
export async function requestReset(auth: OpenAuth, email: string): Promise<void> {
  await (await auth()).api.requestPasswordReset({ body: { email } });
}
