import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../main.ts';

const POLICY = new URL('../../../packages/policy/fixtures/infant-school.txt', import.meta.url).pathname;

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
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

const run = (...words: string[]) => main(['node', 'handbell', 'check', ...words]);
const lines = () =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

async function file(...rows: unknown[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'handbell-check-')), 'in.jsonl');
  await writeFile(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  return path;
}

const insult = { id: 'b', sender: 'Kev', text: 'you stupid idiot' };

describe('handbell check', () => {
  test('gives a line a message, for threads and for messages alone', async () => {
    const path = await file(
      { thread: 't', messages: [{ id: 'a', sender: 'Ros', text: 'PE kit tomorrow' }, insult] },
      insult,
    );
    expect(await run(path, '--json')).toBe(0);
    const [first, second, third] = lines();
    expect(first).toEqual({ id: 'a', clauses: [], severity: 'none', route: null });
    expect(second).toMatchObject({ id: 'b', route: null });
    expect(second.clauses[0]).toEqual({
      clause: 'abuse',
      score: expect.any(Number),
      spans: expect.any(Array),
    });
    expect(third.clauses[0].clause).toBe('abuse');
  });

  test('says that a message in another language was not checked', async () => {
    expect(await run(await file({ id: 'a', text: 'Czy ktoś wie o której jest zebranie jutro?' }))).toBe(0);
    expect(lines()).toEqual([{ id: 'a', clauses: [], severity: 'none', route: null, checked: false }]);
  });

  test("--policy reports the policy's own clauses only, by its own numbers", async () => {
    expect(await run('--policy', POLICY, '--text', insult.text)).toBe(0);
    expect(out).toMatch(/unkind remark about somebody \(clauses? \d/);
  });

  test('--text explains in words', async () => {
    expect(await run('--text', 'Is it PE tomorrow?')).toBe(0);
    expect(out).toBe('Nothing in this message seems to touch the code of conduct.\n');
  });

  test.each([
    ['not json', /line 1: this is not JSON/],
    [{ thread: 't', messages: 'no' }, /line 1: "messages" has to be a list/],
    [{ messages: [{ id: 'a', text: 'hi' }, { id: 'b' }] }, /line 1, message 2: a message needs a "text"/],
  ])('bad input is named by file, line and message: %j', async (row, said) => {
    const path = await file(row);
    expect(await run(path)).toBe(1);
    expect(err).toMatch(said);
    expect(err).toContain(path);
  });

  test('a file that is not there is an error of the input', async () => {
    expect(await run('/nowhere/at/all.jsonl')).toBe(1);
    expect(err).toContain('/nowhere/at/all.jsonl');
  });
});
