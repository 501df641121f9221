import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_MASTER_KEY } from '../../server/test/database.ts';
import { type Dovecot, startDovecot } from '../../server/test/dovecot.ts';
import { startTestHandbell, type TestHandbell } from '../../server/test/handbell.ts';
import { PROVEN, settingsFor, useMailbox } from '../../server/test/mailbox.ts';
import { mailOf } from '../../server/test/mails.ts';
import { type Service, startService } from '../support/service.ts';

const MAILS = 40;
/** After so many more concerns it is killed again. */
const EACH = 12;
const LARGE = 50 * 1024 * 1024;

let handbell: TestHandbell;
let dovecot: Dovecot;
beforeAll(async () => {
  [handbell, dovecot] = await Promise.all([startTestHandbell(), startDovecot()]);
}, 120_000);
afterAll(async () => {
  await dovecot.stop();
  await handbell.stop();
});

const letter = (name: string, body: string) =>
  mailOf({ messageId: `${name}@home.example.org`, headers: [PROVEN], body });

/** Handbell as a process of its own, on the database and the disk of this test. */
const serve = (): Promise<Service> =>
  startService({
    DATABASE_URL: handbell.ownerUrl,
    HANDBELL_MASTER_KEY: TEST_MASTER_KEY,
    HANDBELL_DATA: handbell.services.settings.HANDBELL_DATA,
  });

async function concerns(school: string): Promise<number> {
  const [row] = await handbell.asOwner('select count(*)::int as n from concern where school_id = $1', [
    school,
  ]);
  return Number(row?.n);
}

async function untilThere(school: string, count: number): Promise<void> {
  while ((await concerns(school)) < count) await wait(20);
}

describe('a Handbell that is killed while it reads mail', () => {
  it(`makes ${MAILS} concerns of ${MAILS} mails, none lost and none doubled`, async () => {
    const school = await handbell.newSchool('killed');
    const letters = Array.from({ length: MAILS }, (_, at) => letter(`killed-${at}`, `Letter ${at}.`));
    await dovecot.deliver('killed', letters);
    await useMailbox(handbell, school, settingsFor(dovecot, 'killed'));
    let kills = 0;
    for (let before = 0; before < MAILS; before = await concerns(school.id)) {
      const service = await serve();
      await untilThere(school.id, Math.min(MAILS, before + EACH));
      if (before + EACH < MAILS) {
        const ended = new Promise((resolve) => service.process.once('exit', resolve));
        service.process.kill('SIGKILL');
        await ended;
        kills += 1;
      } else {
        // One more look finds nothing new.
        await wait(500);
        await service.stop();
      }
    }
    expect(kills).toBeGreaterThanOrEqual(2);
    expect(await concerns(school.id)).toBe(MAILS);
    const [row] = await handbell.asOwner(
      "select count(*)::int as taken, count(distinct concern_id)::int as own from mailbox_mail where school_id = $1 and outcome = 'concern'",
      [school.id],
    );
    expect(row).toEqual({ taken: MAILS, own: MAILS });
    console.log(`killed ${kills} times while it read ${MAILS} mails: ${MAILS} concerns`);
  }, 600_000);

  it('keeps a concern of the words of a mail of 50 MB, and the mail in the mailbox', async () => {
    const school = await handbell.newSchool('large');
    const lines = `${'x'.repeat(74)}\n`;
    const large = letter('large', `Words at the start.\n${lines.repeat(Math.ceil(LARGE / lines.length))}`);
    expect(large.length).toBeGreaterThan(LARGE);
    await dovecot.deliver('large', [large, letter('after', 'A small one after it.')]);
    await useMailbox(handbell, school, settingsFor(dovecot, 'large'));
    const service = await serve();
    await untilThere(school.id, 2);
    await service.stop();
    expect(await concerns(school.id)).toBe(2);
    expect(await dovecot.contents('large')).toHaveLength(2);
    const [row] = await handbell.asOwner(
      'select count(*)::int as partial from mailbox_mail where school_id = $1 and partial',
      [school.id],
    );
    expect(row?.partial).toBe(1);
  }, 300_000);
});
