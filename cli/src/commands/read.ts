import type { Command } from 'commander';

/** Adds `handbell read` to the program. */
export function registerRead(_program: Command): void {}
