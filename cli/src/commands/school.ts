import type { Command } from 'commander';
import { InputError } from '../errors.ts';
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

async function showFileKey(slug: string): Promise<void> {
  const { fileKey } = await import('@handbell/server/command');
  const key = await withInstallation((services) => fileKey(services, slug));
  if (key === undefined)
    throw new InputError(`There is no school "${slug}" here. "handbell school list" shows them.`);
  process.stdout.write(`${key}\n`);
}

/** Adds `handbell school list`, `new` and `file-key` to the program. */
export function registerSchool(program: Command): void {
  const school = program.command('school').description('the schools of this Handbell');
  school.command('list').description('their addresses and names').action(list);
  school
    .command('file-key')
    .argument('<slug>', 'the school, as in its address')
    .description('show the key with which the age program opens the school’s files in a backup')
    .action(showFileKey);
  school.command('new').description('make a one-time link that sets up another school').action(add);
}
