import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from '../../test/handbell.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import { sendDue } from '../platform/mail/send.ts';
import { sendingOf } from '../platform/mail/sender.ts';
import { type MailId, mail } from '../platform/mail/tables.ts';
import { setAside } from '../platform/mail/tray.ts';

const TRAY = '/desk/settings/mail';
const NOWHERE = 'smtp://127.0.0.1:1';

let without: House;
let withServer: House;
beforeAll(async () => {
  without = await house({});
  withServer = await house({ SMTP_URL: NOWHERE });
});
afterAll(async () => {
  await without.handbell.stop();
  await withServer.handbell.stop();
});

interface House {
  readonly handbell: TestHandbell;
  readonly school: TestSchool;
  readonly admin: Visitor;
}

async function house(settings: Readonly<Record<string, string>>): Promise<House> {
  const handbell = await startTestHandbell(settings);
  const school = await handbell.newSchool();
  return { handbell, school, admin: await handbell.signIn(school, ['admin']) };
}

function queue({ handbell, school }: House): Promise<MailId> {
  const letter = {
    to: 'robin@example.org',
    subject: 'Hello Robin',
    text: 'Open <this> link',
    kind: 'password-reset',
  };
  return handbell.services.worker.forSchool(school.id, 'public', (work) => queueMail(work, letter));
}

/** Tries all mail as often as it is tried before Handbell gives up. */
async function giveUp({ handbell }: House): Promise<void> {
  const sending = sendingOf(handbell.services);
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await sendDue(sending);
    handbell.clock.advance({ hours: 12 });
  }
  await sending.carrier.close();
}

async function acts({ handbell }: House, id: MailId): Promise<unknown[]> {
  const rows = await handbell.asOwner('select act from audit_entry where object = $1 order by seq', [
    `mail:${id}`,
  ]);
  return rows.map((row) => row.act);
}

