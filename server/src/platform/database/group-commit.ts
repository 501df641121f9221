import type { Pool } from 'pg';

/**
 * Waits until the disk has everything that was committed before the call, for many callers at once. PostgreSQL writes
 * its log in one line, so one small commit that waits for the disk takes all earlier ones along.
 * @returns a function that resolves when the disk has it, and rejects when nobody can tell whether it has
 */
export function groupCommit(pool: Pool): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const reachDisk = async () => {
    next = undefined;
    await pool.query("select pg_logical_emit_message(true, 'handbell', '')");
  };
  return () => {
    // A journey to the disk that has begun may have missed the caller's commit: the next one has it for sure.
    if (next === undefined) {
      next = running.then(reachDisk, reachDisk);
      running = next;
    }
    return next;
  };
}
