import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HANDBELL = fileURLToPath(new URL('../../cli/bin/handbell.mjs', import.meta.url));

/** A Handbell process of its own, as a school would start it. */
export interface Service {
  readonly origin: string;
  readonly data: string;
  readonly setUpLink: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** A data folder that goes away with the test; the database's own account must be able to pass through it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handbell-journey-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits for the lines that a start prints. */
async function readStart(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('no standard error to read');
  let link = '';
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    link = /open this link \(once\): (\S+)/.exec(line)?.[1] ?? link;
    if (link) return link;
  }
  throw new Error(`Handbell did not start:\n${said}`);
}

/** Starts Handbell on an empty data folder and waits until it is ready. */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
  const data = temporaryFolder();
  const port = await freePort();
  const env = {
    ...process.env,
    HANDBELL_DATA: data,
    HANDBELL_PORT: String(port),
    HANDBELL_LOG: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, [HANDBELL, 'serve'], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  const setUpLink = await readStart(child);
  child.stderr?.resume();
  return {
    origin: `http://localhost:${port}`,
    data,
    setUpLink,
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
