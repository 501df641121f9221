import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Settings } from '../config/settings.ts';
import type { Services } from '../services.ts';
import { folderCarrier, smtpCarrier } from './carriers.ts';
import { senderOf } from './message.ts';
import { type Sending, sendDue } from './send.ts';

/** Something that goes on in the background until it is stopped. */
export interface Background {
  /** Finishes what is at hand, then stops. */
  stop(): Promise<void>;
}

/** How long a mail waits at most before its first try. Looking for due mail is one small indexed query. */
const PAUSE = 2_000;

/** Where copies of mail lie while there is no mail server. */
export function mailFolder(settings: Pick<Settings, 'HANDBELL_DATA'>): string {
  return join(settings.HANDBELL_DATA, 'mail');
}

/** How this installation sends its mail: by SMTP when it has a server, else into the data folder. */
export function sendingOf(services: Services): Sending {
  const { settings, origin } = services;
  const folder = mailFolder(settings);
  const carrier = settings.SMTP_URL ? smtpCarrier(settings.SMTP_URL) : folderCarrier(folder);
  return { services, carrier, sender: senderOf(settings.MAIL_FROM, origin), folder };
}

/** Sends mail as it falls due, for as long as the process runs. Any number of processes may do so at once. */
export function startSender(services: Services): Background {
  const sending = sendingOf(services);
  const stopping = new AbortController();
  const send = async () => {
    while (!stopping.signal.aborted) {
      await sendDue(sending, stopping.signal).catch((error: unknown) =>
        services.log.warn({ error }, 'mail could not be looked through'),
      );
      await wait(PAUSE, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = send();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await sending.carrier.close();
    },
  };
}
