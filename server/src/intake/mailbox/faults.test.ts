import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../test/dovecot.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { PROVEN, settingsFor, useMailbox } from '../../../test/mailbox.ts';
import { fileOf, mailOf, partOf, several } from '../../../test/mails.ts';
import { readOnce } from './round.ts';
import { startIntake } from './watch.ts';

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
beforeEach(async () => {
  number += 1;
  user = `faults${number}`;
  school = await handbell.newSchool(`faults${number}`);
});

const read = () => readOnce(handbell.services, school.id);
const use = () => useMailbox(handbell, school, settingsFor(dovecot, user));
const letters = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    mailOf({ messageId: `${user}-${at}@home.example.org`, headers: [PROVEN], body: `Letter ${at}.` }),
  );

async function concerns(): Promise<number> {
  const [row] = await handbell.asOwner('select count(*)::int as number from concern where school_id = $1', [
    school.id,
  ]);
  return Number(row?.number);
}

describe('nothing is lost or doubled', () => {
  it('when the mail server dies in the middle and comes back', async () => {
    await dovecot.deliver(user, letters(40));
    await use();
    const reading = read();
    while ((await concerns()) < 3) await wait(20);
    dovecot.kill();
    await reading;
    expect(await read()).toBe('away');
    await dovecot.start();
    for (let tries = 0; tries < 5 && (await concerns()) < 40; tries += 1) await read();
    expect(await concerns()).toBe(40);
    expect(await read()).toEqual([]);
  });

  it('when the disk refuses files: the concern is not half kept, and comes whole later', async () => {
    const body = several([
      partOf('text/plain', 'See this.'),
      fileOf('a.bin', 'application/x-a', Buffer.from(user)),
    ]);
    await dovecot.deliver(user, [mailOf({ headers: [PROVEN], type: 'multipart/mixed; boundary=b1', body })]);
    await use();
    const files = join(handbell.services.settings.HANDBELL_DATA, 'files');
    rmSync(`${files}.away`, { recursive: true, force: true });
    try {
      renameSync(files, `${files}.away`);
    } catch {
      // No file has been kept yet.
    }
    writeFileSync(files, 'no folder');
    expect(await read()).toBe('disk');
    expect(await concerns()).toBe(0);
    rmSync(files);
    expect(await read()).toEqual(['concern']);
    expect(await concerns()).toBe(1);
  });

  it('when the clock is set forward and back', async () => {
    await use();
    for (const iso of ['2031-01-01T00:00:00Z', '2001-01-01T00:00:00Z', '2027-03-09T10:00:00Z']) {
      handbell.clock.set(iso);
      await dovecot.deliver(user, [mailOf({ headers: [PROVEN], body: `At ${iso}.` })]);
      expect(await read(), iso).toEqual(['concern']);
    }
    expect(await concerns()).toBe(3);
  });

  it('while mail comes in one by one, taken as the server tells of it', async () => {
    await use();
    const intake = startIntake(handbell.services);
    for (const letter of letters(3)) {
      await dovecot.deliver(user, [letter]);
      await wait(100);
    }
    for (let tries = 0; tries < 200 && (await concerns()) < 3; tries += 1) await wait(50);
    await intake.stop();
    expect(await concerns()).toBe(3);
  });
});
