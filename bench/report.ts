import { execFileSync } from 'node:child_process';
import { HANDBELL } from '../tests/support/service.ts';

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One line of a measurement, with its limit where it has one. */
export function report(what: string, value: string, limit = '', within = true): void {
  const verdict = limit === '' ? '' : `   limit ${limit.padStart(8)}   ${within ? 'within' : 'OVER'}`;
  console.log(`${what.padEnd(52)} ${value.padStart(10)}${verdict}`);
}

/** How many entries the audit record of the demo's school has. The service must not run. */
export function auditEntries(settings: Readonly<Record<string, string>>): number {
  const said = execFileSync(process.execPath, [HANDBELL, 'audit', 'verify'], {
    env: { ...process.env, ...settings },
  }).toString();
  return Number(/bellfield: (\d+) entries, whole/.exec(said)?.[1] ?? Number.NaN);
}
