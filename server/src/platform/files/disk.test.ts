import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { folderDisk } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbell-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const school = newId<'school'>();
const tinyDisks = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0;
const HASH = 'ab'.repeat(32);

describe('a folder as disk', () => {
  it('has nothing at first', async () => {
    const disk = folderDisk(join(folder, 'fresh'));
    expect(await disk.read(school, HASH)).toBeUndefined();
    expect(await disk.removeAllBut(school, new Set())).toBe(0);
  });

  it('keeps, replaces and removes', async () => {
    const disk = folderDisk(join(folder, 'used'));
    await disk.write(school, HASH, Buffer.from('one'));
    await disk.write(school, HASH, Buffer.from('two'));
    expect(String(await disk.read(school, HASH))).toBe('two');
    expect(await disk.removeAllBut(school, new Set([HASH]))).toBe(0);
    expect(await disk.removeAllBut(newId<'school'>(), new Set())).toBe(0);
    expect(await disk.removeAllBut(school, new Set())).toBe(1);
    expect(await disk.read(school, HASH)).toBeUndefined();
  });

  it('says plainly that it cannot be used', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const disk = folderDisk(join(folder, 'a-file'));
    await expect(disk.write(school, HASH, Buffer.from('x'))).rejects.toMatchObject({
      status: 503,
      message: 'This Handbell cannot use its disk at the moment.',
    });
  });

  // A disk of 64 kB for a child process of its own, where this machine allows that.
  it.runIf(tinyDisks)('says plainly that it is full, and leaves nothing half-written', () => {
    const script = `
      import { folderDisk } from ${JSON.stringify(new URL('./disk.ts', import.meta.url).href)};
      import { readdirSync } from 'node:fs';
      const said = await folderDisk('.').write('school', '${HASH}', Buffer.alloc(200_000)).catch((error) => error);
      console.log(said.status, said.message, readdirSync('school/ab').length);`;
    const mounted = 'mount -t tmpfs -o size=64k tmpfs "$0" && cd "$0" && exec "$@"';
    const node = [process.execPath, '--input-type=module', '--eval', script];
    const said = execFileSync('unshare', ['-rm', 'sh', '-c', mounted, folder, ...node], { encoding: 'utf8' });
    expect(said.trim()).toBe('503 The disk of this Handbell is full, so the file could not be kept. 0');
  });
});
