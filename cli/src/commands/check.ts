import type { Command } from 'commander';

/** Adds `handbell check` to the program. */
export function registerCheck(_program: Command): void {}
