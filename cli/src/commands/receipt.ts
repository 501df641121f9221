import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { readInput } from '../input.ts';

const WORDS = {
  'no-receipt': 'this is no receipt: it must hold all lines from “HANDBELL RECEIPT” to the signature.',
  altered: 'this is not what a school signed: something in it was changed or is missing.',
  'other-key': 'the receipt is whole, but another key signed it than the one given.',
} as const;

async function verify(file: string, { key }: { key?: string }): Promise<void> {
  const { verifyReceipt } = await import('@handbell/server/concerns/receipt/format');
  const found = await verifyReceipt(new TextDecoder().decode(await readInput(file)), key);
  if (!found.ok) throw new InputError(`${file}: ${WORDS[found.why]}`);
  const { receipt } = found;
  const when = receipt.hour === '' ? receipt.day : `${receipt.day}, ${receipt.hour}`;
  process.stdout.write(`Good: somebody reported something to ${receipt.school} on ${when}.\n`);
  if (key === undefined) {
    process.stdout.write(`Its key is ${receipt.key}. Compare it with ${receipt.address}/receipts\n`);
  }
}

/** Adds `handbell receipt verify` to the program. */
export function registerReceipt(program: Command): void {
  program
    .command('receipt')
    .description('receipts of reports to a school')
    .command('verify')
    .argument('<file>', 'the receipt as it was saved, or - for standard input')
    .option('--key <key>', 'the public key that the school’s page shows')
    .description('say whether a receipt is what its school signed; needs no network and no database')
    .action(verify);
}
