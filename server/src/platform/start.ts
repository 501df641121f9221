import { join } from 'node:path';
import type { Clock } from './clock.ts';
import type { Settings } from './config/settings.ts';
import type { MasterKey } from './crypto/master-key.ts';
import { connect } from './database/connect.ts';
import { folderDisk } from './files/disk.ts';
import type { Logger } from './logging.ts';
import type { Services } from './services.ts';
import type { SendReset } from './sign-in/auth.ts';
import { openAuth } from './sign-in/open-auth.ts';
import { createLimits } from './web/limits.ts';
import { createWorker } from './work.ts';

/** What services are made from. */
export interface Foundation {
  readonly settings: Settings;
  readonly master: MasterKey;
  readonly clock: Clock;
  readonly log: Logger;
  /** Address of the database with the application role's credentials. */
  readonly appUrl: string;
  readonly origin: string;
}

/**
 * Makes the services that every room is given.
 * @param mailReset mails somebody the link with which they set a new password
 */
export function createServices(
  { settings, master, clock, log, appUrl, origin }: Foundation,
  mailReset: (
    services: Pick<Services, 'database' | 'worker' | 'origin'>,
    ...to: Parameters<SendReset>
  ) => Promise<void>,
): Services {
  const database = connect(appUrl, settings.DATABASE_POOL, (error) =>
    log.warn({ error }, 'database connection lost'),
  );
  const worker = createWorker(database, master, clock, folderDisk(join(settings.HANDBELL_DATA, 'files')));
  const sendReset: SendReset = (to, secret) => mailReset({ database, worker, origin }, to, secret);
  return {
    settings,
    master,
    clock,
    log,
    origin,
    database,
    worker,
    limits: createLimits(database.counters, master.derive('limits'), clock),
    auth: openAuth(database.pool, origin, master.derive('sign-in'), sendReset),
  };
}
