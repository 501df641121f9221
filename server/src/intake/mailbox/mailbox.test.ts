import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../test/dovecot.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { PROVEN, settingsFor, useMailbox } from '../../../test/mailbox.ts';
import { mailOf, SECRET } from '../../../test/mails.ts';
import { openMail } from '../../platform/mail/message.ts';
import { mail } from '../../platform/mail/tables.ts';
import { readOnce } from './round.ts';
import { changeMailbox, type MailboxSettings } from './settings.ts';

let handbell: TestHandbell;
let dovecot: Dovecot;
let school: TestSchool;
let user = '';
let number = 0;

beforeAll(async () => {
  [handbell, dovecot] = await Promise.all([startTestHandbell(), startDovecot()]);
});
afterAll(async () => {
  await dovecot.stop();
  await handbell.stop();
});
// A school and a mailbox of its own for each test: nothing of one is seen by another.
beforeEach(async () => {
  number += 1;
  user = `concerns${number}`;
  school = await handbell.newSchool(`school${number}`);
});

const use = (more: Partial<MailboxSettings> = {}) =>
  useMailbox(handbell, school, settingsFor(dovecot, user, more));
const read = () => readOnce(handbell.services, school.id);
const concerns = () =>
  handbell.asOwner('select id, state, mode, channel from concern where school_id = $1 order by id', [
    school.id,
  ]);
const letter = (id: string, more: Parameters<typeof mailOf>[0] = {}) =>
  mailOf({
    messageId: `${id}@home.example.org`,
    headers: [PROVEN],
    body: `Letter ${id} about ${SECRET}.`,
    ...more,
  });

async function sentMails() {
  return handbell.services.worker.forSchool(school.id, 'command', async (work) =>
    (await work.queries.select().from(mail)).map((row) => ({ kind: row.kind, ...openMail(work, row) })),
  );
}

