import { Command, CommanderError } from 'commander';
import { registerAudit } from './commands/audit.ts';
import { registerCheck } from './commands/check.ts';
import { registerDemo } from './commands/demo.ts';
import { registerMigrate } from './commands/migrate.ts';
import { registerPeople } from './commands/people.ts';
import { registerPolicy } from './commands/policy.ts';
import { registerRead } from './commands/read.ts';
import { registerReceipt } from './commands/receipt.ts';
import { registerSchool } from './commands/school.ts';
import { registerServe } from './commands/serve.ts';
import { InputError } from './errors.ts';

/** Exit statuses of the command: done, the input is at fault, wrong usage. */
const EXIT = { done: 0, input: 1, usage: 2 } as const;

const COMMANDS = [
  registerServe,
  registerRead,
  registerCheck,
  registerPolicy,
  registerSchool,
  registerPeople,
  registerAudit,
  registerReceipt,
  registerMigrate,
  registerDemo,
];

/**
 * Runs the `handbell` command.
 * @param argv the process's arguments, `node` and script first
 * @returns the exit status: 0 done, 1 the input is at fault, 2 wrong usage
 */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('handbell')
    .description("Runs a school's code of conduct for parents' WhatsApp groups.")
    .showHelpAfterError()
    .exitOverride();
  for (const register of COMMANDS) register(program);
  try {
    await program.parseAsync([...argv]);
    return EXIT.done;
  } catch (error) {
    if (error instanceof InputError) {
      process.stderr.write(`handbell: ${error.message}\n`);
      return EXIT.input;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
}
