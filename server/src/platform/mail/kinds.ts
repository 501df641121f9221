/**
 * Kinds of mail whose recipient, or whose mere existence, says something about a matter told in confidence (S48, rule
 * 10). Nobody but the mail server ever sees them: no list shows them, nobody opens them, and without a mail server they
 * wait sealed in the database instead of lying in the mail folder.
 */
export const CONFIDENTIAL_KINDS: readonly string[] = [
  'concern-news',
  'concern-receipt',
  'desk-news',
  'own-page-link',
  'own-page-news',
];
