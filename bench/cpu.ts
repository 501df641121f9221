import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../tests/support/service.ts';

/** Ticks of a second in which Linux counts a process's time. */
const TICKS = 100;

interface Times {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

/** A process's times in ticks (proc(5), "stat"); undefined when it has ended meanwhile. */
function times(pid: number | string): Times | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name, in brackets, and may hold anything: the fields are counted from its end.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (field: number) => Number(fields[field - 3]);
    return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return undefined;
  }
}

/**
 * The processor time that a running Handbell has used so far, with its embedded database: seconds of one core. Unlike the
 * clock, it says the same on a busy machine as on an idle one.
 * @param pid Handbell's process
 * @param data its data folder
 */
export function cpuSeconds(pid: number, data: string): number {
  const [first] = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = times(Number(first));
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(times)
    .filter((each) => each?.parent === Number(first));
  const ticks = [times(pid), postmaster, ...backends].reduce((sum, each) => sum + (each?.own ?? 0), 0);
  return (ticks + (postmaster?.ended ?? 0)) / TICKS;
}

/** How many of the things that an act does, and counts, a second of one core is enough for. */
export async function perCpuSecond(
  service: Pick<Service, 'process' | 'data'>,
  act: () => Promise<number>,
): Promise<number> {
  const cpu = () => cpuSeconds(service.process.pid ?? 0, service.data);
  const before = cpu();
  const count = await act();
  return count / (cpu() - before);
}
