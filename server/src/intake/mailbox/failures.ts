import { Refusal } from '../../platform/web/refusal.ts';
import type { MailboxFailure } from './kinds.ts';

/** A mailbox cannot be read, for a reason that is known. */
export class MailboxError extends Error {
  override readonly name = 'MailboxError';
  readonly failure: MailboxFailure;
  constructor(failure: MailboxFailure) {
    super(failure);
    this.failure = failure;
  }
}

const CODES: readonly (readonly [RegExp, MailboxFailure])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'name'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$|STARTTLS/i, 'certificate'],
  [/^(ECONN|ETIMEDOUT|EHOST|ENET|EPIPE|CONNECT_|GREETING|UPGRADE|NoConnection|ETIMEOUT|EConn)/i, 'away'],
];

/** The reason behind whatever was thrown. */
export function failureOf(error: unknown): MailboxFailure {
  if (error instanceof MailboxError) return error.failure;
  if (error instanceof Refusal) return 'disk';
  if (!(error instanceof Error)) return 'other';
  if ('authenticationFailed' in error && error.authenticationFailed === true) return 'sign-in';
  if ('tlsFailed' in error && error.tlsFailed === true) return 'certificate';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CODES.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
