// Makes sure that the programs the tests use are there: Debian's chromium and Dovecot, installed when this machine lets us.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROGRAMS = [
  {
    name: 'Chromium',
    path: process.env.CHROMIUM ?? '/usr/bin/chromium',
    packages: ['chromium', 'fonts-noto-core'],
    chosen: process.env.CHROMIUM !== undefined,
    instead: 'or say where it is: CHROMIUM=/path/to/chromium npm test',
  },
  {
    name: 'Dovecot',
    path: '/usr/sbin/dovecot',
    packages: ['dovecot-imapd'],
    chosen: false,
    instead: 'it reads no mail of this machine: the tests start it with a folder of its own',
  },
];

const missing = PROGRAMS.filter(({ path }) => !existsSync(path));
const canInstall =
  missing.every(({ chosen }) => !chosen) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (missing.length > 0 && !canInstall) {
  for (const { name, path, packages, instead } of missing) {
    console.error(
      `The tests need ${name} at ${path}. Install it (Debian, Ubuntu: "sudo apt-get install ${packages[0]}"), ${instead}.`,
    );
  }
  process.exit(1);
}
if (missing.length > 0) {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  console.log(`Installing ${missing.map(({ name }) => name).join(' and ')} for the tests.`);
  execFileSync('apt-get', ['update', '-q'], options);
  const packages = missing.flatMap((program) => program.packages);
  execFileSync('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
}
