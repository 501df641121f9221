import type { Clock } from './clock.ts';
import type { Settings } from './config/settings.ts';
import type { MasterKey } from './crypto/master-key.ts';
import type { Database } from './database/connect.ts';
import type { Logger } from './logging.ts';
import type { OpenAuth } from './sign-in/open-auth.ts';
import type { Limits } from './web/limits.ts';
import type { Worker } from './work.ts';

/** What every room is given: the platform, ready to use. */
export interface Services {
  readonly settings: Settings;
  readonly database: Database;
  readonly worker: Worker;
  readonly master: MasterKey;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Limits;
  readonly auth: OpenAuth;
  /** The address that people use, without a slash at its end. */
  readonly origin: string;
}
