import type { Command } from 'commander';
import { withInstallation } from '../operator.ts';

/** Adds `handbell migrate` to the program. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to this version (starting Handbell does it too)')
    .action(async () => {
      await withInstallation(async () => undefined);
      process.stdout.write('The database is up to date.\n');
    });
}
