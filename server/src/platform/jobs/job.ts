import type { z } from 'zod';
import type { Services } from '../services.ts';
import { school } from '../tables.ts';
import type { Work } from '../work.ts';

/** What a job is, as its room writes it down. */
interface JobSpec<Payload extends object> {
  /** "room.verb"; it names the queue. */
  readonly name: string;
  /** What each order of it says; checked when it is ordered and when it is taken. */
  readonly payload: z.ZodType<Payload>;
  /** When it comes by itself, with an empty payload: a cron line in the schools' time zone. */
  readonly schedule?: string;
  /** Does it. It may be called again after a failure, so doing it twice must do no harm. */
  readonly run: (services: Services, payload: Payload) => Promise<void>;
}

/** A piece of work that is done in the background, by whichever process takes it first. */
export interface Job {
  readonly name: string;
  readonly schedule: string | undefined;
  /** Does it as an order says. */
  readonly perform: (services: Services, order: unknown) => Promise<void>;
}

/** A job that can be ordered with a payload. */
export interface OrderedJob<Payload extends object> extends Job {
  readonly payload: z.ZodType<Payload>;
}

/** Makes a job of what its room wrote down. */
export function defineJob<Payload extends object>({
  name,
  payload,
  schedule,
  run,
}: JobSpec<Payload>): OrderedJob<Payload> {
  return {
    name,
    payload,
    schedule,
    perform: (services, order) => run(services, payload.parse(order)),
  };
}

/** Does the same for each school, one after the other. One school's failure keeps no other waiting. */
export async function everySchool(
  services: Services,
  job: string,
  act: (work: Work) => Promise<unknown>,
): Promise<void> {
  const schools = await services.database.open.select({ id: school.id }).from(school);
  const failures: unknown[] = [];
  for (const { id } of schools) {
    try {
      await services.worker.forSchool(id, `job:${job}`, act);
    } catch (error) {
      services.log.error({ error, job, school: id }, 'job failed for a school');
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${schools.length} schools failed`);
}
