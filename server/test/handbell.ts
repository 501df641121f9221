import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { createHandbell } from '../src/app.ts';
import { mailReset } from '../src/people/reset-mail.ts';
import type { Role } from '../src/people/roles.ts';
import { addMember } from '../src/people/store.ts';
import type { Clock } from '../src/platform/clock.ts';
import { loadSettings } from '../src/platform/config/load.ts';
import { masterKey } from '../src/platform/crypto/master-key.ts';
import { type MemberId, newId, type SchoolId } from '../src/platform/ids.ts';
import { createLogger, type Logger } from '../src/platform/logging.ts';
import type { Services } from '../src/platform/services.ts';
import { createServices } from '../src/platform/start.ts';
import type { SchoolProfile } from '../src/schools/profile.ts';
import { TEST_MASTER_KEY, testDatabase } from './database.ts';
import { Visitor } from './visitor.ts';

export { Visitor } from './visitor.ts';

export const ORIGIN = 'http://localhost:8043';

/** A clock that stands still until a test moves it. Tuesday 9 March 2027, 10.00 in London, in term time. */
export class TestClock implements Clock {
  private instant = Temporal.Instant.from('2027-03-09T10:00:00Z');
  now(): Temporal.Instant {
    return this.instant;
  }
  set(iso: string): void {
    this.instant = Temporal.Instant.from(iso);
  }
  advance(duration: Temporal.DurationLike): void {
    const zoned = this.instant.toZonedDateTimeISO('Europe/London').add(duration);
    this.instant = zoned.toInstant();
  }
}

export const PROFILE: SchoolProfile = {
  nation: 'england',
  phase: 'primary',
  address: 'Bell Lane, Exampleton, EX1 1EX',
  phone: '07700 900100',
  officeEmail: 'office@oakfield.example.org',
  concernEmail: 'concerns@oakfield.example.org',
  safeguardingLead: { name: 'Priya Nair', phone: '07700 900101', email: 'safe@oakfield.example.org' },
  board: 'the Board of Governors',
};

export interface TestSchool {
  readonly id: SchoolId;
  readonly slug: string;
}

/** A whole Handbell on a database of its own, answering requests without a network. */
export interface TestHandbell {
  readonly services: Services;
  readonly clock: TestClock;
  readonly ownerUrl: string;
  readonly routes: ReturnType<typeof createHandbell>['routes'];
  /** A visitor who is not signed in. */
  visitor(): Visitor;
  newSchool(slug?: string): Promise<TestSchool>;
  /** A member of staff of a school, signed in with both steps. */
  signIn(
    school: TestSchool,
    roles: readonly Role[],
    name?: string,
  ): Promise<Visitor & { readonly member: MemberId }>;
  /** Runs SQL as the owner of the tables, past the application. */
  asOwner(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export async function startTestHandbell(
  settings: Readonly<Record<string, string>> = {},
  log: Logger = createLogger('silent'),
): Promise<TestHandbell> {
  const database = await testDatabase();
  const clock = new TestClock();
  const dataFolder = mkdtempSync(join(tmpdir(), 'handbell-data-'));
  const foundation = {
    settings: loadSettings({ HANDBELL_LOG: 'silent', HANDBELL_DATA: dataFolder, ...settings }),
    master: masterKey(TEST_MASTER_KEY),
    clock,
    log,
    appUrl: database.appUrl,
    origin: ORIGIN,
  };
  const services = createServices(foundation, mailReset);
  const { app, routes } = createHandbell(services);
  const request = (path: string, init: RequestInit) => app.request(new URL(path, ORIGIN), init);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  let people = 0;

  return {
    services,
    clock,
    routes,
    ownerUrl: database.ownerUrl,
    visitor: () => new Visitor(ORIGIN, request),
    async newSchool(slug = 'oakfield') {
      const row = {
        id: newId<'school'>(),
        slug,
        name: 'Oakfield Example School',
        profile: PROFILE,
        createdAt: clock.now(),
      };
      await services.worker.forNewSchool(row, 'set-up', async (work) => {
        work.audit({ act: 'school.created', object: `school:${row.id}` });
      });
      return { id: row.id, slug };
    },
    async signIn(school, roles, name = `${roles[0] ?? 'nobody'} of ${school.slug}`) {
      people += 1;
      const email = `person${people}@oakfield.example.org`;
      const { headers, response } = await (await services.auth()).api.signUpEmail({
        body: { name, email, password: 'a long enough example password' },
        returnHeaders: true,
      });
      await owner.query('update "user" set "twoFactorEnabled" = true where id = $1', [response.user.id]);
      const member = await services.worker.forSchool(school.id, 'set-up', (work) =>
        addMember(work, { name, email, roles }, response.user.id),
      );
      const [cookie = ''] = headers.getSetCookie();
      return Object.assign(new Visitor(ORIGIN, request, cookie), { member });
    },
    async asOwner(sql, values = []) {
      return (await owner.query(sql, [...values])).rows;
    },
    async stop() {
      await owner.end();
      await services.database.end();
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
