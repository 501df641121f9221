// Makes sure that the browser for the journeys is there: Debian's chromium, installed when this machine lets us.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const wanted = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(wanted)) {
  const canInstall = !process.env.CHROMIUM && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    console.error(
      `The browser tests need Chromium at ${wanted}. Install it (Debian, Ubuntu: "sudo apt-get install chromium"), ` +
        'or say where it is: CHROMIUM=/path/to/chromium npm test',
    );
    process.exit(1);
  }
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  console.log('Installing Chromium for the browser tests.');
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync(
    'apt-get',
    ['install', '-qy', '--no-install-recommends', 'chromium', 'fonts-noto-core'],
    options,
  );
}
