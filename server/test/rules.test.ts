import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const RULES = Array.from({ length: 44 }, (_, index) => index + 1);

/** The numbers that a text marks as "rule 7", "rules 17, 19" or "rules 8 and 11". */
function rulesIn(text: string): ReadonlySet<number> {
  const marks = text.matchAll(/\brules? (\d{1,2}(?:(?:, | and )\d{1,2})*)/gi);
  return new Set([...marks].flatMap(([, list = '']) => list.split(/, | and /).map(Number)));
}

const readIn = (folder: string, ending: RegExp): string =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.includes('node_modules') && !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(new URL(`${folder}/${path}`, ROOT), 'utf8'))
    .join('\n');

describe('the product rules', () => {
  const promised = rulesIn(readFileSync(new URL('docs/promises.md', ROOT), 'utf8'));
  const marked = rulesIn(readIn('server/src', /\.tsx?$/) + readIn('server/browser', /\.tsx?$/));
  it.each(RULES)('rule %i is marked where it is kept, and is a promise with its test', (rule) => {
    expect(marked).toContain(rule);
    expect(promised).toContain(rule);
  });
});

describe('the libraries that Handbell uses', () => {
  it('none of them speaks to a generative AI service (rule 34)', () => {
    const lock = readFileSync(new URL('package-lock.json', ROOT), 'utf8');
    const names = [...lock.matchAll(/"node_modules\/([^"]+)":/g)].map(([, name]) => name).join('\n');
    expect(names.length).toBeGreaterThan(1000);
    expect(names).not.toMatch(
      /openai|anthropic|langchain|@google\/gen|generative-ai|ollama|mistralai|cohere-ai/,
    );
  });
});
