import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { withInstallation } from '../operator.ts';

async function verify(): Promise<void> {
  const { verifyAllAudits } = await import('@handbell/server/command');
  const lines = await withInstallation(verifyAllAudits);
  if (lines.length === 0)
    process.stdout.write('There is no school here yet, so there is nothing to check.\n');
  for (const { school, entries, fault } of lines) {
    const result = fault ? `entry ${fault.seq} is ${fault.problem}` : 'whole';
    process.stdout.write(`${school}: ${entries} entries, ${result}\n`);
  }
  if (lines.some((line) => line.fault)) {
    throw new InputError(
      'The audit record was changed after it was written. Keep this machine as it is and ask for help.',
    );
  }
}

/** Adds `handbell audit verify` to the program. */
export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('the record of everything that was done')
    .command('verify')
    .description(
      'follow every school’s record from its first entry to its last, and say if any was altered, removed or moved',
    )
    .action(verify);
}
