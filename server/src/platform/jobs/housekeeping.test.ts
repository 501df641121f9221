import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { keepFile, removeFile } from '../files/store.ts';
import { queueMail } from '../mail/outbox.ts';
import { setAside } from '../mail/tray.ts';
import { formOnce } from '../tables.ts';
import type { Work } from '../work.ts';
import { housekeeping } from './housekeeping.ts';

let handbell: TestHandbell;
let schools: TestSchool[];
beforeAll(async () => {
  handbell = await startTestHandbell();
  schools = [await handbell.newSchool('oakfield'), await handbell.newSchool('elmfield')];
});
afterAll(() => handbell.stop());

async function everywhere(act: (work: Work) => Promise<unknown>): Promise<void> {
  for (const { id } of schools) await handbell.services.worker.forSchool(id, 'command', act);
}

async function perform(name: string): Promise<void> {
  const job = housekeeping.find((each) => each.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.perform(handbell.services, {});
}

async function count(sql: string): Promise<number> {
  return (await handbell.asOwner(sql)).length;
}

describe('what is tidied every night', () => {
  it('comes by itself, all of it at another time', () => {
    const schedules = housekeeping.map((job) => job.schedule);
    expect(schedules.every((schedule) => /^\d+ [\d*]+ \* \* \*$/.test(schedule ?? ''))).toBe(true);
    expect(new Set(schedules).size).toBe(housekeeping.length);
  });

  it('forgets forms taken two days ago, in every school, and keeps the others', async () => {
    const take = (token: string) =>
      everywhere(({ queries, school, now }) =>
        queries.insert(formOnce).values({ schoolId: school, token, location: '/', takenAt: now }),
      );
    await take('old');
    handbell.clock.advance({ hours: 47 });
    await take('new');
    handbell.clock.advance({ hours: 1, seconds: 1 });
    await perform('forms.forget');
    expect(await handbell.asOwner('select token from form_once')).toEqual([
      { token: 'new' },
      { token: 'new' },
    ]);
  });

  it('forgets limits that are over', async () => {
    const now = handbell.clock.now().epochMilliseconds;
    await handbell.asOwner(`insert into rate_limit values ('over', 1, ${now - 1}), ('on', 1, ${now + 1})`);
    await perform('limits.forget');
    expect(await handbell.asOwner('select key from rate_limit')).toEqual([{ key: 'on' }]);
  });

  it('forgets sessions that are over', async () => {
    const [school] = schools;
    if (!school) throw new Error('no school');
    await handbell.signIn(school, ['admin']);
    await handbell.signIn(school, ['head']);
    const over = handbell.clock.now().subtract({ seconds: 1 }).toString();
    const on = handbell.clock.now().add({ hours: 1 }).toString();
    await handbell.asOwner('update session set "expiresAt" = $1', [on]);
    await handbell.asOwner('update session set "expiresAt" = $1 where id = (select min(id) from session)', [
      over,
    ]);
    await perform('sessions.forget');
    expect(await count('select 1 from session')).toBe(1);
  });

  it('forgets mail that is done with after thirty days, never mail that is not', async () => {
    const mail = { to: 'robin@example.org', subject: 's', text: 't', kind: 'news' };
    await everywhere(async (work) => {
      await queueMail(work, mail);
      await setAside(work, await queueMail(work, mail), '/nowhere');
    });
    handbell.clock.advance({ hours: 24 * 30 });
    await perform('mail.forget');
    expect(await count('select 1 from mail')).toBe(4);
    handbell.clock.advance({ seconds: 1 });
    await perform('mail.forget');
    expect(await handbell.asOwner('select state from mail')).toEqual([
      { state: 'waiting' },
      { state: 'waiting' },
    ]);
    expect(await count("select 1 from audit_entry where act = 'mail.forgotten'")).toBe(2);
  });

  it('sweeps files that nothing names', async () => {
    await everywhere(async (work) => {
      await keepFile(work, { name: 'kept', type: 'text/plain', bytes: Buffer.from('kept') });
      const gone = { name: 'gone', type: 'text/plain', bytes: Buffer.from('gone') };
      await removeFile(work, await keepFile(work, gone));
    });
    await perform('files.sweep');
    const folder = join(handbell.services.settings.HANDBELL_DATA, 'files');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(2);
  });
});
