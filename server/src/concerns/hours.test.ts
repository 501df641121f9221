import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANSWERS, checkPage, codeOn, excerptOf, lastConcern, sendToken } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { ROLES } from '../people/roles.ts';

const NOW = '2027-03-09T10:23:45.678Z';
let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  // Ids, files and counters are made by the machine's own clock: it shows the same time as the service's.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
  handbell = await startTestHandbell();
  handbell.clock.set(NOW);
  school = await handbell.newSchool();
  for (const role of ROLES) await handbell.signIn(school, [role]);
});
afterAll(async () => {
  vi.useRealTimers();
  await handbell.stop();
});

const HOUR = 3_600_000;

/** Every row of every table, as text that names its table. */
async function rows(): Promise<ReadonlySet<string>> {
  const tables = await handbell.asOwner(
    "select table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = 'public'",
  );
  const all = new Set<string>();
  for (const { name } of tables) {
    for (const row of await handbell.asOwner(`select * from "${String(name)}"`)) {
      all.add(`${String(name)} ${JSON.stringify(row, (_, value) => (isBytes(value) ? '' : value))}`);
    }
  }
  return all;
}
const isBytes = (value: unknown) =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';

const UUID_7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const msOf = (uuid: string) => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);

/** Every time in some rows that is finer than the hour: written out, inside an id, or as a counter's end. */
function finer(added: readonly string[], known: string): readonly string[] {
  return added.flatMap((row) => {
    const table = row.slice(0, row.indexOf(' '));
    const written = [...row.matchAll(/\d\d:(\d\d:\d\d(?:\.\d+)?)/g)].filter(([, rest = '']) =>
      /[1-9]/.test(rest),
    );
    const ids = [...row.matchAll(UUID_7)].filter(([id]) => !known.includes(id) && msOf(id) % HOUR !== 0);
    const ends = [...row.matchAll(/"expire":"(\d+)"/g)].filter(([, end = '']) => Number(end) % HOUR !== 0);
    return [...written, ...ids, ...ends].map(([found]) => `${table}: ${found}`);
  });
}

async function picture(colour: string): Promise<string> {
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: colour } });
  return (await drawn.jpeg().toBuffer()).toString('base64url');
}

const base = '/s/oakfield/concern';
const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...ANSWERS, affected: 'me' }).map(([name, value]) => [name, String(value)]),
);

/** Tells a concern with everything that can come with one; gives its code. */
async function tell(answers: Readonly<Record<string, string>>): Promise<string> {
  const visitor = handbell.visitor();
  const once = sendToken(await checkPage(visitor, school, answers));
  expect((await visitor.post(`${base}/send`, { ...answers, once })).location).toBe(`${base}/sent`);
  return codeOn((await visitor.get(`${base}/sent`)).text);
}

/** Does something with the code, on a page that was opened with it. */
async function byCode(code: string, what: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const visitor = handbell.visitor();
  const { text } = await visitor.post(`${base}/return`, { code });
  const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const sent = await visitor.post(`${base}/return/${what}`, { code, once, ...fields });
  expect([what, sent.status]).toEqual([what, 303]);
}

/** Every folder and file of the data folder, with its own time. */
function fileTimes(): readonly (readonly [string, number])[] {
  const folder = join(handbell.services.settings.HANDBELL_DATA, 'files');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
    name,
    statSync(join(folder, name)).mtimeMs,
  ]);
}

describe('the time of what a reporter does', () => {
  it('is kept to the hour and no finer, in every table, id, counter and file', async () => {
    const before = await rows();
    const excerpt = JSON.stringify(excerptOf(20, [4], 1));
    const code = await tell({
      ...TEXTS,
      mode: 'anonymous',
      name: '',
      email: '',
      phone: '',
      excerpt,
      picture: await picture('#37c'),
    });
    await tell({ ...TEXTS, danger: 'yes' });
    await tell({ ...TEXTS, about: 'head' });
    await byCode(code, 'reply', { words: 'One more thing.' });
    await byCode(code, 'evidence', { picture: await picture('#c73'), mailText: 'A mail.' });
    await byCode(code, 'relay', { relay: 'relay@quiet.example.org' });
    await byCode(code, 'open-up', { mode: 'named', name: 'Ada Reporter', email: '', phone: '' });
    await byCode(code, 'withdraw', {});
    const added = [...(await rows())].filter((row) => !before.has(row));
    const tables = new Set(added.map((row) => row.slice(0, row.indexOf(' '))));
    for (const table of [
      'concern',
      'concern_event',
      'file',
      'mail',
      'form_once',
      'rate_limit',
      'audit_entry',
    ]) {
      expect([...tables]).toContain(table);
    }
    expect(finer(added, [...before].join('\n'))).toEqual([]);
    const files = fileTimes();
    expect(files.length).toBeGreaterThan(3);
    for (const [name, time] of files) expect([name, time % HOUR]).toEqual([name, 0]);
  });

  it('is refused by the database where it is finer', async () => {
    for (const column of ['received_at', 'answered_at', 'withdrawn_at']) {
      const sql = `update concern set ${column} = received_at + interval '1 second'`;
      await expect(handbell.asOwner(sql)).rejects.toThrow('_hour');
    }
    const sql = "update concern_event set at = at + interval '1 ms' where member_id is null";
    await expect(handbell.asOwner(sql)).rejects.toThrow('concern_event_hour');
  });

  it('does not tell who wrote first: the story stays in its order, with days for what the reporter did', async () => {
    handbell.clock.set('2027-03-09T21:05:00Z');
    const code = await tell(TEXTS);
    const id = await lastConcern(handbell);
    const desk = await handbell.signIn(school, ['handler'], 'Hana Handler');
    const page = `/desk/concerns/${id}`;
    const act = async (name: string, fields: Readonly<Record<string, string>>) => {
      const { text } = await desk.get(page);
      const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const version = /name="version" value="([^"]+)"/.exec(text)?.[1] ?? '';
      return desk.post(`${page}/${name}`, { once, version, ...fields });
    };
    handbell.clock.set('2027-03-09T21:40:09Z');
    await act('screen', { answer: 'no', note: 'Adults.' });
    await act('interest', { interest: 'clear' });
    await act('ask', { question: 'Which day was it?' });
    handbell.clock.set('2027-03-09T21:51:08Z');
    await byCode(code, 'reply', { words: 'On Monday evening.' });
    const { text } = await desk.get(page);
    expect(text.indexOf('Which day was it?')).toBeGreaterThan(text.indexOf('The concern came in'));
    expect(text.indexOf('On Monday evening.')).toBeGreaterThan(text.indexOf('Which day was it?'));
    expect(text).toContain('datetime="2027-03-09T21:40');
    expect(text).not.toMatch(/9:51|21:51|9:05pm|21:05/);
  });

  it('does not show in the minute a mail goes out: but for a child in danger, it waits until the hour turns', async () => {
    const mails = await handbell.asOwner(
      "select created_at, next_try_at from mail where kind = 'desk-news' order by next_try_at - created_at",
    );
    const waits = mails.map(({ created_at, next_try_at }) => Number(next_try_at) - Number(created_at));
    expect(new Set(waits)).toEqual(new Set([0, HOUR]));
  });
});
