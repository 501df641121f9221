import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../test/dovecot.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { PROVEN, SERVER_NAME } from '../../../test/mailbox.ts';
import { mailOf } from '../../../test/mails.ts';
import { readOnce } from '../mailbox/round.ts';

const PAGE = '/desk/settings/mailbox';

let handbell: TestHandbell;
let dovecot: Dovecot;
let school: TestSchool;
let admin: Visitor;
let form: Record<string, string> = {};

beforeAll(async () => {
  [handbell, dovecot] = await Promise.all([startTestHandbell(), startDovecot()]);
  school = await handbell.newSchool();
  admin = await handbell.signIn(school, ['admin']);
  form = {
    host: '127.0.0.1',
    port: String(dovecot.port),
    security: 'none',
    username: 'desk',
    password: dovecot.password,
    folder: 'INBOX',
    serverName: '',
    afterwards: 'leave',
    moveTo: '',
    days: '',
    backlog: 'take',
  };
});
afterAll(async () => {
  await dovecot.stop();
  await handbell.stop();
});

const send = (more: Record<string, string> = {}) => admin.post(PAGE, { ...form, ...more }, PAGE);

describe('the settings of the mailbox', () => {
  it('say what is wrong, and keep what was typed but the password', async () => {
    for (const [more, words] of [
      [{ host: '' }, 'Enter the name of the mail server'],
      [{ host: 'https://x/' }, 'without a path'],
      [{ port: '0' }, 'usually 993'],
      [{ host: 'imap.example.org' }, 'anybody on the way could read the password'],
      [{ password: '' }, 'Enter the password'],
      [{ afterwards: 'move' }, 'Enter the folder to move it to'],
      [{ afterwards: 'move', moveTo: 'INBOX' }, 'another folder'],
      [{ afterwards: 'delete', days: '0' }, 'from 1 to 3,650'],
    ] as const) {
      const { status, text } = await send({ ...more });
      expect(status, words).toBe(422);
      expect(text).toContain(words);
      expect(text).not.toContain(dovecot.password);
    }
    expect((await admin.get(PAGE)).text).toContain('No mailbox is read yet');
  });

  it('are kept and tried, and name the server that checks senders', async () => {
    await dovecot.deliver('desk', [mailOf({ headers: [PROVEN] })]);
    expect((await send()).location).toBe(PAGE);
    const { text } = await admin.get(PAGE);
    expect(text).toContain('The mailbox can be read.');
    expect(text).toContain(SERVER_NAME);
    expect(text).not.toContain(dovecot.password);
  });

  it('keep the stored password for the same server only', async () => {
    expect((await send({ password: '', serverName: SERVER_NAME })).status).toBe(303);
    expect(await readOnce(handbell.services, school.id)).toEqual(['concern']);
    expect((await send({ password: '', host: 'localhost' })).text).toContain('Enter the password');
  });

  it('say what failed and what to do, on the page and on the first page of the desk', async () => {
    await send({ password: 'wrong' });
    expect((await admin.get(PAGE)).text).toContain('did not accept the user name or password');
    expect(await readOnce(handbell.services, school.id)).toBe('sign-in');
    expect((await admin.get('/desk')).text).toContain('Look at the mailbox for concerns');
    expect((await admin.get(PAGE)).text).toContain('Nothing is lost');
  });

  it('stop the reading, and nothing waits then', async () => {
    expect((await admin.post(`${PAGE}/do`, { go: 'stop' }, PAGE)).location).toBe(PAGE);
    expect((await admin.get(PAGE)).text).toContain('no longer read');
    expect((await admin.get('/desk')).text).not.toContain('Look at the mailbox for concerns');
    expect(await readOnce(handbell.services, school.id)).toEqual([]);
  });

  it('are for administrators', async () => {
    const head = await handbell.signIn(school, ['head']);
    expect((await head.get(PAGE)).status).toBe(403);
    expect((await head.get('/desk/settings')).text).not.toContain('Mailbox for concerns');
  });
});
