import { settingsHelp } from '@handbell/server/platform/config/help';
import { loadSettings } from '@handbell/server/platform/config/load';
import type { Command } from 'commander';
import { tellOperator } from '../operator.ts';

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

async function serve(): Promise<void> {
  const { startHandbell } = await import('@handbell/server/main');
  const handbell = await startHandbell(loadSettings(process.env));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (handbell.adopted) say('The database was still running from before; it goes on from there.');
  if (handbell.setUpLink) say(`To set up your school, open this link (once): ${handbell.setUpLink}`);
  say(`Handbell is ready at ${handbell.origin}`);
  await stopSignal();
  say('Stopping: requests under way are finished first.');
  await handbell.stop();
}

/** Adds `handbell serve` to the program. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('start Handbell; the first start prints a one-time link that sets up the school')
    .addHelpText('after', () => `\n${settingsHelp()}`)
    .action(() => tellOperator(serve));
}
