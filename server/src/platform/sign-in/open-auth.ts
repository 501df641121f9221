import type { Auth, createAuth } from './auth.ts';

/** Gives accounts and sessions. */
export type OpenAuth = () => Promise<Auth>;

/**
 * Accounts and sessions, read into memory when somebody first signs in: that is a fifth of all that a start reads, and a
 * parent's page needs none of it.
 */
export function openAuth(...made: Parameters<typeof createAuth>): OpenAuth {
  let auth: Promise<Auth> | undefined;
  return () => {
    auth ??= import('./auth.ts').then((module) => module.createAuth(...made));
    return auth;
  };
}