describe('the mail tray', () => {
  it('is for administrators only', async () => {
    const head = await without.handbell.signIn(without.school, ['head', 'office', 'chair']);
    const id = await queue(without);
    for (const path of [TRAY, `${TRAY}/${id}`, `${TRAY}/${id}/open`]) {
      expect((await head.get(path)).status).toBe(403);
      expect((await without.handbell.visitor().get(path)).status).toBe(303);
    }
  });

  it('shows kind, state and a masked address, never what a mail says', async () => {
    const id = await queue(without);
    const list = await without.admin.get(TRAY);
    const page = await without.admin.get(`${TRAY}/${id}`);
    for (const { status, text } of [list, page]) {
      expect(status).toBe(200);
      expect(text).toContain('Password reset');
      expect(text).toContain('Waiting');
      expect(text).toContain('r***@example.org');
      expect(text).not.toMatch(/robin@|Hello Robin|Open &lt;this/);
    }
    expect(list.text).toContain('No mail server is set up');
  });

  it('opens a mail where there is no server, and records who opened it', async () => {
    const id = await queue(without);
    const { text } = await without.admin.get(`${TRAY}/${id}/open`);
    expect(text).toContain('robin@example.org');
    expect(text).toContain('Hello Robin');
    expect(text).toContain('Open &lt;this&gt; link');
    expect(await acts(without, id)).toEqual(['mail.queued', 'mail.opened']);
  });

  it('opens nothing where a server sends mail', async () => {
    const id = await queue(withServer);
    const { status, text } = await withServer.admin.get(`${TRAY}/${id}/open`);
    expect(status).toBe(403);
    expect(text).not.toContain('robin@');
    expect((await withServer.admin.get(`${TRAY}/${id}`)).text).not.toContain('/open"');
  });

  it('puts a mail aside once, and opens it no more', async () => {
    const id = await queue(without);
    const page = `${TRAY}/${id}`;
    const { status, location } = await without.admin.post(page, { go: 'aside' }, page);
    expect({ status, location }).toEqual({ status: 303, location: TRAY });
    expect((await without.admin.get(TRAY)).text).toContain('The mail is put aside.');
    expect((await without.admin.get(page)).text).toContain('Put aside');
    const once = await without.admin.token(TRAY);
    const again = await without.admin.post(page, { go: 'aside', once });
    expect(again.status).toBe(409);
    expect(again.text).toContain('You put it aside on Tuesday 9 March 2027');
    expect((await without.admin.get(`${page}/open`)).status).toBe(409);
  });

  it('tells the administrator of mail that could not be sent, why, and tries it again', async () => {
    const id = await queue(withServer);
    expect((await withServer.admin.get('/desk')).text).not.toContain('could not be sent');
    await giveUp(withServer);
    expect((await withServer.admin.get('/desk')).text).toMatch(/Look at \d+ mails? that could not be sent/);
    const page = `${TRAY}/${id}`;
    const { text } = await withServer.admin.get(page);
    expect(text).toContain('The mail server could not be reached. (ESOCKET)');
    await withServer.admin.post(page, { go: 'again' }, page);
    expect((await withServer.admin.get(page)).text).toContain('Waiting');
    expect((await acts(withServer, id)).at(-1)).toBe('mail.tried-again');
  });

  it('tells the second of two what the first did with a mail: it goes out only when somebody wants that after all', async () => {
    const beside = await withServer.handbell.signIn(withServer.school, ['admin'], 'Bea Beside');
    const id = await queue(withServer);
    await giveUp(withServer);
    const page = `${TRAY}/${id}`;
    const once = await withServer.admin.token(page);
    await beside.post(page, { go: 'aside' }, page);
    const late = await withServer.admin.post(page, { go: 'again', once });
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/put aside already[^.]+\. Bea Beside put it aside on /);
    const { text } = await withServer.admin.get(page);
    expect(text).toContain('Send it after all');
    expect((await withServer.admin.post(page, { go: 'after-all' }, page)).status).toBe(303);
    expect((await acts(withServer, id)).at(-1)).toBe('mail.tried-again');
  });

  it('names nobody for a mail that went out by itself', async () => {
    const id = await queue(without);
    const page = `${TRAY}/${id}`;
    await without.admin.get(`${page}/open`);
    const once = await without.admin.token(page);
    await without.handbell.services.worker.forSchool(without.school.id, 'job:mail.send', async (work) => {
      const sent = { state: 'sent', nextTryAt: null, sentAt: work.now } as const;
      await work.queries.update(mail).set(sent).where(eq(mail.id, id));
      work.audit({ act: 'mail.sent', object: `mail:${id}` });
    });
    const late = await without.admin.post(page, { go: 'aside', once });
    expect(late.text).toContain('This mail has been sent already.');
    expect(late.text).not.toContain('put it aside');
  });

  it('asks for a button when none was pressed, and knows no other school’s mail', async () => {
    const id = await queue(without);
    const page = `${TRAY}/${id}`;
    expect((await without.admin.post(page, { go: 'elsewhere' }, page)).text).toContain(
      'Press one of the buttons',
    );
    const other = await without.handbell.newSchool('elmfield');
    const stranger = await without.handbell.signIn(other, ['admin']);
    for (const path of [page, `${page}/open`]) expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(page, { go: 'aside' }, '/desk/settings')).status).toBe(404);
  });

  it('shows mail that is done with in pages, newest first', async () => {
    const other = { ...without, school: await without.handbell.newSchool('manyfield') };
    const admin = await without.handbell.signIn(other.school, ['admin']);
    const ids: MailId[] = [];
    for (let each = 0; each < 51; each += 1) ids.push(await queue(other));
    await without.handbell.services.worker.forSchool(other.school.id, 'command', async (work) => {
      for (const id of ids) await setAside(work, id, '/nowhere');
    });
    const first = await admin.get(TRAY);
    const second = await admin.get(`${TRAY}?page=2`);
    expect(first.text).not.toContain(ids[0]);
    expect(second.text).toContain(ids[0]);
    for (const page of ['0', '99', 'x', '-1'])
      expect((await admin.get(`${TRAY}?page=${page}`)).status).toBe(200);
  });
});
