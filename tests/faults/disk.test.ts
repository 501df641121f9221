import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOnce } from '../../server/src/intake/mailbox/round.ts';
import { ANSWERS, checkPage, codeOn, sendToken } from '../../server/test/concerns.ts';
import { type Dovecot, startDovecot } from '../../server/test/dovecot.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../server/test/handbell.ts';
import { PROVEN, settingsFor, useMailbox } from '../../server/test/mailbox.ts';
import { fileOf, mailOf, partOf, several } from '../../server/test/mails.ts';

/** A disk of its own that can be filled needs a system that mounts one, and the right to. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
const SIZE = 256 * 1024;

let disk: string;
let dovecot: Dovecot;
let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  disk = mkdtempSync(join(tmpdir(), 'handbell-disk-'));
  if (!mayMount) return;
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'handbell-test', disk]);
  [handbell, dovecot] = await Promise.all([startTestHandbell({ HANDBELL_DATA: disk }), startDovecot()]);
  school = await handbell.newSchool();
  await handbell.signIn(school, ['handler']);
}, 120_000);
afterAll(async () => {
  if (mayMount) {
    await dovecot.stop();
    await handbell.stop();
    execFileSync('umount', ['-l', disk]);
  }
  rmSync(disk, { recursive: true, force: true });
});

const filler = () => join(disk, 'filler');

/** Leaves not one block of the disk. */
function fill(): void {
  expect(() => writeFileSync(filler(), Buffer.alloc(2 * SIZE))).toThrow('ENOSPC');
}

const count = async (table: 'concern' | 'concern_evidence' | 'file') =>
  Number((await handbell.asOwner(`select count(*) as n from ${table}`))[0]?.n);

/** The encrypted files that lie on the disk, half-written ones too. */
const kept = () =>
  readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== 'filler' && statSync(join(disk, name)).isFile(),
  );

describe.skipIf(!mayMount)('a disk that is full', () => {
  it('takes no half of a report: its writer is told, sends the same form again later, and it is there once', async () => {
    const drawn = sharp({ create: { width: 400, height: 300, channels: 3, background: '#37c' } });
    const picture = (await drawn.jpeg().toBuffer()).toString('base64url');
    const texts = Object.entries({ ...ANSWERS, affected: 'me', picture }).map(([name, value]) => [
      name,
      String(value),
    ]);
    const answers: Readonly<Record<string, string>> = Object.fromEntries(texts);
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, school, answers));
    const send = () => visitor.post('/s/oakfield/concern/send', { ...answers, once });
    fill();
    const refused = await send();
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('The disk of this Handbell is full');
    expect([await count('concern'), await count('file'), kept()]).toEqual([0, 0, []]);

    rmSync(filler());
    const taken = await send();
    expect(taken.status).toBe(303);
    expect(codeOn((await visitor.get(taken.location)).text).split('-')).toHaveLength(5);
    expect((await send()).location).toBe(taken.location);
    expect([await count('concern'), await count('concern_evidence'), kept().length]).toEqual([1, 1, 1]);
  });

  it('leaves a mail where it is, and takes it whole, once, when there is room again', async () => {
    const parts = [
      partOf('text/plain', 'See this.'),
      fileOf('a.bin', 'application/x-a', Buffer.alloc(9000, 7)),
    ];
    const raw = mailOf({ headers: [PROVEN], type: 'multipart/mixed; boundary=b1', body: several(parts) });
    await dovecot.deliver('full', [raw]);
    await useMailbox(handbell, school, settingsFor(dovecot, 'full'));
    const before = [await count('concern'), await count('file')];
    fill();
    expect(await readOnce(handbell.services, school.id)).toBe('disk');
    expect([await count('concern'), await count('file')]).toEqual(before);
    rmSync(filler());
    expect(await readOnce(handbell.services, school.id)).toEqual(['concern']);
    expect(await readOnce(handbell.services, school.id)).toEqual([]);
    expect(await count('concern')).toBe((before[0] ?? 0) + 1);
  });
});
