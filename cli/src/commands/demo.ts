import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { withInstallation } from '../operator.ts';

async function fill(): Promise<void> {
  const { DemoRefused, fillDemo } = await import('@handbell/server/demo/demo');
  const { reportText } = await import('@handbell/server/demo/report');
  const begin = () =>
    process.stderr.write('Making the school and its term. This takes up to half a minute.\n');
  try {
    process.stdout.write(reportText(await withInstallation((services) => fillDemo(services, begin))));
  } catch (error) {
    if (error instanceof DemoRefused) throw new InputError(error.message);
    throw error;
  }
}

async function code(email: string): Promise<void> {
  const { demoCode } = await import('@handbell/server/demo/accounts');
  const digits = await withInstallation((services) => demoCode(services, email));
  if (digits === undefined) {
    throw new InputError(
      `${email} is no account of the demo here. Its addresses end in @bellfield.example.org.`,
    );
  }
  process.stdout.write(`${digits}\n`);
}

/** Adds `handbell demo` to the program. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('fill an invented school with a term’s life, to look around')
    .option('--code <address>', 'print the six digits with which one of its people signs in now')
    .action((options: { readonly code?: string }) => (options.code ? code(options.code) : fill()));
}
