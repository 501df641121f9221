import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { ageDecrypt, ageEncrypt, ageIdentity } from './age.ts';
import { keepFile, readFile, removeFile, sweepFiles } from './store.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
});
afterAll(() => handbell.stop());

function forSchool<T>(act: (work: Work) => Promise<T>, at = school): Promise<T> {
  return handbell.services.worker.forSchool(at.id, 'command', act);
}

function onDisk(at = school): string[] {
  const folder = join(handbell.services.settings.HANDBELL_DATA, 'files', at.id);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const picture = (text: string) => ({
  name: 'Zoë’s picture.png',
  type: 'image/png',
  bytes: Buffer.from(`picture ${text}`),
});

describe('files', () => {
  it('come back as they were kept', async () => {
    const id = await forSchool((work) => keepFile(work, picture('one')));
    const back = await forSchool((work) => readFile(work, id));
    expect({ ...back, bytes: Buffer.from(back.bytes) }).toEqual(picture('one'));
  });

  it('hold nothing readable on the disk or in the database, and are for the owner only', async () => {
    const id = await forSchool((work) => keepFile(work, picture('secret holiday')));
    const [row] = await handbell.asOwner('select * from file where id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain('Zo');
    for (const path of onDisk()) {
      expect(readFileSync(path).includes('holiday')).toBe(false);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
  });

  it('open with the school’s age identity alone, as the ordinary age tool would', async () => {
    const id = await forSchool((work) => keepFile(work, picture('backup')));
    const [row] = await handbell.asOwner('select sha256 from file where id = $1', [id]);
    const identity = await forSchool(async (work) => ageIdentity(work.keys));
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    const path = onDisk().find((each) => each.endsWith(`${row?.sha256}.age`)) ?? '';
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(bytes, 'text')).toBe('picture backup');
  });

  it('round trip for any bytes, and never open for another school', async () => {
    const other = await handbell.newSchool('elmfield');
    const [mine, theirs] = [
      await forSchool(async (work) => work.keys),
      await forSchool(async (work) => work.keys, other),
    ];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200_000, size: 'max' }), async (bytes) => {
        const encrypted = await ageEncrypt(mine, bytes);
        expect(Buffer.from(await ageDecrypt(mine, encrypted)).equals(bytes)).toBe(true);
        await expect(ageDecrypt(theirs, encrypted)).rejects.toThrow();
      }),
      { numRuns: 20 },
    );
  });

  it('lie once when the same content is kept twice, and stay until the last row is gone', async () => {
    const before = onDisk().length;
    const first = await forSchool((work) => keepFile(work, picture('twice')));
    const second = await forSchool((work) => keepFile(work, { ...picture('twice'), name: 'again.png' }));
    expect(onDisk()).toHaveLength(before + 1);
    await forSchool((work) => removeFile(work, first));
    expect(await forSchool(sweepFiles)).toBe(0);
    expect((await forSchool((work) => readFile(work, second))).name).toBe('again.png');
    await forSchool((work) => removeFile(work, second));
    expect(await forSchool(sweepFiles)).toBe(1);
    expect(onDisk()).toHaveLength(before);
    await expect(forSchool((work) => readFile(work, second))).rejects.toMatchObject({ status: 404 });
  });

  it('leave nothing behind when their work was not kept', async () => {
    await forSchool(sweepFiles);
    const before = onDisk().length;
    const act = forSchool(async (work) => {
      await keepFile(work, picture('not kept'));
      throw new Error('no');
    });
    await expect(act).rejects.toThrow('no');
    const [anywhere = ''] = onDisk();
    writeFileSync(`${anywhere}.0123456789ab`, 'half');
    expect(await forSchool(sweepFiles)).toBe(2);
    expect(onDisk()).toHaveLength(before);
  });

  it('are not swept while their work is going on', async () => {
    let sweeping: Promise<number> = Promise.resolve(0);
    const id = await forSchool(async (work) => {
      const kept = await keepFile(work, picture('meanwhile'));
      sweeping = forSchool(sweepFiles);
      // The sweep has got as far as the lock before this work ends.
      await untilWaiting();
      return kept;
    });
    await sweeping;
    expect((await forSchool((work) => readFile(work, id))).bytes.length).toBeGreaterThan(0);
  });

  it.each([
    ['gone', (path: string) => unlinkSync(path)],
    ['cut off', (path: string) => truncateSync(path, 150)],
    ['altered', (path: string) => writeFileSync(path, altered(readFileSync(path)))],
    ['empty', (path: string) => truncateSync(path, 0)],
  ])('that are %s on the disk are told as damaged', async (_how, harm) => {
    const id = await forSchool((work) => keepFile(work, picture(`harmed ${_how}`)));
    const [row] = await handbell.asOwner('select sha256 from file where id = $1', [id]);
    harm(onDisk().find((each) => each.endsWith(`${row?.sha256}.age`)) ?? '');
    await expect(forSchool((work) => readFile(work, id))).rejects.toMatchObject({
      status: 503,
      message: 'A stored file is damaged or missing, so it cannot be shown.',
    });
  });

  it('that stand in each other’s place are told as damaged', async () => {
    const ids = [
      await forSchool((work) => keepFile(work, picture('a'))),
      await forSchool((work) => keepFile(work, picture('b'))),
    ];
    const rows = await handbell.asOwner('select sha256 from file where id = any($1) order by id', [ids]);
    const [a = '', b = ''] = rows.map((row) => onDisk().find((path) => path.endsWith(`${row.sha256}.age`)));
    copyFileSync(a, b);
    await expect(forSchool((work) => readFile(work, ids[1] ?? newId<'file'>()))).rejects.toMatchObject({
      status: 503,
    });
  });

  it('that do not exist are not found', async () => {
    await expect(forSchool((work) => readFile(work, newId<'file'>()))).rejects.toMatchObject({ status: 404 });
  });
});

function altered(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
  return copy;
}

async function untilWaiting(): Promise<void> {
  for (;;) {
    const rows = await handbell.asOwner("select 1 from pg_locks where locktype = 'advisory' and not granted");
    if (rows.length > 0) return;
  }
}
