import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../config/load.ts';
import { newId } from '../ids.ts';
import { masterKey, openMasterKey } from './master-key.ts';
import { newWrappedKey, unwrapSchoolKeys } from './school-keys.ts';
import { openBytes, SealError, sealBytes } from './sealed.ts';

const ONE = masterKey(Buffer.alloc(32, 1).toString('base64url'));
const TWO = masterKey(Buffer.alloc(32, 2).toString('base64url'));
const KEY = ONE.derive('test');
const CELL = { table: 'concern', column: 'text', row: 'r1' };

describe('the master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handbell-key-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is made at first start, for its owner only, and is the same ever after', () => {
    const data = join(folder, 'first');
    const made = openMasterKey(undefined, data);
    const path = join(data, 'secrets', 'master.key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'secrets')).mode & 0o777).toBe(0o700);
    expect(openMasterKey(undefined, data).derive('x')).toEqual(made.derive('x'));
    expect(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')).toHaveLength(32);
  });

  it('is another one in every installation', () => {
    const keys = ['a', 'b'].map((name) =>
      openMasterKey(undefined, join(folder, name)).derive('x').toString('hex'),
    );
    expect(new Set(keys).size).toBe(2);
  });

  it('comes from the setting when that is given, and no file is made', () => {
    const data = join(folder, 'none');
    const given = Buffer.alloc(32, 1).toString('base64url');
    expect(openMasterKey(given, data).derive('x')).toEqual(ONE.derive('x'));
    expect(() => statSync(data)).toThrow('ENOENT');
  });

  it('stops the start when its file is damaged', () => {
    const data = join(folder, 'damaged');
    openMasterKey(undefined, data);
    writeFileSync(join(data, 'secrets', 'master.key'), 'half a key');
    expect(() => openMasterKey(undefined, data)).toThrow(ConfigError);
    expect(() => openMasterKey(undefined, data)).toThrow(/damaged.*Restore it from your backup/);
  });

  it('gives every purpose a key of its own', () => {
    const purposes = ['a', 'b', 'a b', ''].map((purpose) => ONE.derive(purpose).toString('hex'));
    expect(new Set(purposes).size).toBe(4);
    expect(ONE.derive('a')).toHaveLength(32);
  });
});

describe('a sealed value', () => {
  it('opens as it was sealed, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5000 }),
        fc.string(),
        fc.string(),
        fc.string(),
        (plain, table, column, row) => {
          const cell = { table, column, row };
          expect(openBytes(KEY, cell, sealBytes(KEY, cell, plain)).equals(plain)).toBe(true);
        },
      ),
    );
  });

  it('is never the same twice, and shows nothing but its length', () => {
    const text = Buffer.from('the same words twice');
    const [one, two] = [sealBytes(KEY, CELL, text), sealBytes(KEY, CELL, text)];
    expect(one.equals(two)).toBe(false);
    expect(one).toHaveLength(text.length + 29);
    expect(one.includes('words')).toBe(false);
  });

  it.each([
    ['table', { ...CELL, table: 'case' }],
    ['column', { ...CELL, column: 'name' }],
    ['row', { ...CELL, row: 'r2' }],
    ['parts run together', { table: 'concern","text', column: '', row: 'r1' }],
  ])('does not open in another %s', (_what, cell) => {
    const sealed = sealBytes(KEY, CELL, Buffer.from('secret'));
    expect(() => openBytes(KEY, cell, sealed)).toThrow(SealError);
  });

  it('does not open with any byte changed, cut off or added, and says nothing of what it holds', () => {
    const sealed = sealBytes(KEY, CELL, Buffer.from('secret'));
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Buffer.from(sealed);
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(() => openBytes(KEY, CELL, altered)).toThrow(SealError);
        expect(() => openBytes(KEY, CELL, sealed.subarray(0, at))).toThrow(SealError);
        expect(() => openBytes(KEY, CELL, Buffer.concat([sealed, Buffer.of(change)]))).toThrow(SealError);
      }),
    );
    expect(() => openBytes(TWO.derive('test'), CELL, sealed)).toThrow(
      /^concern\.text: the sealed value does not open here\.$/,
    );
  });
});

describe('the keys of a school', () => {
  const school = newId<'school'>();
  const other = newId<'school'>();
  const keys = unwrapSchoolKeys(ONE, school, newWrappedKey(ONE, school));

  it('open what they sealed, again after a restart', () => {
    const wrapped = newWrappedKey(ONE, school);
    const sealed = unwrapSchoolKeys(ONE, school, wrapped).seal(CELL, 'Zoë 王小明 👍');
    expect(unwrapSchoolKeys(ONE, school, wrapped).open(CELL, sealed)).toBe('Zoë 王小明 👍');
  });

  it('are wrapped for one master key and one school', () => {
    const wrapped = newWrappedKey(ONE, school);
    expect(() => unwrapSchoolKeys(TWO, school, wrapped)).toThrow(SealError);
    expect(() => unwrapSchoolKeys(ONE, other, wrapped)).toThrow(SealError);
  });

  it('are another school’s secret', () => {
    const theirs = unwrapSchoolKeys(ONE, other, newWrappedKey(ONE, other));
    expect(() => theirs.open(CELL, keys.seal(CELL, 'secret'))).toThrow(SealError);
    expect(theirs.derive('index')).not.toEqual(keys.derive('index'));
  });

  it('keep identities apart from content', () => {
    const sealed = keys.seal(CELL, 'who reported', 'identity');
    expect(keys.open(CELL, sealed, 'identity')).toBe('who reported');
    expect(() => keys.open(CELL, sealed)).toThrow(SealError);
    expect(() => keys.open(CELL, keys.seal(CELL, 'content'), 'identity')).toThrow(SealError);
  });
});
