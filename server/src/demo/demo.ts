import { join } from 'node:path';
import { folderDisk } from '../platform/files/disk.ts';
import type { Services } from '../platform/services.ts';
import { createWorker } from '../platform/work.ts';
import { findSchoolBySlug } from '../schools/store.ts';
import { AccountTaken, type DemoAccount, demoPassword } from './accounts.ts';
import { DEMO_NAME, DEMO_SLUG } from './people.ts';
import { StoryClock } from './stage/clock.ts';
import { at, storyDays } from './stage/days.ts';
import { play } from './stage/play.ts';
import { setStage } from './stage/stage.ts';
import { agreements, earlyAgreements, paperSlips, withdrawals } from './stories/agreements.ts';
import { complaintRoute, moderatorMatter, pupilRoute } from './stories/ended-concerns.ts';
import { groups } from './stories/groups.ts';
import {
  anonymousConcern,
  answeredConcern,
  concernPastHead,
  heldConcern,
  newConcern,
  screenedConcern,
} from './stories/open-concerns.ts';
import { policies } from './stories/policies.ts';

/** What whoever looks around is told. */
export interface DemoReport {
  readonly accounts: readonly DemoAccount[];
  readonly password: string;
  /** A reporter's code, to come back with at `/s/bellfield/concern/return`. */
  readonly reporterCode: string;
  readonly origin: string;
}

/** The demo cannot be made here. The message says why, and what to do. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';
}

const FRESH = 'Use a fresh data folder: HANDBELL_DATA=./demo-data handbell demo';

async function refuseUnlessFit({ database, settings }: Services): Promise<void> {
  if (await findSchoolBySlug(database.open, DEMO_SLUG)) {
    throw new DemoRefused(
      `There is a school at /s/${DEMO_SLUG} here already, and the demo touches no school. ${FRESH}`,
    );
  }
  if (settings.SMTP_URL !== undefined) {
    throw new DemoRefused(
      `A mail server is set (SMTP_URL), and the demo’s people have no real addresses to write to. Run it without: SMTP_URL= handbell demo`,
    );
  }
}

/** The same services with a clock of the story's own, for everything that is written. */
function withClock(services: Services, clock: StoryClock): Services {
  const { database, master, settings } = services;
  const files = folderDisk(join(settings.HANDBELL_DATA, 'files'));
  return { ...services, clock, worker: createWorker(database, master, clock, files) };
}

/**
 * Fills an invented school with a term's life that ends today. Everything is done by the rooms' own functions, on the
 * day it would be done and by the person who would do it.
 * @throws DemoRefused when a school has the demo's address, somebody has one of its mail addresses, or real mail would go out
 */
export async function fillDemo(services: Services): Promise<DemoReport> {
  await refuseUnlessFit(services);
  const days = storyDays(services.clock.now());
  const clock = new StoryClock(days.instant(at(56, '09:00')));
  const codes: string[] = [];
  try {
    const stage = await setStage(withClock(services, clock), clock, days);
    await play(stage, [
      groups,
      policies,
      earlyAgreements,
      agreements,
      paperSlips,
      withdrawals,
      moderatorMatter,
      complaintRoute,
      pupilRoute,
      concernPastHead,
      anonymousConcern((code) => codes.push(code)),
      answeredConcern,
      screenedConcern,
      heldConcern,
      newConcern,
    ]);
    const { accounts } = stage;
    return {
      accounts,
      password: demoPassword(services),
      reporterCode: codes[0] ?? '',
      origin: services.origin,
    };
  } catch (error) {
    if (!(error instanceof AccountTaken)) throw error;
    throw new DemoRefused(`Somebody has an account with the address ${error.message} here already. ${FRESH}`);
  }
}

export { DEMO_NAME };
