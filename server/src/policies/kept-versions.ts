import { sql } from 'drizzle-orm';
import type { SchoolId } from '../platform/ids.ts';
import { Kept } from '../platform/kept.ts';
import { policy } from './tables.ts';
import type { PolicyId, PolicyVersion } from './version.ts';

const MOST = 64;
const kept = new Kept<PolicyVersion>(MOST);

/**
 * A column that is another one whenever a version's row was written: PostgreSQL notes with each row which transaction
 * wrote it ("xmin") and where it lies ("ctid").
 */
export const versionStamp = sql<string>`${policy}.xmin::text || ${policy}.ctid::text`.as('stamp');

/** Which version, as its row stands. */
export interface Stamped {
  readonly id: PolicyId;
  readonly stamp: string;
}

/** A published version as it was last read, unless its row was written since. */
export function keptVersion(school: SchoolId, { id, stamp }: Stamped): PolicyVersion | undefined {
  return kept.get(`${school} ${id} ${stamp}`);
}

/** Keeps a published version in memory, and gives it back. */
export function keepVersion(school: SchoolId, { id, stamp }: Stamped, version: PolicyVersion): PolicyVersion {
  return kept.keep(`${school} ${id} ${stamp}`, version);
}
