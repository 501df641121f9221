import type { Command } from 'commander';

/** Adds `handbell policy` to the program. */
export function registerPolicy(_program: Command): void {}
