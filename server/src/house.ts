import { count } from 'drizzle-orm';
import { agreementJobs } from './agreements/jobs.ts';
import { createHandbell } from './app.ts';
import { concernJobs } from './concerns/jobs.ts';
import { startIntake } from './intake/mailbox/watch.ts';
import { meetingJobs } from './meetings/jobs.ts';
import { mailReset } from './people/reset-mail.ts';
import { forgetUnusedLinks, newSetUpLink } from './people/set-up-link.ts';
import { startJobs } from './platform/jobs/boss.ts';
import { housekeeping } from './platform/jobs/housekeeping.ts';
import type { Job } from './platform/jobs/job.ts';
import { startSender } from './platform/mail/sender.ts';
import type { Services } from './platform/services.ts';
import { createServices, type Foundation } from './platform/start.ts';
import { school } from './platform/tables.ts';
import { listen } from './platform/web/serve.ts';
import { policyJobs } from './policies/review-mail.ts';
import { retentionJobs } from './privacy/retention/jobs.ts';
import { rosterJobs } from './roster/jobs.ts';
import { sanctionJobs } from './sanctions/jobs.ts';

/** A house that serves people, on a database that is open. */
export interface House {
  /** The one-time link that sets up the first school; undefined once there is a school. */
  readonly setUpLink: string | undefined;
  /** Stops in order: no new requests, those in flight finish, then jobs, then connections. */
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
 * Opens the house's doors: listens for requests, and starts what goes on by itself.
 * @throws ListenError
 */
export async function openHouse(foundation: Foundation): Promise<House> {
  const services = createServices(foundation, mailReset);
  const { HANDBELL_HOST: host, HANDBELL_PORT: port } = foundation.settings;
  const web = await listen(createHandbell(services).app, host, port);
  const background = await startBackground(services);
  const [schools] = await services.database.open.select({ number: count() }).from(school);
  let setUpLink: string | undefined;
  if (schools?.number === 0) {
    await forgetUnusedLinks(services.database.open);
    setUpLink = await newSetUpLink(services.database.open, services.clock, services.origin);
  }
  return {
    setUpLink,
    stop: async () => {
      await web.stop();
      await Promise.all(background.map((each) => each.stop()));
      await services.database.end();
    },
  };
}
