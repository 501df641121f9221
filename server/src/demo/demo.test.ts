import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, startTestHandbell, type TestHandbell, type Visitor } from '../../test/handbell.ts';
import { verifyAllAudits } from '../command.ts';
import { may } from '../people/permissions.ts';
import type { Role } from '../people/roles.ts';
import { schoolDay } from '../platform/clock.ts';
import { isSchoolDay } from '../schools/calendar.ts';
import { listSchools } from '../schools/store.ts';
import { demoCode } from './accounts.ts';
import { DemoRefused, type DemoReport, fillDemo } from './demo.ts';
import { CAST, CAST_KEYS, type CastKey } from './people.ts';
import { reportText } from './report.ts';
import { storyDays } from './stage/days.ts';

let handbell: TestHandbell;
let report: DemoReport;

beforeAll(async () => {
  handbell = await startTestHandbell();
  report = await fillDemo(handbell.services);
}, 240_000);
afterAll(() => handbell.stop());

async function counts(sql: string): Promise<Record<string, number>> {
  const rows = await handbell.asOwner(sql);
  return Object.fromEntries(rows.map(({ kind, count }) => [String(kind), Number(count)]));
}

describe('the demo’s term', () => {
  it('leaves a whole audit record', async () => {
    const [line] = await verifyAllAudits(handbell.services);
    expect(line).toMatchObject({ school: 'bellfield', fault: undefined });
    expect(line?.entries).toBeGreaterThan(300);
  });

  it('happens on school days, and never after now', async () => {
    const rows = await handbell.asOwner('select distinct at from audit_entry order by at');
    const { calendar } = storyDays(handbell.clock.now());
    for (const { at } of rows) {
      const instant = Temporal.Instant.from(new Date(String(at)).toISOString());
      expect(isSchoolDay(calendar, schoolDay(instant)), String(at)).toBe(true);
      expect(Temporal.Instant.compare(instant, handbell.clock.now()), String(at)).toBeLessThan(0);
    }
  });

  it('has a policy that was replaced and one in force', async () => {
    expect(await counts('select state as kind, count(*) from policy group by 1')).toEqual({
      superseded: 1,
      'in-force': 1,
    });
  });

  it('asked families about its policy, answered them and said what it heard', async () => {
    const rows = await handbell.asOwner('select shown, answered_at from policy_comment');
    expect(rows).toHaveLength(3);
    for (const { shown, answered_at } of rows) expect([shown, answered_at]).toEqual([true, expect.any(Date)]);
    const { text } = await handbell.visitor().get('/s/bellfield/consultation');
    for (const said of ['calm groups and quiet evenings', 'Nobody has to answer at any time'])
      expect(text).toContain(said);
  });

  it('has agreements of every kind, to both versions', async () => {
    const sql = `select p.number || ' ' || a.method || ' ' || a.state as kind, count(*)
      from agreement a join policy p on p.id = a.policy_id group by 1`;
    expect(await counts(sql)).toEqual({
      '1 screen signed': 3,
      '2 screen signed': 31,
      '2 paper signed': 9,
      '2 screen withdrawn': 2,
    });
  });

  it('has parents on the roll, links for classes and of their own, talks and a refusal', async () => {
    expect(await counts(`select state as kind, count(*) from agreement_invitation group by 1`)).toEqual({
      asked: 6,
    });
    expect(await counts(`select 'links' as kind, count(*) from agreement_class_link`)).toEqual({ links: 7 });
    const sql = `select kind || ' ' || state as kind, count(*) from agreement_answer group by 1`;
    expect(await counts(sql)).toEqual({ 'declined noted': 1, 'talk ended': 1, 'talk waiting': 1 });
  });

  it('has nine groups and one that ended', async () => {
    const sql = `select case when archived_at is null then kind else 'archived' end as kind, count(*)
      from chat_group group by 1`;
    expect(await counts(sql)).toEqual({ class: 6, year: 2, pta: 1, archived: 1 });
  });

  it('has concerns in every state but one, in every mode, by every way', async () => {
    expect(await counts('select state as kind, count(*) from concern group by 1')).toEqual({
      received: 1,
      triage: 4,
      held: 1,
      'case-open': 5,
      exited: 3,
      concluded: 2,
    });
    const modes = await counts('select mode as kind, count(*) from concern group by 1');
    expect(Object.keys(modes).toSorted()).toEqual(['anonymous', 'confidential', 'named']);
    const exits = await counts(
      'select exit as kind, count(*) from concern where exit is not null group by 1',
    );
    expect(exits).toEqual({ 'moderator-matter': 1, complaint: 1, 'pupil-route': 1 });
    const excerpts = await handbell.asOwner('select id from concern where excerpt is not null');
    expect(excerpts).toHaveLength(1);
  });

  it('has cases at every turn, with their letters', async () => {
    expect(await counts('select state as kind, count(*) from conduct_case group by 1')).toEqual({
      gathering: 1,
      'parent-contact': 2,
      decision: 1,
      'follow-up': 1,
      closed: 2,
    });
    const letters = `select kind || ' ' || state as kind, count(*) from letter where pdf_file is not null group by 1`;
    expect(await counts(letters)).toEqual({
      'first-contact given': 1,
      'first-contact issued': 1,
      'warning given': 1,
      'advice given': 1,
      'no-further-action given': 1,
    });
  });
});

