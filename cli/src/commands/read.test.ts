import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExport } from '@handbell/chat';
import { describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { summaryOf, toJsonLine } from './read.ts';

const CHAT = [
  '17/11/2023, 08:00 - Ruth created group "Oak"',
  '17/11/2023, 08:01 - Ruth added Callum and Sian',
  '17/11/2023, 08:02 - Callum: Doors at six <This message was edited>',
  '17/11/2023, 08:03 - Ruth: IMG-1.jpg (file attached)',
  '',
].join('\n');
const chat = readExport(new TextEncoder().encode(CHAT));
const folder = mkdtempSync(join(tmpdir(), 'handbell-read-'));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

// The same as if standard error were a terminal.
async function runOnTerminal(...args: string[]): Promise<Ran> {
  const before = process.stderr.isTTY;
  process.stderr.isTTY = true;
  try {
    return await run(...args);
  } finally {
    process.stderr.isTTY = before;
  }
}

// Runs the command in this process and gathers what it writes.
function run(...args: string[]): Promise<Ran> {
  return runWhile(() => {}, ...args);
}

// The same while something else happens, whenever it writes.
async function runWhile(happens: () => void, ...args: string[]): Promise<Ran> {
  const texts = { out: '', err: '' };
  const { stdout, stderr } = process;
  const keep = [stdout.write, stderr.write] as const;
  const take = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    texts[name] += String(text);
    happens();
    return true;
  };
  stdout.write = take('out');
  stderr.write = take('err');
  try {
    return { status: await main(['node', 'handbell', 'read', ...args]), ...texts };
  } finally {
    [stdout.write, stderr.write] = keep;
  }
}

describe('handbell read', () => {
  it('writes the fields of a message and no more', () => {
    expect(chat.messages.map((message) => JSON.parse(toJsonLine(message)))).toEqual([
      {
        at: '2023-11-17T08:00:00',
        sender: null,
        kind: 'system',
        text: 'Ruth created group "Oak"',
        event: { type: 'created', actor: 'Ruth', targets: [] },
      },
      {
        at: '2023-11-17T08:01:00',
        sender: null,
        kind: 'system',
        text: 'Ruth added Callum and Sian',
        event: { type: 'added', actor: 'Ruth', targets: ['Callum', 'Sian'] },
      },
      { at: '2023-11-17T08:02:00', sender: 'Callum', kind: 'text', text: 'Doors at six', edited: true },
      { at: '2023-11-17T08:03:00', sender: 'Ruth', kind: 'media', text: '', attachment: 'IMG-1.jpg' },
    ]);
  });

  it('writes a line a message with --json', async () => {
    const file = join(folder, 'chat.txt');
    writeFileSync(file, CHAT);
    const { status, out } = await run(file, '--json');
    expect(status).toBe(0);
    expect(out.trim().split('\n')).toEqual(chat.messages.map(toJsonLine));
  });

  it('sums a chat up for people', () => {
    const summary = summaryOf(chat);
    expect(summary).toContain('Chat:     Oak');
    expect(summary).toContain('2023-11-17 08:00:00 to 2023-11-17 08:03:00');
    expect(summary).toContain('Nothing was left unread.');
  });

  it('shows how far it is on a terminal, and takes that away at the end', async () => {
    const file = join(folder, 'long.txt');
    const line = `17/11/2023, 08:02 - Callum: ${'doors at six '.repeat(40)}\n`;
    writeFileSync(file, line.repeat(45_000));
    for (const args of [[file], [file, '--json']]) {
      const { status, err } = await runOnTerminal(...args);
      expect(status).toBe(0);
      const steps = err.split('\r').filter((step) => step.startsWith('Reading: '));
      expect(steps.length).toBeGreaterThan(5);
      expect(err.endsWith('\r\u001b[K')).toBe(true);
      expect((await run(...args)).err).toBe('');
    }
  });

  it('says what is wrong with a file that is no export, and ends with 1', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear all');
    const { status, err } = await run(file);
    expect(status).toBe(1);
    expect(err).toContain('letter.txt: We could not find any WhatsApp messages in this file.');
  });

  it('says plainly that a file changed while it was read', async () => {
    const file = join(folder, 'growing.txt');
    writeFileSync(file, '17/11/2023, 08:02 - Callum: Doors at six\n'.repeat(100_000));
    const { status, err } = await runWhile(() => appendFileSync(file, '.'), file, '--json');
    expect(status).toBe(1);
    expect(err).toContain('growing.txt: the file changed or went away while it was read');
    expect(err).toContain('run the command again');
  });

  it('says that there is no such file', async () => {
    const { status, err } = await run(join(folder, 'nowhere.txt'));
    expect(status).toBe(1);
    expect(err).toContain('there is no such file');
  });

  it('ends with 2 on wrong usage', async () => {
    expect((await run()).status).toBe(2);
  });
});
