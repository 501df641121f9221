import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS, checkPage, codeOn, excerptOf, sendToken } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { createLogger } from '../platform/logging.ts';

let handbell: TestHandbell;
let school: TestSchool;
const logged: string[] = [];
beforeAll(async () => {
  const log = createLogger('debug', { write: (line) => void logged.push(line) });
  handbell = await startTestHandbell({ HANDBELL_PROXIES: '1' }, log);
  school = await handbell.newSchool();
});
afterAll(() => handbell.stop());

/** Everything in every table, as text; bytes as their letters, in case something lies in them unsealed. */
async function everything(): Promise<string> {
  const tables = await handbell.asOwner(
    "select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')",
  );
  let all = '';
  for (const { name } of tables) {
    const rows = await handbell.asOwner(`select * from ${String(name)}`);
    const texts = rows.flatMap((row) =>
      Object.values(row).map((value) =>
        value instanceof Buffer ? value.toString('latin1') : JSON.stringify(value),
      ),
    );
    all += `\n${texts.join('\n')}`;
  }
  return all;
}

/** Every file of the data folder, with its name. */
function everyFile(): string {
  const folder = handbell.services.settings.HANDBELL_DATA;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n');
}

const ADDRESS = '203.0.113.77';
const DEVICE = 'ExamplePhone/9.9 (Reporter)';
const REFERRER = 'https://family.example.org/diary';

/** What a device makes of a screenshot. */
async function picture(): Promise<string> {
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: '#37c' } });
  return (await drawn.jpeg().toBuffer()).toString('base64url');
}

describe('what a reporter leaves behind', () => {
  it('is no address, no device and no page they came from, in any table, file or log; and no word in clear', async () => {
    const visitor = handbell.visitor();
    const headers = { 'x-forwarded-for': ADDRESS, 'user-agent': DEVICE, referer: REFERRER };
    const send = (path: string, fields: Readonly<Record<string, string>>) =>
      visitor.send(path, {
        method: 'POST',
        headers: { ...headers, origin: 'http://localhost:8043' },
        body: new URLSearchParams(fields),
      });
    const excerpt = JSON.stringify(excerptOf(60, [4], 1));
    const answers = {
      ...ANSWERS,
      affected: 'me',
      affectedWords: 'It hurts Tarquin.',
      hope: 'An apology.',
      excerpt,
      place: 'email',
      mailText: 'Words of medlar.',
      picture: await picture(),
    };
    const texts = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, String(value)]));
    const once = sendToken(await checkPage(visitor, school, answers));
    const sent = await send('/s/oakfield/concern/send', { ...texts, once });
    expect(sent.status).toBe(303);
    const code = codeOn((await visitor.get('/s/oakfield/concern/sent')).text);
    const page = await (await send('/s/oakfield/concern/return', { code })).text();
    const reply = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await send('/s/oakfield/concern/return/reply', { code, words: 'Another word: quince.', once: reply });

    const fields = { code, relay: 'relay@quiet.example.org', once: `relay${'0'.repeat(17)}` };
    expect((await send('/s/oakfield/concern/return/relay', fields)).status).toBe(303);

    const all = `${await everything()}\n${everyFile()}\n${logged.join('\n')}`;
    // Not a line says when a reporter came; of everybody else there is one.
    await visitor.get('/s/oakfield');
    expect(logged.some((line) => line.includes('/concern'))).toBe(false);
    expect(logged.some((line) => line.includes('/s/:school'))).toBe(true);
    expect(everyFile()).toContain('age-encryption.org');
    expect(all).toContain('concern.received');
    for (const trace of [ADDRESS, '203.0.113', DEVICE, 'ExamplePhone', REFERRER, 'family.example.org']) {
      expect(all.includes(trace), trace).toBe(false);
    }
    const told = [
      'Larch',
      'Dana',
      'Ada Reporter',
      'ada@home',
      '900333',
      'Tarquin',
      'apology',
      'quince',
      'medlar',
      'relay@quiet',
      'Robin',
    ];
    for (const word of [...told, code, code.replaceAll('-', '')]) {
      expect(all.includes(word), word).toBe(false);
    }
  });

  it('would be found by this search if it were there', async () => {
    await handbell.asOwner('create table public.leak (note text, bytes bytea)');
    await handbell.asOwner('insert into public.leak values ($1, $2)', [ADDRESS, Buffer.from(DEVICE)]);
    const all = await everything();
    await handbell.asOwner('drop table public.leak');
    expect(all).toContain(ADDRESS);
    expect(all).toContain(DEVICE);
  });
});
