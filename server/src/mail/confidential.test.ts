import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { CONFIDENTIAL_KINDS } from '../platform/mail/kinds.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import { sendDue } from '../platform/mail/send.ts';
import { mailFolder, sendingOf } from '../platform/mail/sender.ts';
import { mail } from '../platform/mail/tables.ts';

const data = mkdtempSync(join(tmpdir(), 'handbell-mail-'));
let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell({ HANDBELL_DATA: data });
  school = await handbell.newSchool();
});
afterAll(async () => {
  await handbell.stop();
  rmSync(data, { recursive: true, force: true });
});

function filed(): readonly string[] {
  const folder = mailFolder(handbell.services.settings);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.eml'))
    : [];
}

describe.each(CONFIDENTIAL_KINDS)('mail of the kind %s', (kind) => {
  it('is shown to nobody, and waits sealed while there is no mail server', async () => {
    const admin = await handbell.signIn(school, ['admin']);
    const before = filed();
    const id = await handbell.services.worker.forSchool(school.id, 'public', (work) =>
      queueMail(work, {
        to: 'reporter@home.example.org',
        subject: 'There is something new',
        text: 'Come back.',
        kind,
      }),
    );
    await sendDue(sendingOf(handbell.services));
    expect(filed()).toEqual(before);
    expect((await admin.get('/desk/settings/mail')).text).not.toContain('r***@home.example.org');
    expect((await admin.get(`/desk/settings/mail/${id}`)).status).toBe(404);
    expect((await admin.get(`/desk/settings/mail/${id}/open`)).status).toBe(404);
    const [row] = await handbell.asOwner('select state from mail where id = $1', [id]);
    expect(row?.state).toBe('waiting');
  });
});

describe('mail of these kinds that was given up', () => {
  const TRAY = '/desk/settings/mail';
  const WORDS = 'Mail about matters told in confidence could not be sent';

  it('is told of, unseen, to an administrator whom no concern goes past, who has it tried again', async () => {
    const admin = await handbell.signIn(school, ['admin']);
    const head = await handbell.signIn(school, ['admin', 'head']);
    expect((await admin.get(TRAY)).text).not.toContain(WORDS);
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      await work.queries.update(mail).set({ state: 'dead', nextTryAt: null });
      work.audit({ act: 'test', object: 'test' });
    });
    expect((await head.get(TRAY)).text).not.toContain(WORDS);
    expect((await admin.get(TRAY)).text).toContain(WORDS);
    expect((await admin.post(`${TRAY}/confidential`, {}, TRAY)).location).toBe(TRAY);
    const rows = await handbell.asOwner('select distinct state from mail where kind = any($1)', [
      CONFIDENTIAL_KINDS,
    ]);
    expect(rows).toEqual([{ state: 'waiting' }]);
    expect((await admin.get(TRAY)).text).not.toContain(WORDS);
  });
});

describe('other mail', () => {
  it('is listed and filed', async () => {
    const admin = await handbell.signIn(school, ['admin']);
    await handbell.services.worker.forSchool(school.id, 'public', (work) =>
      queueMail(work, {
        to: 'sam@home.example.org',
        subject: 'Your invitation',
        text: 'Join.',
        kind: 'invitation',
      }),
    );
    await sendDue(sendingOf(handbell.services));
    expect(filed()).toHaveLength(1);
    expect((await admin.get('/desk/settings/mail')).text).toContain('s***@home.example.org');
  });
});
