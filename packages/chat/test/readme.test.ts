import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as chat from '../src/index.ts';
import { makeZip } from './make-zip.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = Array.from(readme.matchAll(/```ts\n([\s\S]*?)```/g), (block) => block[1] ?? '');

// A chat in which everything is that the examples speak of.
function exportOf(messages: number): Uint8Array {
  let text = '17/11/2023, 08:00 - Ruth Amos created group "Oak"\n17/11/2023, 08:01 - Ruth Amos added Ben\n';
  for (let at = 2; at < messages; at += 1)
    text += `18/11/2023, 09:${10 + (at % 50)} - ${at % 2 ? 'Ruth Amos' : 'Ben'}: Zayn lost glove ${at}\n`;
  return makeZip([{ name: 'WhatsApp Chat with Oak.txt', data: text }]);
}

// The examples as one program, in their order, as a reader would type them in.
async function run(): Promise<Record<string, unknown>> {
  const program = blocks
    .join('\n')
    .replace(/^import \{([^}]+)\} from '@handbell\/chat';/m, 'const {$1} = library;');
  const bytes = exportOf(5000);
  const shown: string[] = [];
  const given = {
    library: chat,
    bytes,
    file: new Blob([Buffer.from(bytes)]),
    picture: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    day: '2023-11-18',
    count: 0,
    shown,
    show: (message: string) => shown.push(message),
  };
  const names = 'chat, same, there, check, later, count, shown';
  return runInContext(`(async () => { ${program}\nreturn { ${names} }; })()`, createContext(given));
}

describe('the examples of the README', () => {
  it('run as they are written', async () => {
    const { check, later, there, count, shown, same } = await run();
    expect(check).toMatchObject({ ok: true });
    expect(later).toEqual({ genuine: true });
    expect(there).toHaveLength(2);
    expect(count).toBe(5000);
    expect(shown).toEqual([expect.stringMatching(/^We could not read this file: it is a picture/)]);
    expect(same).toMatchObject({ title: 'Oak' });
  });

  it('leave out no function that the package gives', () => {
    const functions = Object.entries(chat).filter(([, value]) => typeof value === 'function');
    for (const [name] of functions) expect(readme).toContain(name);
  });
});
