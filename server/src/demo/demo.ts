import { join } from 'node:path';
import { folderDisk } from '../platform/files/disk.ts';
import type { Services } from '../platform/services.ts';
import { createWorker } from '../platform/work.ts';
import { findSchoolBySlug } from '../schools/store.ts';
import { addressTaken, type DemoAccount, demoPassword } from './accounts.ts';
import { DEMO_SLUG } from './people.ts';
import { StoryClock } from './stage/clock.ts';
import { at, storyDays } from './stage/days.ts';
import { play } from './stage/play.ts';
import { setStage } from './stage/stage.ts';
import { agreements, earlyAgreements, paperSlips, withdrawals } from './stories/agreements.ts';
import { answers, askedFamilies } from './stories/asked-families.ts';
import { complaintRoute, moderatorMatter, pupilRoute } from './stories/ended-concerns.ts';
import { groups } from './stories/groups.ts';
import { adviceCase, nothingCase } from './stories/lighter-cases.ts';
import {
  anonymousConcern,
  answeredConcern,
  concernPastHead,
  heldConcern,
  newConcern,
  screenedConcern,
} from './stories/open-concerns.ts';
import { policies } from './stories/policies.ts';
import { gatheringCase, reachingCase, waitingCase } from './stories/running-cases.ts';
import { talkingCase } from './stories/talking-case.ts';
import { warningCase } from './stories/warning-case.ts';

/** What whoever looks around is told. */
export interface DemoReport {
  readonly accounts: readonly DemoAccount[];
  readonly password: string;
  /** A reporter's code, to come back with at `/s/bellfield/concern/return`. */
  readonly reporterCode: string;
  /** The code of the page of a parent a case is about, to come in with at `/s/bellfield/mine`. */
  readonly parentCode: string;
  readonly origin: string;
}

/** The demo cannot be made here. The message says why, and what to do. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';
}

const FRESH = 'Use a fresh data folder: HANDBELL_DATA=./demo-data handbell demo';

async function refuseUnlessFit(services: Services): Promise<void> {
  if (await findSchoolBySlug(services.database.open, DEMO_SLUG)) {
    throw new DemoRefused(
      `There is a school at /s/${DEMO_SLUG} here already, and the demo touches no school. ${FRESH}`,
    );
  }
  if (services.settings.SMTP_URL !== undefined) {
    throw new DemoRefused(
      'A mail server is set (SMTP_URL), and mail to the demo’s invented people would really go out. Take the setting away for the demo.',
    );
  }
  const taken = await addressTaken(services);
  if (taken)
    throw new DemoRefused(`Somebody has an account with the address ${taken} here already. ${FRESH}`);
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
 * @param begin called once it is sure that the demo can be made here
 * @throws DemoRefused when a school has the demo's address, an account has one of its mail addresses, or real mail
 *   would go out
 */
export async function fillDemo(services: Services, begin: () => void = () => {}): Promise<DemoReport> {
  await refuseUnlessFit(services);
  begin();
  const days = storyDays(services.clock.now());
  const clock = new StoryClock(days.instant(at(52, '09:00')));
  const stage = await setStage(withClock(services, clock), clock, days);
  let reporterCode = '';
  let parentCode = '';
  const keepCode = (code: string) => {
    reporterCode = code;
  };
  const keepParentCode = (code: string) => {
    parentCode = code;
  };
  await play(stage, [
    groups,
    policies,
    earlyAgreements,
    agreements,
    paperSlips,
    withdrawals,
    askedFamilies,
    answers,
    moderatorMatter,
    complaintRoute,
    pupilRoute,
    concernPastHead,
    anonymousConcern,
    answeredConcern(keepCode),
    screenedConcern,
    heldConcern,
    newConcern,
    warningCase,
    nothingCase,
    adviceCase,
    waitingCase,
    reachingCase,
    talkingCase(keepParentCode),
    gatheringCase,
  ]);
  const { accounts } = stage;
  return { accounts, password: demoPassword(services), reporterCode, parentCode, origin: services.origin };
}
