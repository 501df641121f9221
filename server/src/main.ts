import { count } from 'drizzle-orm';
import { agreementJobs } from './agreements/jobs.ts';
import { createHandbell } from './app.ts';
import { concernJobs } from './concerns/jobs.ts';
import { startIntake } from './intake/mailbox/watch.ts';
import { meetingJobs } from './meetings/jobs.ts';
import { mailReset } from './people/reset-mail.ts';
import { forgetUnusedLinks, newSetUpLink } from './people/set-up-link.ts';
import { systemClock } from './platform/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { openMasterKey } from './platform/crypto/master-key.ts';
import { openDatabase } from './platform/database/open.ts';
import { startJobs } from './platform/jobs/boss.ts';
import { housekeeping } from './platform/jobs/housekeeping.ts';
import type { Job } from './platform/jobs/job.ts';
import { createLogger } from './platform/logging.ts';
import { startSender } from './platform/mail/sender.ts';
import type { Services } from './platform/services.ts';
import { createServices } from './platform/start.ts';
import { school } from './platform/tables.ts';
import { listen } from './platform/web/serve.ts';
import { policyJobs } from './policies/review-mail.ts';
import { retentionJobs } from './privacy/retention/jobs.ts';
import { rosterJobs } from './roster/jobs.ts';
import { sanctionJobs } from './sanctions/jobs.ts';
import { asset } from './ui/index.ts';

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

/** Every job of the house. */
const jobs: readonly Job[] = [
  ...housekeeping,
  ...policyJobs,
  ...rosterJobs,
  ...agreementJobs,
  ...concernJobs,
  ...sanctionJobs,
  ...meetingJobs,
  ...retentionJobs,
];

/** What goes on without anybody asking, unless this process serves pages only. */
async function startBackground(services: Services): Promise<readonly { stop(): Promise<void> }[]> {
  if (!services.settings.HANDBELL_WORKERS) return [];
  return [startSender(services), startIntake(services), await startJobs(services, jobs)];
}

/**
 * Starts Handbell: opens the database, brings it up to date, listens.
 * @throws ConfigError, DatabaseError, ListenError or AssetMissing, each with one plain line
 */
export async function startHandbell(settings: Settings): Promise<Running> {
  asset('public.css');
  const log = createLogger(settings.HANDBELL_LOG);
  const master = openMasterKey(settings.HANDBELL_MASTER_KEY, settings.HANDBELL_DATA);
  const database = await openDatabase(settings, master);
  try {
    const origin = settings.HANDBELL_URL?.replace(/\/$/, '') ?? `http://localhost:${settings.HANDBELL_PORT}`;
    const foundation = { settings, master, clock: systemClock, log, appUrl: database.appUrl, origin };
    const services = createServices(foundation, mailReset);
    const web = await listen(createHandbell(services).app, settings.HANDBELL_HOST, settings.HANDBELL_PORT);
    const background = await startBackground(services);
    const [schools] = await services.database.open.select({ number: count() }).from(school);
    let setUpLink: string | undefined;
    if (schools?.number === 0) {
      await forgetUnusedLinks(services.database.open);
      setUpLink = await newSetUpLink(services.database.open, services.clock, origin);
    }
    return {
      origin,
      setUpLink,
      adopted: database.adopted,
      stop: async () => {
        await web.stop();
        await Promise.all(background.map((each) => each.stop()));
        await services.database.end();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
