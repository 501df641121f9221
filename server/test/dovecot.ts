import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';

/** A real IMAP server on this machine, with mailboxes of its own that go away with it. */
export interface Dovecot {
  readonly port: number;
  readonly password: string;
  /** Lays mails into a mailbox, in order. */
  deliver(user: string, mails: readonly Buffer[], folder?: string): Promise<void>;
  /** The mails of a folder as they lie there, with whether somebody has looked at them. */
  contents(
    user: string,
    folder?: string,
  ): Promise<readonly { readonly raw: string; readonly seen: boolean }[]>;
  /** Numbers a mailbox anew, as a server does after it was restored: another UIDVALIDITY. */
  renumber(user: string): Promise<void>;
  makeFolder(user: string, folder: string): Promise<void>;
  /** Ends it at once. */
  kill(): void;
  /** Starts it again on the same port, with the same mailboxes. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const PROGRAM = '/usr/sbin/dovecot';
const PASSWORD = 'an-example-password';
/** The account without rights, which the mailboxes belong to when the tests run as root. */
const NOBODY = 65_534;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function configuration(folder: string, port: number, uid: number, gid: number): string {
  const account =
    process.getuid?.() === 0 ? '' : 'default_internal_user = $ENV:USER\ndefault_login_user = $ENV:USER\n';
  return `${account}base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
mail_plugins =
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password={PLAIN}${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
}
`;
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const greeted = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.setTimeout(2000, () => resolve(false));
      socket.once('close', () => resolve(false));
    });
    if (greeted) return;
    await wait(50);
  }
  throw new Error('Dovecot did not start: see its log.');
}

/** Starts Debian's Dovecot with a configuration of its own; it needs no rights and touches nothing outside its folder. */
export async function startDovecot(): Promise<Dovecot> {
  if (!existsSync(PROGRAM))
    throw new Error(
      'These tests need Dovecot: "node scripts/programs.mjs" installs it, or apt-get install dovecot-imapd.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'handbell-imap-'));
  const root = process.getuid?.() === 0;
  const [uid, gid] = root ? [NOBODY, NOBODY] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'mail'));
  if (root) chownSync(join(folder, 'mail'), uid, gid);
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configuration(folder, port, uid, gid));
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    server = spawn(PROGRAM, ['-F', '-c', config], {
      stdio: 'ignore',
      env: { ...process.env, USER: process.env.USER ?? 'root' },
    });
    await answers(port);
  }

  async function as<T>(user: string, act: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: PASSWORD },
      logger: false,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await act(client);
    } finally {
      await client.logout().catch(() => undefined);
    }
  }

  await start();
  return {
    port,
    password: PASSWORD,
    start,
    deliver: (user, mails, into = 'INBOX') =>
      as(user, async (client) => {
        for (const raw of mails) await client.append(into, raw);
      }),
    contents: (user, of = 'INBOX') =>
      as(user, async (client) => {
        await client.mailboxOpen(of, { readOnly: true });
        const found = [];
        for await (const { source, flags } of client.fetch('1:*', { source: true, flags: true }))
          found.push({ raw: source?.toString('latin1') ?? '', seen: flags?.has('\\Seen') ?? false });
        return found;
      }),
    makeFolder: (user, name) => as(user, async (client) => void (await client.mailboxCreate(name))),
    renumber: async (user) => {
      // Without the list of its numbers, Dovecot numbers the mails of a folder anew.
      const place = join(folder, 'mail', user);
      for (const name of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.cache',
        'dovecot.index.log',
      ])
        rmSync(join(place, name), { force: true });
      // The new number is the time in seconds: another one than before.
      await wait(1100);
    },
    kill: () => void server?.kill('SIGKILL'),
    stop: async () => {
      const child = server;
      if (child && child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
