import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePolicyDocument } from '@handbell/policy';
import { importPolicy } from '@handbell/policy/import';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../main.ts';

const FIXTURES = new URL('../../../packages/policy/fixtures/', import.meta.url).pathname;
const church = `${FIXTURES}church-primary.docx`;
const infant = `${FIXTURES}infant-school.txt`;

let out: Buffer[] = [];
let err = '';
beforeEach(() => {
  out = [];
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out.push(Buffer.from(chunk));
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const run = (...words: string[]) => main(['node', 'handbell', 'policy', ...words]);
const said = () => Buffer.concat(out).toString();
const folder = () => mkdtemp(join(tmpdir(), 'handbell-policy-'));

describe('handbell policy import', () => {
  test('says what is in the file and what is to settle', async () => {
    expect(await run('import', infant)).toBe(0);
    expect(said()).toContain(
      'School: Example Infant School\nAdopted: the Board, 18 November 2025\nGroups: class, year',
    );
    expect(said()).toContain('  2.1 [guideline, do not: grievance] The group should never be used');
    expect(said()).toContain(
      '  2.2 [guideline, rule, do not, please: private] The group should not be used for private',
    );
    expect(said()).toContain('To settle:\n');
  });

  test('--json gives the document, which can be read again', async () => {
    expect(await run('import', church, '--json')).toBe(0);
    const { document, doubts } = JSON.parse(said());
    expect(parsePolicyDocument(document).responses).toHaveLength(5);
    expect(doubts).toHaveLength(1);
    const saved = join(await folder(), 'policy.json');
    await writeFile(saved, said());
    out = [];
    expect(await run('diff', church, saved)).toBe(0);
    expect(said()).toBe('The two policies say the same.\n');
  });

  test.each([
    ['/nowhere/policy.docx', 'there is no such file'],
    ['/', 'it is a folder'],
    [`${FIXTURES}locked.pdf`, 'This file is locked with a password.'],
  ])('%s is the input’s fault: status 1 and a plain line', async (file, why) => {
    expect(await run('import', file)).toBe(1);
    expect(err).toMatch(new RegExp(`^handbell: .*${why}`));
    expect(said()).toBe('');
  });

  test('JSON that is no policy is refused', async () => {
    const file = join(await folder(), 'other.json');
    await writeFile(file, '{"format": 1}');
    expect(await run('import', file)).toBe(1);
    expect(err).toContain('Not a policy document: title');
  });
});

describe('handbell policy print', () => {
  test.each(['pdf', 'docx', 'html', 'md', 'txt'])('--to %s holds every clause', async (to) => {
    expect(await run('print', infant, '--to', to)).toBe(0);
    const { document } = await importPolicy({
      name: `policy.${to}`,
      bytes: new Uint8Array(Buffer.concat(out)),
    });
    expect(document.source.replace(/\s/gu, '')).toContain('Createasafe,respectfulandinclusiveenvironment');
    expect(document.responses).toHaveLength(4);
  });

  test('--out writes a file', async () => {
    const file = join(await folder(), 'policy.pdf');
    expect(await run('print', church, '--to', 'pdf', '--out', file)).toBe(0);
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(said()).toBe('');
    expect(await run('print', church, '--to', 'txt', '--out', '/nowhere/policy.txt')).toBe(1);
  });

  test.each([[['print', infant]], [['print', infant, '--to', 'rtf']], [['import']], [['shred', infant]]])(
    '%j is wrong usage: status 2',
    async (words) => {
      expect(await run(...words)).toBe(2);
    },
  );
});

describe('handbell policy diff', () => {
  test('says how two policies differ', async () => {
    expect(await run('diff', infant, church)).toBe(0);
    expect(said()).toContain('The school may now ban a parent from the school site.\n');
    expect(said()).toContain('Clause 2.2 is new: "The group is not a political platform');
    expect(said()).toContain('This looks like a material change: people may need to be asked again.');
  });

  test('--json gives the differences as data', async () => {
    expect(await run('diff', infant, church, '--json')).toBe(0);
    expect(JSON.parse(said())).toMatchObject({
      facts: expect.any(Array),
      clauses: expect.any(Array),
      material: { looksMaterial: true },
    });
  });
});