describe('a mailbox on a real IMAP server', () => {
  it('gives a concern for each mail, once, and leaves the mailbox as it was', async () => {
    await dovecot.deliver(user, [letter('one'), letter('two')]);
    await use();
    expect(await read()).toEqual(['concern', 'concern']);
    expect(await read()).toEqual([]);
    expect(await concerns()).toMatchObject([
      { state: 'received', mode: 'confidential', channel: 'mail' },
      { state: 'received', mode: 'confidential', channel: 'mail' },
    ]);
    expect(await dovecot.contents(user)).toMatchObject([{ seen: false }, { seen: false }]);
  });

  it('keeps the hour at which a mail was taken in, and no finer time', async () => {
    handbell.clock.set('2027-03-09T10:23:45.678Z');
    await dovecot.deliver(user, [letter('timed')]);
    await use();
    const before = Number((await handbell.asOwner('select max(seq) as n from audit_entry'))[0]?.n);
    expect(await read()).toEqual(['concern']);
    handbell.clock.set('2027-03-09T10:00:00Z');
    const found = await handbell.asOwner(
      `select at from audit_entry where school_id = $1 and seq > $2 and act = any($3)
       union select taken_at from mailbox_mail where school_id = $1
       union select created_at from mail where school_id = $1 union select created_at from file where school_id = $1`,
      [school.id, before, ['concern.received', 'mailbox.taken', 'evidence.added', 'mail.queued']],
    );
    expect(found).toEqual([{ at: new Date('2027-03-09T10:00:00Z') }]);
  });

  it('takes mail as it comes in', async () => {
    await use();
    expect(await read()).toEqual([]);
    await dovecot.deliver(user, [letter('later')]);
    expect(await read()).toEqual(['concern']);
  });

  it('begins with the next mail when the school wants nothing of what is there', async () => {
    await dovecot.deliver(user, [letter('old')]);
    await use({ backlog: 'leave' });
    expect(await read()).toEqual([]);
    await dovecot.deliver(user, [letter('new')]);
    expect(await read()).toEqual(['concern']);
  });

  it('makes one concern of the same mail by two ways, and two of two mails with one id', async () => {
    await dovecot.deliver(user, [
      letter('same'),
      letter('same', { headers: ['Received: from list.example.org', PROVEN] }),
      letter('same', { body: 'Quite other words.' }),
    ]);
    await use();
    expect(await read()).toEqual(['concern', 'seen', 'concern']);
  });

  it('is read from its start when it has numbered its mails anew, and nothing is doubled', async () => {
    await dovecot.deliver(user, [letter('one'), letter('two')]);
    await use();
    await read();
    await dovecot.renumber(user);
    await dovecot.deliver(user, [letter('three')]);
    const outcomes = await read();
    expect([...outcomes].toSorted()).toEqual(['concern', 'seen', 'seen']);
    expect(await concerns()).toHaveLength(3);
  });

  it('is read by two processes at once without doubling', async () => {
    await dovecot.deliver(
      user,
      Array.from({ length: 8 }, (_, at) => letter(`m${at}`)),
    );
    await use();
    const both = await Promise.all([read(), read()]);
    expect(both.flat().filter((outcome) => outcome === 'concern')).toHaveLength(8);
    expect(await concerns()).toHaveLength(8);
  });

  it('moves what became a concern, and only that, when the school chose so', async () => {
    await dovecot.makeFolder(user, 'Taken');
    await dovecot.deliver(user, [
      letter('one'),
      letter('away', { headers: ['Auto-Submitted: auto-replied'] }),
    ]);
    await use({ afterwards: 'move', moveTo: 'Taken' });
    expect(await read()).toEqual(['concern', 'skipped']);
    expect((await dovecot.contents(user)).map(({ raw }) => raw.includes('Letter away'))).toEqual([true]);
    expect((await dovecot.contents(user, 'Taken')).map(({ raw }) => raw.includes('Letter one'))).toEqual([
      true,
    ]);
  });

  it('deletes only after the days that the school chose', async () => {
    await dovecot.deliver(user, [letter('one')]);
    await use({ afterwards: 'delete', deleteAfterDays: 30 });
    await read();
    handbell.clock.advance({ days: 29 });
    await read();
    expect(await dovecot.contents(user)).toHaveLength(1);
    handbell.clock.advance({ days: 1, hours: 1 });
    await read();
    expect(await dovecot.contents(user)).toHaveLength(0);
    expect(await concerns()).toHaveLength(1);
  });

  it('keeps a mail of 17 MB in the mailbox, with a concern of its words', async () => {
    await dovecot.deliver(user, [
      letter('big', { body: `Letter about ${SECRET}.\n${`${'x'.repeat(70)}\n`.repeat(250_000)}` }),
    ]);
    await use({ afterwards: 'delete', deleteAfterDays: 1 });
    expect(await read()).toEqual(['concern']);
    handbell.clock.advance({ days: 3 });
    await read();
    expect(await dovecot.contents(user)).toHaveLength(1);
  });

  it('sends the sender a receipt without the matter or a name, and takes the answer into the concern', async () => {
    await dovecot.deliver(user, [letter('one')]);
    await use();
    await read();
    const [receipt] = await sentMails();
    expect(receipt).toMatchObject({ kind: 'concern-receipt', to: 'ada@home.example.org' });
    expect(`${receipt?.subject} ${receipt?.text}`).not.toMatch(
      new RegExp(`${SECRET}|Ada|Letter|class group`),
    );
    expect(receipt?.text).toMatch(/Your code is \S/);
    const headers = [`In-Reply-To: <${receipt?.id}@localhost>`];
    await dovecot.deliver(user, [letter('answer', { headers, from: 'Ada at work <ada@work.example.org>' })]);
    expect(await read()).toEqual(['reply']);
    expect(await concerns()).toHaveLength(1);
  });
});

describe('a mailbox that fails', () => {
  it.each([
    ['its server is away', { port: 1 }, 'away'],
    ['its password is wrong', { password: 'another' }, 'sign-in'],
    ['its folder is gone', { folder: 'Nowhere' }, 'folder'],
    ['its server offers no encryption', { security: 'starttls' as const }, 'certificate'],
    ['its password would travel in the clear', { host: 'mail.example.org' }, 'unsafe'],
  ])('says why when %s', async (_what, more, failure) => {
    await use(more);
    expect(await read()).toBe(failure);
    const [row] = await handbell.asOwner('select failure, failing_since from mailbox where school_id = $1', [
      school.id,
    ]);
    expect(row).toMatchObject({ failure });
    expect(row?.failing_since).not.toBeNull();
  });

  it('works again by itself, and says so', async () => {
    await use({ port: 1 });
    await read();
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      await changeMailbox(work, { port: dovecot.port });
      work.audit({ act: 'test', object: 'test' });
    });
    expect(await read()).toEqual([]);
    const [row] = await handbell.asOwner('select failure from mailbox where school_id = $1', [school.id]);
    expect(row?.failure).toBeNull();
  });

  it('keeps its password sealed', async () => {
    await use();
    const [row] = await handbell.asOwner('select * from mailbox where school_id = $1', [school.id]);
    expect(JSON.stringify(row)).not.toContain('an-example-password');
    expect(Buffer.from(String(row?.password)).toString()).not.toContain('example');
  });
});
