import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { folderCarrier, smtpCarrier } from './carriers.ts';
import { senderOf } from './message.ts';
import { queueMail } from './outbox.ts';
import { type Sending, sendDue } from './send.ts';
import type { MailId } from './tables.ts';
import { listMail, setAside, tryAgain } from './tray.ts';

let handbell: TestHandbell;
let school: TestSchool;
const folder = mkdtempSync(join(tmpdir(), 'handbell-mail-'));
const closing: (() => Promise<void> | void)[] = [];

beforeEach(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await handbell.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A real mail server on this machine. It takes what `refuse` does not turn away. */
async function mailServer(refuse: SMTPServerOptions = {}) {
  const got: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      void simpleParser(stream)
        .then((mail) => got.push(mail))
        .then(() => done(), done),
    ...refuse,
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { got, url: `smtp://127.0.0.1:${port}` };
}

function sending(url?: string): Sending {
  const carrier = url ? smtpCarrier(url) : folderCarrier(folder);
  closing.unshift(() => carrier.close());
  return {
    services: handbell.services,
    carrier,
    sender: senderOf(undefined, handbell.services.origin),
    folder,
  };
}

function queue(to = 'robin@example.org', at = school): Promise<MailId> {
  const mail = {
    to,
    subject: 'Something new – Zoë',
    text: 'Look: http://localhost:8043/s/oakfield',
    kind: 'news',
  };
  return handbell.services.worker.forSchool(at.id, 'public', (work) => queueMail(work, mail));
}

async function states(at = school) {
  const rows = await handbell.services.worker.forSchool(at.id, 'command', (work) =>
    listMail(work, ['waiting', 'failed', 'dead', 'sent', 'aside'], { offset: 0, limit: 100 }),
  );
  return rows.map(({ state, attempts, lastError }) => ({ state, attempts, lastError }));
}

describe('sending mail', () => {
  it('goes to the recipient, from the school, and is sent once', async () => {
    const { got, url } = await mailServer();
    const id = await queue();
    expect(await sendDue(sending(url))).toBe(1);
    expect(await sendDue(sending(url))).toBe(0);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({
      subject: 'Something new – Zoë',
      messageId: `<${id}@localhost>`,
      text: 'Look: http://localhost:8043/s/oakfield\n',
    });
    expect(got[0]?.from?.text).toBe('"Oakfield Example School" <handbell@localhost>');
    expect(got[0]?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await states()).toEqual([{ state: 'sent', attempts: 1, lastError: null }]);
  });

  it('goes out for every school that has some due', async () => {
    const { got, url } = await mailServer();
    const other = await handbell.newSchool('elmfield');
    await queue('one@example.org');
    await queue('two@example.org', other);
    expect(await sendDue(sending(url))).toBe(2);
    expect(
      got
        .flatMap((mail) => mail.to ?? [])
        .flatMap((to) => to.text)
        .toSorted(),
    ).toEqual(['one@example.org', 'two@example.org']);
  });

  it('goes out once when two processes look at the same time', async () => {
    const { got, url } = await mailServer();
    for (let mail = 0; mail < 12; mail += 1) await queue(`parent${mail}@example.org`);
    const tried = await Promise.all([sendDue(sending(url)), sendDue(sending(url)), sendDue(sending(url))]);
    expect(tried.reduce((sum, each) => sum + each)).toBe(12);
    expect(new Set(got.map((mail) => mail.messageId)).size).toBe(12);
    expect(got).toHaveLength(12);
  });

  it('is tried again after 1, 5, 30 minutes, 2 and 12 hours, then given up, with a code only', async () => {
    const refuse = await mailServer({
      onData: (stream, _session, done) => stream.resume().on('end', () => done(new Error('Robin is away'))),
    });
    await queue();
    const out = sending(refuse.url);
    const waits = ['PT1M', 'PT5M', 'PT30M', 'PT2H', 'PT12H'];
    for (const [index, wait] of waits.entries()) {
      expect(await sendDue(out)).toBe(1);
      expect(await states()).toEqual([{ state: 'failed', attempts: index + 1, lastError: 'EMESSAGE 450' }]);
      const due = Temporal.Duration.from(wait);
      handbell.clock.advance(due.subtract({ seconds: 1 }));
      expect(await sendDue(out)).toBe(0);
      handbell.clock.advance({ seconds: 1 });
    }
    expect(await sendDue(out)).toBe(1);
    expect(await states()).toEqual([{ state: 'dead', attempts: 6, lastError: 'EMESSAGE 450' }]);
    handbell.clock.advance({ hours: 100 });
    expect(await sendDue(out)).toBe(0);
  });

  it('is given up at once when the server does not know the recipient', async () => {
    const { url } = await mailServer({
      onRcptTo: (_to, _session, done) => done(Object.assign(new Error('no'), { responseCode: 550 })),
    });
    await queue();
    await sendDue(sending(url));
    expect(await states()).toEqual([{ state: 'dead', attempts: 1, lastError: 'EENVELOPE 550' }]);
  });

  it('waits while the server is away, and goes when it is back and somebody says so', async () => {
    const id = await queue();
    await sendDue(sending('smtp://127.0.0.1:1'));
    expect(await states()).toMatchObject([{ state: 'failed', lastError: 'ESOCKET' }]);
    const { got, url } = await mailServer();
    expect(await sendDue(sending(url))).toBe(0);
    await handbell.services.worker.forSchool(school.id, 'command', (work) => tryAgain(work, id));
    expect(await sendDue(sending(url))).toBe(1);
    expect(got).toHaveLength(1);
  });

  it('never gives a password to another machine in the clear', async () => {
    let asked = false;
    const { url } = await mailServer({
      onAuth: (_auth, _session, done) => {
        asked = true;
        done(null, { user: 1 });
      },
    });
    const name = new URL(url);
    name.username = 'user';
    name.password = 'secret';
    // Another name for this machine, which Handbell cannot know to be this machine.
    name.hostname = '127.0.0.2';
    await queue();
    await sendDue(sending(name.href));
    expect(await states()).toMatchObject([{ state: 'failed', lastError: 'ETLS 500' }]);
    expect(asked).toBe(false);
  });

  it('is one recipient whatever the address holds', async () => {
    const { got, url } = await mailServer();
    await queue('a@example.org, b@example.org');
    await queue('c@example.org\r\nBcc: d@example.org');
    await sendDue(sending(url));
    const reached = got.flatMap((mail) => mail.to ?? []).flatMap((to) => to.value);
    expect(reached.every((each) => !['b@example.org', 'd@example.org'].includes(each.address ?? ''))).toBe(
      true,
    );
    expect(got.every((mail) => !mail.bcc && !mail.cc)).toBe(true);
  });
});

describe('mail without a server', () => {
  it('is written as a file for the administrator only, once, and goes on waiting', async () => {
    const id = await queue();
    expect(await sendDue(sending())).toBe(1);
    expect(await sendDue(sending())).toBe(0);
    const path = join(folder, school.id, `${id}.eml`);
    expect(statSync(path).mode & 0o077).toBe(0);
    const mail = await simpleParser(readFileSync(path));
    expect(mail.subject).toBe('Something new – Zoë');
    expect(mail.text).toContain('http://localhost:8043/s/oakfield');
    expect(await states()).toEqual([{ state: 'waiting', attempts: 0, lastError: null }]);
  });

  it('goes out once there is a server, and its file goes', async () => {
    await queue();
    await sendDue(sending());
    const { got, url } = await mailServer();
    expect(await sendDue(sending(url))).toBe(1);
    expect(got).toHaveLength(1);
    expect(readdirSync(join(folder, school.id))).toEqual([]);
  });

  it('loses its file when it is put aside', async () => {
    const id = await queue();
    await sendDue(sending());
    await handbell.services.worker.forSchool(school.id, 'command', (work) => setAside(work, id, folder));
    expect(existsSync(join(folder, school.id, `${id}.eml`))).toBe(false);
    expect(await sendDue(sending())).toBe(0);
  });
});
