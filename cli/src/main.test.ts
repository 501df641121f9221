import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TEST_MASTER_KEY } from '../../server/test/database.ts';
import { startTestHandbell, type TestHandbell } from '../../server/test/handbell.ts';
import { main } from './main.ts';

let handbell: TestHandbell;
let out: string;
let told: string;

beforeAll(async () => {
  handbell = await startTestHandbell();
  const school = await handbell.newSchool('oakfield');
  await handbell.signIn(school, ['head']);
});
afterAll(() => handbell.stop());

beforeEach(() => {
  out = '';
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
  vi.stubEnv('DATABASE_URL', handbell.ownerUrl);
  vi.stubEnv('HANDBELL_MASTER_KEY', TEST_MASTER_KEY);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const run = (...words: readonly string[]) => main(['node', 'handbell', ...words]);

describe('handbell', () => {
  it('says that the audit record is whole, and which entry is not', async () => {
    expect(await run('audit', 'verify')).toBe(0);
    expect(out).toMatch(/^oakfield: \d+ entries, whole\n$/);
    await handbell.asOwner('alter table audit_entry disable trigger user');
    await handbell.asOwner("update audit_entry set object = 'school:other' where seq = 2");
    expect(await run('audit', 'verify')).toBe(1);
    expect(out).toContain('oakfield: 1 entries, entry 2 is altered');
    expect(told).toContain('The audit record was changed after it was written.');
    await handbell.asOwner('alter table audit_entry enable trigger user');
  });

  it('lists schools and makes a link for another one', async () => {
    expect(await run('school', 'list')).toBe(0);
    expect(out).toBe('oakfield\tOakfield Example School\n');
    expect(await run('school', 'new')).toBe(0);
    const link = /http:\/\/localhost:8043(\/set-up\/\S+)/.exec(out)?.[1] ?? '';
    expect((await handbell.visitor().get(link)).status).toBe(200);
  });

  it('fills in a school’s set-up from what is said and from the register', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handbell-register-'));
    const file = join(folder, 'register.csv');
    writeFileSync(
      file,
      '"URN","EstablishmentName","Town","Postcode"\r\n"100001","Example School","Exampleton","EX1 1EX"\r\n',
    );
    expect(await run('school', 'new', '--gias', file, '--urn', '100001', '--name', 'Our Own Name')).toBe(0);
    const [row] = await handbell.asOwner('select prefill from set_up_link order by made_at desc limit 1');
    expect(row?.prefill).toMatchObject({
      urn: '100001',
      name: 'Our Own Name',
      address: 'Exampleton\nEX1 1EX',
    });
    expect(await run('school', 'new', '--gias', file, '--urn', '100002')).toBe(1);
    expect(told).toContain('no school in it has the number 100002');
    expect(await run('school', 'new', '--gias', file)).toBe(1);
    expect(await run('school', 'new', '--nation', 'france')).toBe(2);
    rmSync(folder, { recursive: true });
  });

  it('imports parents, or only says what would happen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handbell-parents-'));
    const file = join(folder, 'parents.csv');
    writeFileSync(
      file,
      'Parent name,Email,Mobile,Class\nAmira Hassan,amira@mail.example.org,07700 900123,Oak\n,,,Oak\n',
    );
    expect(await run('people', 'import', file, '--dry-run')).toBe(0);
    expect(out).toContain('1 parents would be added');
    expect(out).toContain('row 3: There is no parent’s name in this row.');
    expect(out).toContain('not taken: column “Mobile”');
    expect(out).not.toMatch(/Amira|900123/);
    expect(await handbell.asOwner('select 1 from adult')).toEqual([]);
    expect(await run('people', 'import', file, '--school', 'oakfield')).toBe(0);
    expect(await handbell.asOwner('select 1 from adult')).toHaveLength(1);
    out = '';
    expect(await run('people', 'import', file)).toBe(0);
    expect(out).toContain('0 parents added');
    expect(await run('people', 'import', file, '--school', 'nowhere')).toBe(1);
    expect(await run('people', 'import', join(folder, 'none.csv'))).toBe(1);
    writeFileSync(file, '%PDF-1.7');
    expect(await run('people', 'import', file)).toBe(1);
    expect(told).toContain('not a list of cells');
    rmSync(folder, { recursive: true });
  });

  it('gives the key to a school’s files, on record, and only for a school there is', async () => {
    expect(await run('school', 'file-key', 'oakfield')).toBe(0);
    expect(out).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]+\n$/);
    const [row] = await handbell.asOwner(
      "select count(*)::int as n from audit_entry where act = 'file-key.shown'",
    );
    expect(row?.n).toBe(1);
    expect(await run('school', 'file-key', 'nowhere')).toBe(1);
    expect(told).toContain('There is no school "nowhere" here.');
  });

  it('stops a start with one clear line when a setting is wrong', async () => {
    vi.stubEnv('HANDBELL_PORT', 'front door');
    expect(await run('serve')).toBe(1);
    expect(told).toBe(
      'handbell: HANDBELL_PORT: must be a number from 1 to 65535. Run "handbell serve --help" for what it takes.\n',
    );
  });

  it('ends with 2 when it is used wrongly, and with 0 after its help', async () => {
    expect(await run('sing')).toBe(2);
    expect(await run('serve', '--help')).toBe(0);
    expect(out).toContain('HANDBELL_MASTER_KEY');
    expect(await run('migrate')).toBe(0);
    expect(out).toContain('up to date');
  });
});
