import { type Command, Option } from 'commander';
import { InputError } from '../errors.ts';
import { readInput } from '../input.ts';
import { withInstallation } from '../operator.ts';

async function list(): Promise<void> {
  const { listSchools } = await import('@handbell/server/command');
  const schools = await withInstallation((services) => listSchools(services.database.open));
  for (const { slug, name } of schools) process.stdout.write(`${slug}\t${name}\n`);
}

const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;

interface NewOptions {
  readonly name?: string;
  readonly nation?: string;
  readonly urn?: string;
  readonly gias?: string;
}

/** What the register's file says of the school with a number. */
async function fromRegister(
  file: string,
  urn: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  if (urn === undefined) throw new InputError('Say which school of the register with --urn.');
  const bytes = await readInput(file);
  const { findInRegister, ImportFault, registerValues } = await import('@handbell/server/command');
  try {
    const entry = findInRegister(bytes, urn);
    if (entry) return registerValues(entry);
  } catch (error) {
    if (error instanceof ImportFault) throw new InputError(`${file}: ${error.message} ${error.next}`);
    throw error;
  }
  throw new InputError(`${file}: no school in it has the number ${urn}.`);
}

async function add({ gias, ...said }: NewOptions): Promise<void> {
  const known = gias === undefined ? {} : await fromRegister(gias, said.urn);
  const { inviteSchool } = await import('@handbell/server/command');
  const link = await withInstallation((services) => inviteSchool(services, { ...known, ...said }));
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
  school
    .command('new')
    .description('make a one-time link that sets up another school')
    .option('--name <name>', 'its name, filled in for whoever opens the link')
    .addOption(new Option('--nation <nation>', 'its nation').choices(NATIONS))
    .option('--urn <number>', 'its number in the register of schools')
    .option(
      '--gias <file>',
      'the register’s file, “Get Information about Schools”: fills in the rest by --urn',
    )
    .action(add);
}
