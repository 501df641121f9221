import { systemClock } from './platform/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { openMasterKey } from './platform/crypto/master-key.ts';
import { openDatabase } from './platform/database/open.ts';
import { createLogger } from './platform/logging.ts';
import { asset } from './ui/assets.ts';

/** A Handbell that serves people. */
export interface Running {
  /** The address that people use. */
  readonly origin: string;
  /** The one-time link that sets up the first school; undefined once there is a school. */
  readonly setUpLink: string | undefined;
  /** Whether the database was found running, left by a Handbell that was killed. */
  readonly adopted: boolean;
  /** Stops in order: no new requests, those in flight finish, then jobs, connections, database. */
  stop(): Promise<void>;
}

/**
 * Starts Handbell: opens the database, brings it up to date, listens. The rooms are read while the database starts.
 * @throws ConfigError, DatabaseError, ListenError or AssetMissing, each with one plain line
 */
export async function startHandbell(settings: Settings): Promise<Running> {
  asset('public.css');
  const log = createLogger(settings.HANDBELL_LOG);
  const master = openMasterKey(settings.HANDBELL_MASTER_KEY, settings.HANDBELL_DATA);
  const [database, { openHouse }] = await Promise.all([openDatabase(settings, master), import('./house.ts')]);
  try {
    const origin = settings.HANDBELL_URL?.replace(/\/$/, '') ?? `http://localhost:${settings.HANDBELL_PORT}`;
    const { appUrl, adopted } = database;
    const house = await openHouse({ settings, master, clock: systemClock, log, appUrl, origin });
    return {
      origin,
      setUpLink: house.setUpLink,
      adopted,
      stop: async () => {
        await house.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
