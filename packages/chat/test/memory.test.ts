import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeZip } from './make-zip.ts';

const MESSAGES = 1_000_000;
/** Growth in MiB: what Node itself takes comes on top. */
const MOST = 70;
/** The same while a line of 32 MiB is waited for. */
const MOST_FOR_A_LINE = 110;
/** Bytes of a text that is one line, far longer than any. */
const ENDLESS = 192 << 20;

const folder = mkdtempSync(join(tmpdir(), 'handbell-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

function chat(): Buffer {
  const days = Array.from({ length: 1000 }, (_, at) => {
    const date = new Date(Date.UTC(2021, 0, 1 + at))
      .toISOString()
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('/');
    return Array.from(
      { length: MESSAGES / 1000 },
      (_, line) =>
        `${date}, 15:30 - ${line % 3 === 0 ? 'Ann' : 'Ben'}: we meet at the gate, number ${at * line}\n`,
    ).join('');
  });
  return Buffer.from(days.join(''));
}

// What streaming some bytes costs, in a process of its own.
function streaming(
  name: string,
  bytes: Uint8Array,
): { messages: number; growth: number; refused: string | null } {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const script = join(import.meta.dirname, 'stream-memory.ts');
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }));
}

describe('the memory of the streaming form', () => {
  it('stays small for a million messages, packed or not', () => {
    const text = chat();
    for (const [name, bytes] of [
      ['chat.txt', text],
      ['chat.zip', makeZip([{ name: '_chat.txt', data: text }])],
    ] as const) {
      const { messages, growth } = streaming(name, bytes);
      expect(messages).toBe(MESSAGES);
      expect(growth, name).toBeLessThan(MOST);
    }
  });

  it('ends at a line that no chat has, and does not gather it', () => {
    const endless = Buffer.alloc(ENDLESS, '17/11/2023, 15:30 - Ben: la la la ');
    const { growth, refused } = streaming('endless.txt', endless);
    expect(refused).toBe('too-big');
    expect(growth).toBeLessThan(MOST_FOR_A_LINE);
  });
});
