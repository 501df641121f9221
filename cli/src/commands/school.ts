import type { Command } from 'commander';
import { withInstallation } from '../operator.ts';

async function list(): Promise<void> {
  const { listSchools } = await import('@handbell/server/command');
  const schools = await withInstallation((services) => listSchools(services.database.open));
  for (const { slug, name } of schools) process.stdout.write(`${slug}\t${name}\n`);
}

async function add(): Promise<void> {
  const { inviteSchool } = await import('@handbell/server/command');
  const link = await withInstallation(inviteSchool);
  process.stdout.write(`Open this link to set up a school (it works once): ${link}\n`);
}

/** Adds `handbell school list` and `handbell school new` to the program. */
export function registerSchool(program: Command): void {
  const school = program.command('school').description('the schools of this Handbell');
  school.command('list').description('their addresses and names').action(list);
  school.command('new').description('make a one-time link that sets up another school').action(add);
}
