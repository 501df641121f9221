import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PROMISES = new URL('../../docs/promises.md', import.meta.url);
const ROW = /^\| \d+ \| .+ \| \[[^\]]+\]\(([^)]+)\)(?:: “(.+)”)? \|$/;

const rows = readFileSync(PROMISES, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line));

describe('the list of promises', () => {
  it('has a row for each, and each names a test', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((row) => !ROW.test(row))).toEqual([]);
  });

  it.each(rows.map((row) => ROW.exec(row)?.slice(1) ?? []))(
    '%s has the test “%s”',
    (path = '', title = '') => {
      const file = new URL(path, PROMISES);
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(title);
    },
  );
});
