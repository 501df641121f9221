import { join } from 'node:path';
import type { Clock } from './clock.ts';
import type { Settings } from './config/settings.ts';
import type { MasterKey } from './crypto/master-key.ts';
import { connect } from './database/connect.ts';
import { folderDisk } from './files/disk.ts';
import type { Logger } from './logging.ts';
import type { Services } from './services.ts';
import { createAuth } from './sign-in/auth.ts';
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

/** Makes the services that every room is given. */
export function createServices({ settings, master, clock, log, appUrl, origin }: Foundation): Services {
  const database = connect(appUrl, settings.DATABASE_POOL, (error) =>
    log.warn({ error }, 'database connection lost'),
  );
  return {
    settings,
    master,
    clock,
    log,
    origin,
    database,
    worker: createWorker(database, master, clock, folderDisk(join(settings.HANDBELL_DATA, 'files'))),
    limits: createLimits(database.pool, master.derive('limits'), clock),
    auth: createAuth(database.pool, origin, master.derive('sign-in')),
  };
}
