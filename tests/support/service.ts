import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The handbell command, as npm links it. */
export const HANDBELL = fileURLToPath(new URL('../../cli/bin/handbell.mjs', import.meta.url));

/** The flags of the command's first line, which a start by its path would take from there. */
const FLAGS = ['--max-semi-space-size=4'];

/** A Handbell process of its own, as a school would start it. */
export interface Service {
  readonly origin: string;
  readonly data: string;
  /** The link that sets up the first school; empty when there is a school already. */
  readonly setUpLink: string;
  readonly process: ChildProcess;
  /** Stops it in order and waits until it has ended. */
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

/** Waits until a start says that it is ready; gives the set-up link it printed before that, if it did. */
async function readStart(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('no standard error to read');
  let said = '';
  let link = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    link = /open this link \(once\): (\S+)/.exec(line)?.[1] ?? link;
    if (line.startsWith('Handbell is ready')) return link;
  }
  throw new Error(`Handbell did not start:\n${said}`);
}

/**
 * Starts Handbell and waits until it is ready.
 * @param settings environment settings; without HANDBELL_DATA, an empty folder that goes away with it
 */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
  const own = settings.HANDBELL_DATA === undefined;
  const data = settings.HANDBELL_DATA ?? temporaryFolder();
  const port = await freePort();
  const env = {
    ...process.env,
    HANDBELL_DATA: data,
    HANDBELL_PORT: String(port),
    HANDBELL_LOG: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, [...FLAGS, HANDBELL, 'serve'], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const setUpLink = await readStart(child);
  child.stderr?.resume();
  return {
    origin: `http://localhost:${env.HANDBELL_PORT}`,
    data,
    setUpLink,
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended;
      if (own) rmSync(data, { recursive: true, force: true });
    },
  };
}
