import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';
import { PASSWORD_MIN } from './password.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Sends a password reset's secret to somebody. */
export type SendReset = (
  to: { readonly userId: string; readonly email: string },
  secret: string,
) => Promise<void>;

/**
 * Accounts, sessions and the second step of staff, kept by better-auth. Handbell's own pages call its functions;
 * its HTTP interface is not mounted. It stores no network addresses.
 * @param origin the address that people use; cookies are marked Secure when it is https
 * @param secret signs cookies and encrypts the second step's secrets
 * @param sendReset sends a link with which somebody sets a new password
 */
export function createAuth(pool: Pool, origin: string, secret: Buffer, sendReset: SendReset) {
  return betterAuth({
    appName: 'Handbell',
    baseURL: origin,
    secret: secret.toString('base64url'),
    database: pool,
    trustedOrigins: [origin],
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    session: { expiresIn: DAY, updateAge: DAY / 4, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'handbell',
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: 256,
      autoSignIn: true,
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset({ userId: user.id, email: user.email }, token),
    },
    plugins: [twoFactor({ issuer: 'Handbell' })],
  });
}

export type Auth = ReturnType<typeof createAuth>;