/** One of the demo's people, signed in on the pages with password and six digits. */
async function signIn(key: CastKey): Promise<Visitor> {
  const visitor = handbell.visitor();
  const { email } = CAST[key];
  const first = await visitor.post('/sign-in', { email, password: report.password, next: '/desk' });
  expect(first.location).toBe('/sign-in/code');
  const code = (await demoCode(handbell.services, email)) ?? '';
  const second = await visitor.post('/sign-in/code', { code, next: '/desk' });
  expect(second.location).toBe('/desk');
  return visitor;
}

/** The spaces of volunteers lead anybody without a link of their own elsewhere. */
const OWN_SPACE = /^\/s\/[^/]+\/(?:moderators|pta)\/mine$/;

/** What a page answers with: 200, and 403 where the table of permissions does not give it to these roles. */
function dueAnswer(path: string, roles: readonly Role[]): number {
  if (OWN_SPACE.test(path)) return 303;
  const route = handbell.routes.declared.find(
    ({ method, path: pattern }) =>
      method === 'GET' && new RegExp(`^${pattern.replaceAll(/:[a-z]+/gi, '[^/]+')}$`).test(path),
  );
  return route?.may === undefined || may(roles, route.may) ? 200 : 403;
}

const MOST_OF_A_KIND = 2;

/** Follows every link from a page, a few of each kind; gives the kinds of page seen. */
async function walk(
  visitor: Visitor,
  start: string,
  within: RegExp,
  roles: readonly Role[] = [],
): Promise<ReadonlySet<string>> {
  const kinds = new Map<string, number>();
  const known = new Set([start]);
  for (const path of known) {
    const kind = path.replace(/\?.*/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    const seen = kinds.get(kind) ?? 0;
    if (seen >= MOST_OF_A_KIND) continue;
    kinds.set(kind, seen + 1);
    const { status, text, headers } = await visitor.get(path);
    expect(status, path).toBe(dueAnswer(path.replace(/\?.*/, ''), roles));
    if (!headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, link = ''] of text.matchAll(/href="([^"#]+)/g)) {
      const { origin, pathname, search } = new URL(link.replaceAll('&amp;', '&'), `${ORIGIN}${path}`);
      if (origin === ORIGIN && within.test(pathname)) known.add(`${pathname}${search}`);
    }
  }
  return new Set(kinds.keys());
}

describe('looking around in the demo', () => {
  it('opens every public page', async () => {
    const seen = await walk(handbell.visitor(), '/s/bellfield', /^\/s\/bellfield(\/|$)/);
    for (const path of ['', '/policy/1', '/policy/2', '/agree', '/agree/slip.pdf', '/concern', '/ask']) {
      expect(seen).toContain(`/s/bellfield${path}`);
    }
  }, 120_000);

  it.each(CAST_KEYS)(
    'opens every page of the desk that %s is led to',
    async (key) => {
      const seen = await walk(await signIn(key), '/desk', /^\/desk(\/|$)/, CAST[key].roles);
      expect(seen.size).toBeGreaterThan(4);
      const reads = ['head', 'deputy'].includes(key);
      expect([seen.has('/desk/concerns/:id'), seen.has('/desk/cases/:id')].includes(true)).toBe(
        reads || ['lead', 'office', 'chair'].includes(key),
      );
    },
    120_000,
  );

  it('lets the reporter come back with the code', async () => {
    const page = '/s/bellfield/concern/return';
    const { status, text } = await handbell.visitor().post(page, { code: report.reporterCode });
    expect(status).toBe(200);
    expect(text).toContain('guess who again');
  });

  it('prints who is there, how to sign in and where to look', () => {
    const text = reportText(report);
    for (const { email } of Object.values(CAST)) expect(text).toContain(email);
    expect(text).toContain(report.password);
    expect(text).toContain(report.reporterCode);
    expect(text).toContain(report.parentCode);
    expect(text).toContain(`${ORIGIN}/s/bellfield`);
  });

  it('gives the six digits of its own people only', async () => {
    expect(await demoCode(handbell.services, CAST.head.email)).toMatch(/^\d{6}$/);
    expect(await demoCode(handbell.services, 'head@oakfield.example.org')).toBeUndefined();
  });
});

describe('the demo is refused', () => {
  it('where a school has its address', async () => {
    await expect(fillDemo(handbell.services)).rejects.toThrow(DemoRefused);
    await expect(fillDemo(handbell.services)).rejects.toThrow('/s/bellfield');
  });

  it('where mail would really go out, or an address is taken, and then makes nothing', async () => {
    const other = await startTestHandbell();
    const { services } = other;
    try {
      const withMail = {
        ...services,
        settings: { ...services.settings, SMTP_URL: 'smtp://mail.example.org' },
      };
      await expect(fillDemo(withMail)).rejects.toThrow('SMTP_URL');
      await (await services.auth()).api.signUpEmail({
        body: { name: 'Somebody', email: CAST.clerk.email, password: 'a long enough example password' },
      });
      await expect(fillDemo(services)).rejects.toThrow(CAST.clerk.email);
      expect(await listSchools(services.database.open)).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});
