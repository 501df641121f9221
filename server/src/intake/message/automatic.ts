import { allOf, firstOf, type Header } from './headers.ts';

/** A mail that no person wrote to the school, so that no concern is made of it. It stays where it is. */
export type Automatic = 'report' | 'automatic' | 'list';

/** Whether a list's own name says that it is the school's: an address of several people is often kept as a list. */
function isOwnList(listId: string, domain: string): boolean {
  const name = /<([^<>]*)>/.exec(listId)?.[1] ?? listId;
  return domain !== '' && (name.toLowerCase().endsWith(`.${domain}`) || name.toLowerCase() === domain);
}

const AUTOMATIC_FIELDS = ['x-autoreply', 'x-autorespond', 'x-auto-reply'];

/**
 * Whether a machine sent a mail: reports of the post (RFC 3464, RFC 8098), answers and notices of programs (RFC 3834;
 * Handbell's own mails among them, so that none comes back in), and mailing lists (RFC 2919).
 * @param domain of the school's address for concerns, in small letters
 */
export function automaticKind(
  headers: readonly Header[],
  sender: string,
  domain: string,
): Automatic | undefined {
  const type = firstOf(headers, 'content-type').toLowerCase();
  const submitted = firstOf(headers, 'auto-submitted').toLowerCase();
  if (type.startsWith('multipart/report') || firstOf(headers, 'return-path') === '<>') return 'report';
  if (sender.startsWith('mailer-daemon@')) return 'report';
  if (submitted !== '' && !/^no\b/.test(submitted)) return 'automatic';
  if (AUTOMATIC_FIELDS.some((name) => allOf(headers, name).length > 0)) return 'automatic';
  const precedence = firstOf(headers, 'precedence').toLowerCase();
  if (precedence === 'auto_reply') return 'automatic';
  const listId = firstOf(headers, 'list-id');
  if (listId !== '') return isOwnList(listId, domain) ? undefined : 'list';
  return ['bulk', 'list', 'junk'].includes(precedence) ? 'list' : undefined;
}

/** Whether the school's mail server took it for spam. It is marked, never dropped: a worried parent can look like one. */
export function looksLikeSpam(headers: readonly Header[]): boolean {
  const flag = firstOf(headers, 'x-spam-flag');
  const status = firstOf(headers, 'x-spam-status');
  const level = Number(firstOf(headers, 'x-ms-exchange-organization-scl') || Number.NaN);
  return /^yes\b/i.test(flag) || /^yes\b/i.test(status) || level >= 5;
}
