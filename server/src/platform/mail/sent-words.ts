import type { Services } from '../services.ts';

/** What somebody reads whose mail cannot go out by itself. */
export const NO_SERVER =
  'No mail server is set up, so it waits under “Settings”, “Mail”. Your Handbell administrator can hand it over.';

/**
 * What is said when a mail was queued: nobody is told that it is on its way while nothing carries it.
 * @param sent what is said when a mail server takes it
 */
export const sentWords = ({ settings }: Pick<Services, 'settings'>, sent: string): string =>
  settings.SMTP_URL === undefined ? NO_SERVER : sent;
