import type { ImportReport } from '@handbell/server/roster/command';
import { type Command, Option } from 'commander';
import { InputError } from '../errors.ts';
import { readInput } from '../input.ts';
import { withInstallation } from '../operator.ts';

const SCOPES = ['add', 'classes', 'all'] as const;

interface ImportOptions {
  readonly school?: string;
  readonly dryRun?: boolean;
  readonly whole: (typeof SCOPES)[number];
}

/** The report as a person reads it: problems first, then what was done. Rows are named by number, never by name. */
function words(report: ImportReport, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  return [
    ...report.notes,
    ...report.notTaken.map((heading) => `not taken: column “${heading}”`),
    ...report.problems.map(({ row, what, effect }) => `row ${row}: ${what} ${effect}`),
    ...report.newClasses.map((name) => `not on the list of classes: “${name}” (${would}added)`),
    `${report.rows} rows read: ${report.joined} parents ${would}added, ${report.changed} ${would}changed, ${report.left} ${would}written down as left, ${report.same} as they were.`,
    ...(dryRun ? ['Nothing was written.'] : ['It can be undone on the desk, under Parents, Import a list.']),
    '',
  ].join('\n');
}

async function importFile(file: string, { school, dryRun = false, whole }: ImportOptions): Promise<void> {
  const bytes = await readInput(file);
  const { importParents, listSchools, ImportFault } = await import('@handbell/server/command');
  const report = await withInstallation(async (services) => {
    const schools = await listSchools(services.database.open);
    const [only, ...others] = schools;
    const slug = school ?? (others.length === 0 ? only?.slug : undefined);
    if (slug === undefined) {
      throw new InputError('Say which school with --school. "handbell school list" shows them.');
    }
    try {
      const done = await importParents(services, slug, { bytes, scope: whole, dryRun });
      if (done) return done;
    } catch (error) {
      if (error instanceof ImportFault) throw new InputError(`${file}: ${error.message} ${error.next}`);
      throw error;
    }
    throw new InputError(`There is no school "${slug}" here. "handbell school list" shows them.`);
  });
  process.stdout.write(words(report, dryRun));
}

/** Adds `handbell people import` to the program. */
export function registerPeople(program: Command): void {
  program
    .command('people')
    .description('the parents of a school')
    .command('import')
    .argument('<file>', 'CSV, Excel (.xlsx) or a OneRoster 1.2 zip; "-" for standard input')
    .description('bring parents in from a list, as the page on the desk does')
    .option('--school <slug>', 'the school, as in its address; not needed when there is one only')
    .option('--dry-run', 'only say what would happen')
    .addOption(
      new Option('--whole <what>', 'what the list is the whole of: nothing, its classes, or the school')
        .choices(SCOPES)
        .default('add'),
    )
    .action(importFile);
}
