import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger, describeError } from '../src/platform/logging.ts';
import { mailCell, queueMail } from '../src/platform/mail/outbox.ts';
import { sendDue } from '../src/platform/mail/send.ts';
import { sendingOf } from '../src/platform/mail/sender.ts';
import { ORIGIN, startTestHandbell, type TestHandbell, type TestSchool } from './handbell.ts';

/** Words that must never reach the log, as somebody might send them: in every part of a request. */
const NAME = "Robin O'Hostile";
const MAIL = 'robin.hostile@example.org';
const PHONE = '07700 900123';
const ADDRESS = '203.0.113.77';
const SENT = `${NAME} <${MAIL}> ${PHONE} "} \n{"level":60,"msg":"forged"}`;

/** Any trace of them: plain, in an address, in a form, in base64. */
const TRACES = [/robin|hostile/i, /07700|900123/, /203\.0\.113/, /forged/, /Um9iaW4|SG9zdGlsZ/];

/** All that a line of the log may hold. */
const ALLOWED = new Set([
  'level',
  'time',
  'request',
  'method',
  'route',
  'status',
  'ms',
  'error',
  'msg',
  'job',
  'school',
]);

const lines: string[] = [];
let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  handbell = await startTestHandbell({ SMTP_URL: 'smtp://127.0.0.1:1' }, log);
  school = await handbell.newSchool('oakfield');
});
afterAll(() => handbell.stop());

function expectClean(): void {
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines.splice(0)) {
    // The request's number is drawn by lot, and may hold any digits.
    const said = line.replace(/"request":"[0-9a-f-]{36}"/, '');
    for (const trace of TRACES) expect(said).not.toMatch(trace);
    const entry: Record<string, unknown> = JSON.parse(line);
    expect(Object.keys(entry).filter((key) => !ALLOWED.has(key))).toEqual([]);
  }
}

const HEADERS = {
  origin: ORIGIN,
  'user-agent': 'robin hostile',
  referer: `${ORIGIN}/?q=${encodeURIComponent(NAME)}`,
  'x-forwarded-for': ADDRESS,
  'x-request-id': 'robin-hostile',
  cookie: 'handbell.session_token=robin-hostile; handbell_school=hostile',
};

/** A form with the words in every field that any page may ask for. */
const FORM = new URLSearchParams(
  ['name', 'email', 'password', 'text', 'code', 'what', 'phone', 'secret', 'school', 'once', 'go', SENT].map(
    (field) => [field, SENT],
  ),
);

describe('the log', () => {
  it('holds no name, number, address or word of any request, on any route there is', async () => {
    const staff = await handbell.signIn(school, ['admin', 'head', 'office', 'handler', 'safeguarding'], NAME);
    const stranger = handbell.visitor();
    for (const { method, path } of handbell.routes.declared) {
      const known = path.replace(':school', school.slug);
      const address = `${known.replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, encodeURIComponent(NAME))}?q=${encodeURIComponent(SENT)}`;
      const body = method === 'POST' ? FORM : null;
      for (const visitor of [stranger, staff])
        await visitor.send(address, { method, body, headers: HEADERS });
    }
    expect(lines.length).toBeGreaterThan(handbell.routes.declared.length);
    expectClean();
  });

  it('holds nothing of an address that is none of ours', async () => {
    for (const path of [
      `/${encodeURIComponent(SENT)}`,
      `/s/${encodeURIComponent(NAME)}`,
      `/assets/robin.hostile.css`,
    ]) {
      await handbell.visitor().send(path, { headers: HEADERS });
    }
    expectClean();
  });

  it('holds nothing of the words of an error, of the database’s neither', async () => {
    const { log, database } = handbell.services;
    const error = await database.open
      .execute(`select '${NAME.replace("'", "''")}'::int`)
      .catch((each: unknown) => each);
    log.error({ error }, 'query failed');
    log.error({ error: Object.assign(new Error(SENT), { detail: SENT, cause: new Error(SENT) }) }, 'failed');
    log.error({ error: SENT }, 'failed');
    log.error({ error: new AggregateError([new Error(SENT)], SENT) }, 'failed');
    expect(lines[0]).toContain('"code":"22P02"');
    expect(lines[1]).toContain('logging.test.ts');
    expectClean();
  });

  it('holds nothing of a mail, sent, refused or unreadable', async () => {
    const sending = sendingOf(handbell.services);
    const id = await handbell.services.worker.forSchool(school.id, 'public', async (work) => {
      await queueMail(work, { to: MAIL, subject: NAME, text: SENT, kind: 'news' });
      return queueMail(work, { to: MAIL, subject: NAME, text: SENT, kind: 'news' });
    });
    const broken = await handbell.services.worker.forSchool(school.id, 'command', async (work) =>
      work.keys.seal(mailCell('subject', id), SENT),
    );
    await handbell.asOwner("set session_replication_role = 'replica'");
    await handbell.asOwner('update mail set recipient = $1 where id = $2', [broken, id]);
    await handbell.asOwner("set session_replication_role = 'origin'");
    expect(await sendDue(sending)).toBe(2);
    await sending.carrier.close();
    const rows = await handbell.asOwner('select last_error, state from mail order by state');
    expect(rows).toEqual([
      { last_error: 'SealError', state: 'dead' },
      { last_error: 'ESOCKET', state: 'failed' },
    ]);
    handbell.services.log.info('done');
    expectClean();
  });
});

describe('what may be told of an error', () => {
  it('is its kind, its code and its place', () => {
    const error = Object.assign(new TypeError(SENT), { code: 'E1' });
    expect(describeError(error)).toMatchObject({ kind: 'TypeError', code: 'E1' });
    expect(describeError(error).at).toMatch(/^at .*logging\.test\.ts/);
    expect(describeError(new Error('x', { cause: error }))).toMatchObject({ kind: 'Error', code: 'E1' });
    expect(describeError(SENT)).toEqual({ kind: 'string' });
  });
});
