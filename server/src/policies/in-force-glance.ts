import { desc } from 'drizzle-orm';
import { PgDialect, QueryBuilder } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Glance } from '../edge/glance.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { keptVersion, versionStamp } from './kept-versions.ts';
import { inForceOn, policyVersion } from './store.ts';
import { policy } from './tables.ts';
import type { PolicyVersion } from './version.ts';

const dialect = new PgDialect();
const stamped = z.object({ id: idSchema<'policy'>(), stamp: z.string() });

/** Which version is in force today; its row is read only when it was written since it was last read. */
export const inForceGlance: Glance<PolicyVersion | undefined> = {
  statement(now) {
    const query = new QueryBuilder()
      .select({ id: policy.id, stamp: versionStamp })
      .from(policy)
      .where(inForceOn(schoolDay(now)))
      .orderBy(desc(policy.number))
      .limit(1);
    return dialect.sqlToQuery(query.getSQL().inlineParams()).sql;
  },
  async read({ worker }, school, [row]) {
    if (!row) return undefined;
    const found = stamped.parse(row);
    const version = keptVersion(school, found);
    return version ?? worker.forSchool(school, 'public', (work) => policyVersion(work, found.id));
  },
};
